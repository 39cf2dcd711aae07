/// The name of a file as the kernel knows it: bytes, which need not be UTF-8.
package struct FileName: Sendable, Hashable, Comparable {
    package var bytes: [UInt8]

    package init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    package init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// The name for people and for outputs: a byte that is no UTF-8, and a control character, is shown as `\xE9`,
    /// so that different names stay different and none can write over a terminal's lines.
    package var text: String {
        var result = ""
        var rest = bytes[...]
        while !rest.isEmpty {
            let (scalar, length) = firstScalar(of: rest)
            if let scalar, scalar.properties.generalCategory != .control {
                result.unicodeScalars.append(scalar)
            } else {
                for byte in rest.prefix(length) {
                    result += "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
                }
            }
            rest = rest.dropFirst(length)
        }
        return result
    }

    /// The code point that bytes begin with and how many bytes it takes, or one byte that begins none.
    private func firstScalar(of bytes: ArraySlice<UInt8>) -> (scalar: Unicode.Scalar?, length: Int) {
        for length in 1...min(4, bytes.count) {
            if let text = String(validating: bytes.prefix(length), as: UTF8.self) {
                return (text.unicodeScalars.first, length)
            }
        }
        return (nil, 1)
    }

    /// The bytes with the NUL that system calls need.
    package var terminated: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }

    /// What stands after the last slash.
    var lastComponent: FileName { FileName(bytes: Array(bytes.suffix(from: afterLastSlash))) }

    /// What stands before the last slash: `.` if there is none.
    var parent: FileName { afterLastSlash == 0 ? FileName(".") : FileName(bytes: Array(bytes.prefix(afterLastSlash))) }

    private var afterLastSlash: Int { bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0 }

    /// `self/component`.
    package func appending(_ component: FileName) -> FileName {
        if bytes.isEmpty { return component }
        let separator: [UInt8] = bytes.last == UInt8(ascii: "/") ? [] : [UInt8(ascii: "/")]
        return FileName(bytes: bytes + separator + component.bytes)
    }

    /// Corpus order: by bytes.
    package static func < (first: FileName, second: FileName) -> Bool {
        first.bytes.lexicographicallyPrecedes(second.bytes)
    }
}
