/// A decimal number in thousandths, as scores are kept; nil if it is none, has more than three places, or is
/// above a million.
package func thousandths(_ text: String) -> Int? {
    let isNegative = text.hasPrefix("-")
    let parts = text.dropFirst(isNegative ? 1 : 0).utf8.split(
        separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = number(parts[0]), whole <= 1_000_000 else { return nil }
    var fraction = 0
    if parts.count == 2 {
        guard parts[1].count <= 3, let digits = number(parts[1]) else { return nil }
        fraction = digits * [1, 100, 10, 1][parts[1].count]
    }
    let value = whole * 1000 + fraction
    return isNegative ? -value : value
}

private func number(_ digits: Substring.UTF8View) -> Int? {
    guard !digits.isEmpty, digits.count <= 7, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
}
