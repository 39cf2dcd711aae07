import CSimdJSON

/// A string where the parser left it, for who copies it to a place of its own; valid as long as the text's document is
/// open.
@usableFromInline package struct JSONText: JSONReadable {
    /// Valid UTF-8, without escapes.
    package let utf8: UnsafeBufferPointer<UInt8>

    /// - Throws: `typeMismatch` unless it is a string.
    @usableFromInline package init(json: JSONNode) throws {
        guard json.kind == CSIMDJSON_STRING else { throw json.mismatch("a string") }
        var length = 0
        let text = csimdjson_string(json.value, &length)
        utf8 = UnsafeBufferPointer(
            start: UnsafeRawPointer(text)?.assumingMemoryBound(to: UInt8.self), count: length)
    }

    package var string: String { String(decoding: utf8, as: UTF8.self) }
}
