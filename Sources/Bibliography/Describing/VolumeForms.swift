/// The year in `(2019) 19:…`, `2019;12:…`, `2019. 12(3)`, `2018; Vol. 39`, `2006, 6:3`, `2020:13`,
/// `2015 January; 8(1)`.
func leadingYear(_ text: [UInt8]) -> Int? {
    guard let (year, start) = years(in: text).first, start <= 1 else { return nil }
    var rest = text[(start + 4)...]
    if start == 1 {
        guard text[0] == UInt8(ascii: "("), rest.first == UInt8(ascii: ")") else { return nil }
        rest = withoutSpacesAndMarks(rest.dropFirst())
        return isVolume(rest, needsPages: true) || isListedVolume(rest) ? year : nil
    }
    // "Session 2010–12" is a range of years.
    if rest.first != 0x20, startsWithMark(rest) { return nil }
    let hasMark = startsWithMark(rest)
    let next = rest.drop { $0 == 0x20 }
    switch next.first {
    case UInt8(ascii: ";"): return isVolume(next.dropFirst().drop { $0 == 0x20 }, needsPages: false) ? year : nil
    case UInt8(ascii: ","):
        let volume = next.dropFirst().drop { $0 == 0x20 }
        let isPlaced = isVolume(volume, needsPages: true) || isVolumeNumber(volume) || isListedVolume(volume)
        return isPlaced || isPageRange(volume) ? year : nil
    case UInt8(ascii: ":"): return next.dropFirst().first.map(isDigit) == true ? year : nil
    default:
        let volume = withoutSpacesAndMarks(rest)
        if let afterMonth = behindMonth(volume) {
            guard afterMonth.first == UInt8(ascii: ";") else { return nil }
            return isVolume(afterMonth.dropFirst().drop { $0 == 0x20 }, needsPages: false) ? year : nil
        }
        return isVolumeNumber(volume) || isVolume(volume, needsPages: !hasMark) ? year : nil
    }
}

/// The year in `123 (2014) 1–10`.
func yearBehindVolume(_ text: [UInt8]) -> Int? {
    let volume = text.prefix(while: isDigit)
    guard (1...4).contains(volume.count), text[volume.count...].starts(with: " (".utf8),
        let (year, start) = years(in: Array(text[volume.count...])).first, start == 2
    else { return nil }
    let rest = text[(volume.count + 6)...]
    guard rest.first == UInt8(ascii: ")") else { return nil }
    return rest.dropFirst().drop { $0 == 0x20 }.first.map { isDigit($0) || $0 == UInt8(ascii: "e") } == true
        ? year : nil
}

/// `12`, `12(3)`, `12:e04`, `Vol. 39`, or pages alone: `1–4`; where any number may follow a year, only a volume
/// with pages or an issue: `6:3`.
func isVolume(_ bytes: ArraySlice<UInt8>, needsPages: Bool) -> Bool {
    let digits = bytes.prefix(while: isDigit)
    if digits.isEmpty { return isVolumeNumber(bytes) && !needsPages }
    guard digits.count <= 4 else { return false }
    let rest = bytes.dropFirst(digits.count).drop { $0 == 0x20 }
    guard let next = rest.first else { return !needsPages }
    if rest.starts(with: "–".utf8) || rest.starts(with: "-".utf8) { return !needsPages }
    return next == UInt8(ascii: ":") || next == UInt8(ascii: "(")
}

/// `Vol. 39`.
private func isVolumeNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.starts(with: "Vol".utf8) || bytes.starts(with: "vol".utf8)
}

/// `9, 3148` of `2020, 9, 3148`.
private func isListedVolume(_ bytes: ArraySlice<UInt8>) -> Bool {
    let digits = bytes.prefix(while: isDigit)
    guard (1...3).contains(digits.count) else { return false }
    let rest = bytes.dropFirst(digits.count)
    let pages = rest.dropFirst().drop { $0 == 0x20 }
    return rest.first == UInt8(ascii: ",") && rest.dropFirst().first == 0x20
        && pages.first.map { isDigit($0) || $0 == UInt8(ascii: "e") && pages.dropFirst().first.map(isDigit) == true }
            == true
}

/// `1–12` of `2019, 1–12`.
private func isPageRange(_ bytes: ArraySlice<UInt8>) -> Bool {
    let rest = bytes.drop(while: isDigit)
    guard rest.startIndex > bytes.startIndex else { return false }
    let dash = ["–", "-", "−"].first { rest.starts(with: $0.utf8) }
    return dash.map { rest.dropFirst($0.utf8.count).first.map(isDigit) == true } ?? false
}

private func startsWithMark(_ bytes: ArraySlice<UInt8>) -> Bool {
    let next = String(decoding: bytes.drop { $0 == 0x20 }.prefix(4), as: UTF8.self)
    return next.first.map { separators.contains(String($0)) } ?? false
}

private func withoutSpacesAndMarks(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = bytes.drop { $0 == 0x20 || $0 == UInt8(ascii: ",") }
    while startsWithMark(rest), let mark = String(decoding: rest.prefix(4), as: UTF8.self).first {
        rest = rest.dropFirst(mark.utf8.count).drop { $0 == 0x20 }
    }
    return rest
}

/// What follows a month's name or its first three letters, and a day.
private func behindMonth(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let word = bytes.prefix { ($0 | 0x20) >= UInt8(ascii: "a") && ($0 | 0x20) <= UInt8(ascii: "z") }
    let name = String(decoding: word, as: UTF8.self).lowercased()
    guard name.utf8.count >= 3, monthNames.contains(where: { $0.hasPrefix(name) }) else { return nil }
    return bytes.dropFirst(word.count).drop { $0 == 0x20 || isDigit($0) }
}
