import Foundation
import XML

/// How the number formats of a workbook show a number, as far as a text would lose by it: dates, and decimal
/// places that are always written (`1.0`).
struct NumberForms {
    enum Form {
        case general
        /// So many decimal places.
        case fixed(Int)
        case date
    }

    /// By the number of a cell's style.
    private var forms: [Form] = []
    /// Day 0 of the workbook, in days from 1970-01-01.
    private var epoch = -25_569

    init() {}

    init(styles: Styles, countsFrom1904: Bool) {
        forms = styles.cellFormats.map { Self.form(of: $0, code: styles.codes[$0]) }
        if countsFrom1904 { epoch = -24_107 }
    }

    /// A number as the cell shows it; the stored text if it is none.
    func shown(_ stored: String, style: Int?) -> String {
        guard let value = Double(stored), value.isFinite else { return stored }
        switch style.flatMap({ forms.indices.contains($0) ? forms[$0] : nil }) ?? .general {
        case .general: return String(format: "%.15g", value)
        case .fixed(let places): return String(format: "%.\(places)f", value)
        case .date: return date(value)
        }
    }

    /// Formats that ECMA-376 part 1, 18.8.30 gives a number; others have their code in the file.
    private static func form(of number: Int, code: String?) -> Form {
        switch number {
        case 2, 4: return .fixed(2)
        case 14...22, 27...36, 45...47, 50...58: return .date
        default: return code.map { form(of: $0) } ?? .general
        }
    }

    private static func form(of code: String) -> Form {
        var letters = ""
        var isQuoted = false
        var isEscaped = false
        var isInBrackets = false
        for character in code.lowercased() {
            if isEscaped {
                isEscaped = false
                continue
            }
            switch character {
            case "\\", "_", "*": isEscaped = true
            case "\"": isQuoted.toggle()
            case "[": isInBrackets = true
            case "]": isInBrackets = false
            case ";" where !isQuoted: return form(ofPlain: letters)
            default: if !isQuoted, !isInBrackets { letters.append(character) }
            }
        }
        return form(ofPlain: letters)
    }

    private static func form(ofPlain code: String) -> Form {
        if code.contains(where: { "ydhs".contains($0) }) || code.contains("mm") && !code.contains("0") { return .date }
        let parts = code.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].count <= 9, !parts[1].isEmpty, parts[1].allSatisfy({ $0 == "0" }) else {
            return .general
        }
        return .fixed(parts[1].count)
    }

    /// `2024-05-01`, with ` 13:45` where it has a time.
    private func date(_ serial: Double) -> String {
        let minutes = (serial * 1440).rounded()
        guard (0...5_000_000_000).contains(minutes) else { return String(format: "%.15g", serial) }
        let total = Int(minutes)
        let (year, month, day) = Self.civil(daysFrom1970: total / 1440 + epoch)
        let date = String(format: "%04d-%02d-%02d", year, month, day)
        let time = total % 1440
        return time == 0 ? date : date + String(format: " %02d:%02d", time / 60, time % 60)
    }

    /// The proleptic Gregorian date of a day (Howard Hinnant, chrono-compatible low-level date algorithms).
    private static func civil(daysFrom1970 days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}

/// The number formats of xl/styles.xml.
final class Styles: XMLHandler {
    /// Of formats that the file itself describes.
    private(set) var codes: [Int: String] = [:]
    /// The number format of each cell style.
    private(set) var cellFormats: [Int] = []
    private var isInCellFormats = false

    func start(_ element: String, _ attributes: [String: String]) {
        switch element {
        case "numFmt":
            if let number = attributes["numFmtId"].flatMap({ Int($0) }) { codes[number] = attributes["formatCode"] }
        case "cellXfs": isInCellFormats = true
        case "xf" where isInCellFormats: cellFormats.append(attributes["numFmtId"].flatMap { Int($0) } ?? 0)
        default: break
        }
    }

    func end(_ element: String) {
        if element == "cellXfs" { isInCellFormats = false }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
