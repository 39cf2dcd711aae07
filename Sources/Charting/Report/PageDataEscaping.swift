extension [UInt8] {
    /// JSON for a `script` element: nothing in it can end the element, and no character in it changes how the source
    /// of the page is read.
    ///
    /// It is ASCII, because browsers keep and read such a page with one byte a character. What is replaced stands in
    /// strings only, where JSON knows it as an escape too.
    func asPageData() -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(count + count / 16)
        result.append(String(decoding: self, as: UTF8.self)) { scalar in
            scalar.isPlainInPageData ? nil : UTF16.encode(scalar)!.map(escape).joined()
        }
        return result
    }
}

private func escape(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
}

extension Unicode.Scalar {
    /// Markup begins with `<` and `&`, and comments end with `>`.
    fileprivate var isPlainInPageData: Bool {
        switch self {
        case "<", ">", "&", "\u{7F}": false
        default: isASCII
        }
    }
}
