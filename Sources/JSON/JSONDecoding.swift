import CSimdJSON

/// Decodes a value from UTF-8 JSON.
///
/// The text is parsed by simdjson: what workers read of documents is decoded on every run, and Foundation's decoder
/// took a tenth of the time in which poppler reads a PDF. Strings may hold U+0000; of a key that occurs twice the
/// first value counts; nesting beyond 1,024 levels is refused.
///
/// - Throws: `DecodingError`: `dataCorrupted` for bytes that are no JSON, otherwise what the value's type makes of the
///   JSON, with the path of keys that leads there.
package func decodeJSON<Value: Decodable>(_ type: Value.Type, from bytes: some Sequence<UInt8>) throws -> Value {
    if let value = try bytes.withContiguousStorageIfAvailable({ try decode(type, from: UnsafeRawBufferPointer($0)) }) {
        return value
    }
    return try Array(bytes).withUnsafeBytes { try decode(type, from: $0) }
}

/// Reads a value that takes its parts by itself; otherwise like ``decodeJSON(_:from:)``, and faster.
@inlinable package func readJSON<Value: JSONReadable>(
    _ type: Value.Type, from bytes: UnsafeBufferPointer<UInt8>
) throws -> Value {
    try withJSON(bytes) { try Value(json: $0) }
}

/// Calls `body` with the root of a parsed text, which is valid until it returns.
@inlinable package func withJSON<Result>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (JSONNode) throws -> Result
) throws -> Result {
    let (document, root) = try parseJSON(bytes)
    defer { closeJSON(document) }
    return try body(root)
}

/// Parses a text; the root and what is below it are valid until the document is closed.
@usableFromInline func parseJSON(
    _ bytes: UnsafeBufferPointer<UInt8>
) throws -> (document: OpaquePointer, root: JSONNode) {
    var root = csimdjson_value()
    var error: UnsafePointer<CChar>?
    let start = UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
    guard let document = csimdjson_parse(start, bytes.count, &root, &error) else {
        let reason = error.map { String(cString: $0) } ?? ""
        throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: reason))
    }
    return (document, JSONNode(root))
}

@usableFromInline func closeJSON(_ document: OpaquePointer) { csimdjson_free(document) }

private func decode<Value: Decodable>(_ type: Value.Type, from bytes: UnsafeRawBufferPointer) throws -> Value {
    let (document, root) = try parseJSON(bytes.bindMemory(to: UInt8.self))
    defer { closeJSON(document) }
    return try root.decode(type)
}

/// A value in a parsed JSON text; it is valid as long as the text's document is open.
@usableFromInline package struct JSONNode {
    let value: csimdjson_value

    init(_ value: csimdjson_value) {
        self.value = value
    }

    var kind: csimdjson_kind { csimdjson_kind_of(value) }
    var isNull: Bool { kind == CSIMDJSON_NULL }

    /// A value whose type says itself how it is decoded.
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try Value(from: JSONNodeDecoder(node: self))
    }

    /// - Throws: `typeMismatch` unless it is a string.
    func string() throws -> String { try JSONText(json: self).string }

    /// - Throws: `typeMismatch` unless it is `true` or `false`.
    func truth() throws -> Bool {
        let kind = kind
        guard kind == CSIMDJSON_TRUE || kind == CSIMDJSON_FALSE else { throw mismatch("true or false") }
        return kind == CSIMDJSON_TRUE
    }

    /// - Throws: `typeMismatch` unless it is a number without a fraction that the type can hold.
    func integer() throws -> Int {
        let number: Int? =
            switch kind {
            case CSIMDJSON_INTEGER: Int(exactly: csimdjson_integer(value))
            case CSIMDJSON_NUMBER: Int(exactly: csimdjson_number(value))
            default: nil
            }
        guard let number else { throw mismatch("a whole number") }
        return number
    }

    /// - Throws: `typeMismatch` unless it is a number.
    func double() throws -> Double {
        guard kind == CSIMDJSON_INTEGER || kind == CSIMDJSON_NUMBER else { throw mismatch("a number") }
        return csimdjson_number(value)
    }

    func mismatch(_ expected: String) -> DecodingError {
        .typeMismatch(
            JSONNode.self, .init(codingPath: [], debugDescription: "\(name(of: kind)) stands where \(expected) should"))
    }
}

private func name(of kind: csimdjson_kind) -> String {
    switch kind {
    case CSIMDJSON_OBJECT: "an object"
    case CSIMDJSON_ARRAY: "an array"
    case CSIMDJSON_STRING: "a string"
    case CSIMDJSON_TRUE, CSIMDJSON_FALSE: "a truth value"
    case CSIMDJSON_NULL: "null"
    default: "a number"
    }
}

extension DecodingError {
    /// The error with a key before its path: paths grow on the way out, so that success pays nothing for them.
    func under(_ key: any CodingKey) -> DecodingError {
        func deeper(_ context: Context) -> Context {
            Context(
                codingPath: [key] + context.codingPath, debugDescription: context.debugDescription,
                underlyingError: context.underlyingError)
        }
        return switch self {
        case .typeMismatch(let type, let context): .typeMismatch(type, deeper(context))
        case .valueNotFound(let type, let context): .valueNotFound(type, deeper(context))
        case .keyNotFound(let missing, let context): .keyNotFound(missing, deeper(context))
        case .dataCorrupted(let context): .dataCorrupted(deeper(context))
        @unknown default: self
        }
    }
}
