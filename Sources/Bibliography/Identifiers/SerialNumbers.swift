/// The first ISSN in a text, as `1234-567X`; nil if none has the check digit that ISO 3297 asks for.
func issn(in text: String) -> String? {
    let scalars = text.uppercased().unicodeScalars.map { hyphens.contains($0) ? "-" : $0 }
    for start in scalars.indices where start + 9 <= scalars.count {
        let candidate = scalars[start..<(start + 9)]
        guard candidate[start + 4] == "-" else { continue }
        let digits = (candidate.prefix(4) + candidate.suffix(4)).map(digitValue)
        guard digits.prefix(7).allSatisfy({ $0.map { $0 < 10 } ?? false }), let last = digits[7] else { continue }
        let sum = zip(digits.prefix(7), stride(from: 8, to: 1, by: -1)).reduce(0) { $0 + ($1.0 ?? 0) * $1.1 }
        if (sum + last) % 11 == 0 { return String(String.UnicodeScalarView(candidate)) }
    }
    return nil
}

/// The first ISBN of ten or thirteen digits in a text, without hyphens; nil if none has the check digit that
/// ISO 2108 asks for.
func isbn(in text: String) -> String? {
    var digits: [Int] = []
    for scalar in text.uppercased().unicodeScalars {
        if hyphens.contains(scalar) || scalar == " " || scalar == "\u{A0}" { continue }
        guard let digit = digitValue(scalar) else {
            digits.removeAll()
            continue
        }
        digits.append(digit)
        // "ISBN-13: 978…" begins with the name of the number.
        if digits.count > 2, digits.starts(with: [1, 3, 9, 7]) { digits.removeFirst(2) }
        if digits.count == 13, isISBN13(digits) { return digits.map(String.init).joined() }
        if digits.count == 10, !digits.starts(with: [9, 7]), isISBN10(digits) {
            return digits.map { $0 == 10 ? "X" : String($0) }.joined()
        }
    }
    return nil
}

private func isISBN13(_ digits: [Int]) -> Bool {
    guard digits.starts(with: [9, 7]), !digits.contains(10) else { return false }
    return digits.enumerated().reduce(0) { $0 + $1.element * ($1.offset.isMultiple(of: 2) ? 1 : 3) }.isMultiple(of: 10)
}

private func isISBN10(_ digits: [Int]) -> Bool {
    guard !digits.dropLast().contains(10) else { return false }
    return digits.enumerated().reduce(0) { $0 + $1.element * (10 - $1.offset) }.isMultiple(of: 11)
}

private func digitValue(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "0"..."9": Int(scalar.value) - 0x30
    case "X": 10
    default: nil
    }
}

private let hyphens: Set<Unicode.Scalar> = ["-", "‐", "‑", "–", "−"]
