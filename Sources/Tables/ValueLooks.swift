/// Whether a spreadsheet that opens a CSV file would take a text for a number, a date, a time or a truth value, and
/// show and save it otherwise than it stands there: `1.10`, `007`, `3/4`, `May 2020`, `TRUE`.
func looksLikeValue(_ text: String) -> Bool {
    guard text.utf8.count <= longestValue else { return false }
    let lowered = text.lowercased()
    if truthValues.contains(lowered) { return true }
    guard lowered.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return false }
    let words = lowered.unicodeScalars.split { !$0.properties.isAlphabetic }.map { String($0) }
    let signs = lowered.unicodeScalars.filter { !$0.properties.isAlphabetic && !("0"..."9").contains($0) }
    return words.allSatisfy { wordsOfValues.contains($0) } && signs.allSatisfy { signsOfValues.contains($0) }
}

/// Longer than any number or date in words.
private let longestValue = 64

private let truthValues: Set<String> = ["true", "false", "wahr", "falsch", "vrai", "faux", "verdadero", "falso"]

private let signsOfValues = Set(" \u{A0}.,:;/-+%()'’$€£¥".unicodeScalars)

/// Months and days in English, as spreadsheets read them everywhere, and the letters of numbers and times.
private let wordsOfValues: Set<String> = {
    let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
    let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    let short = (months + days).map { String($0.prefix(3)) }
    return Set(months + days + short + ["sept", "am", "pm", "a", "p", "e", "t", "z", "st", "nd", "rd", "th"])
}()
