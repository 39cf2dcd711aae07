extension [UInt8] {
    /// JSON for a `script` element: nothing in it can end the element, and no character in it changes how the source
    /// of the page is read.
    ///
    /// What is replaced stands in strings only, where JSON knows it as an escape too.
    func asPageData() -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(count + count / 16)
        result.append(String(decoding: self, as: UTF8.self)) { scalar in
            scalar.isRiskyInPageData ? escape(scalar) : nil
        }
        return result
    }
}

private func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
}

extension Unicode.Scalar {
    /// `<`, `>` and `&`; line separators; marks that turn the direction of text (UAX 9) or are invisible.
    fileprivate var isRiskyInPageData: Bool {
        switch value {
        case 0x3C, 0x3E, 0x26, 0x7F...0x9F, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
            0xFFF9...0xFFFB:
            true
        default: false
        }
    }
}
