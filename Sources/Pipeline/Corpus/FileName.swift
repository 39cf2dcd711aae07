/// The name of a file as the kernel knows it: bytes, which need not be UTF-8.
package struct FileName: Sendable, Hashable, Comparable {
    package var bytes: [UInt8]

    package init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    package init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// The name for people: bytes that are no UTF-8 are shown as U+FFFD.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The bytes with the NUL that system calls need.
    package var terminated: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }

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
