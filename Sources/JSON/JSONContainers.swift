import CSimdJSON

/// What `Decodable` types ask for their parts.
struct JSONNodeDecoder: Decoder {
    let node: JSONNode

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(try JSONObjectContainer<Key>(node))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer { try JSONArrayContainer(node) }

    func singleValueContainer() throws -> any SingleValueDecodingContainer { JSONValueContainer(node: node) }
}

/// The members of an object.
private struct JSONObjectContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
    private let node: JSONNode

    init(_ node: JSONNode) throws {
        guard node.kind == CSIMDJSON_OBJECT else { throw node.mismatch("an object") }
        self.node = node
    }

    var codingPath: [any CodingKey] { [] }

    var allKeys: [Key] {
        var keys: [Key] = []
        var place = csimdjson_first(node.value)
        let end = csimdjson_end(node.value).place
        while place.place != end {
            var length = 0
            let name = csimdjson_name_at(place, &length)
            let text = String(decoding: UnsafeRawBufferPointer(start: name, count: length), as: UTF8.self)
            if let key = Key(stringValue: text) { keys.append(key) }
            place = csimdjson_member_after(place)
        }
        return keys
    }

    func contains(_ key: Key) -> Bool { member(key) != nil }

    func decodeNil(forKey key: Key) throws -> Bool { try required(key).isNull }
    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try read(key) { try $0.truth() } }
    func decode(_ type: String.Type, forKey key: Key) throws -> String { try read(key) { try $0.string() } }
    func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try read(key) { try $0.double() } }
    func decode(_ type: Float.Type, forKey key: Key) throws -> Float { try read(key) { Float(try $0.double()) } }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try read(key) { try $0.integer() } }
    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try read(key) { try $0.decode(type) }
    }

    func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? { try readAny(key) { try $0.truth() } }
    func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
        try readAny(key) { try $0.string() }
    }
    func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? { try readAny(key) { try $0.integer() } }
    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
        try readAny(key) { try $0.decode(type) }
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        KeyedDecodingContainer(try read(key) { try JSONObjectContainer<Nested>($0) })
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try read(key) { try JSONArrayContainer($0) }
    }

    func superDecoder() throws -> any Decoder { JSONNodeDecoder(node: node) }
    func superDecoder(forKey key: Key) throws -> any Decoder { JSONNodeDecoder(node: try required(key)) }

    private func member(_ key: Key) -> JSONNode? {
        var name = key.stringValue
        var found = csimdjson_value()
        let isThere = name.withUTF8 { utf8 in
            utf8.withMemoryRebound(to: CChar.self) {
                csimdjson_member(node.value, $0.baseAddress, $0.count, &found)
            }
        }
        return isThere ? JSONNode(found) : nil
    }

    private func required(_ key: Key) throws -> JSONNode {
        guard let value = member(key) else {
            throw DecodingError.keyNotFound(key, .init(codingPath: [], debugDescription: "there is no such key"))
        }
        return value
    }

    private func read<Value>(_ key: Key, _ body: (JSONNode) throws -> Value) throws -> Value {
        let value = try required(key)
        if value.isNull, !(Value.self is any ExpressibleByNilLiteral.Type) {
            let context = DecodingError.Context(codingPath: [key], debugDescription: "null stands where a value should")
            throw DecodingError.valueNotFound(Value.self, context)
        }
        return try named(key) { try body(value) }
    }

    /// nil for a member that is null or not there.
    private func readAny<Value>(_ key: Key, _ body: (JSONNode) throws -> Value) throws -> Value? {
        guard let value = member(key), !value.isNull else { return nil }
        return try named(key) { try body(value) }
    }
}

/// The elements of an array, one after the other.
private struct JSONArrayContainer: UnkeyedDecodingContainer {
    private var place: csimdjson_value
    private let end: Int
    private(set) var currentIndex = 0

    init(_ node: JSONNode) throws {
        guard node.kind == CSIMDJSON_ARRAY else { throw node.mismatch("an array") }
        place = csimdjson_first(node.value)
        end = csimdjson_end(node.value).place
    }

    var codingPath: [any CodingKey] { [] }
    var count: Int? { nil }
    var isAtEnd: Bool { place.place == end }

    mutating func decodeNil() throws -> Bool {
        let isNull = try element().isNull
        if isNull { advance() }
        return isNull
    }

    mutating func decode(_ type: Bool.Type) throws -> Bool { try read { try $0.truth() } }
    mutating func decode(_ type: String.Type) throws -> String { try read { try $0.string() } }
    mutating func decode(_ type: Double.Type) throws -> Double { try read { try $0.double() } }
    mutating func decode(_ type: Float.Type) throws -> Float { try read { Float(try $0.double()) } }
    mutating func decode(_ type: Int.Type) throws -> Int { try read { try $0.integer() } }
    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try read { try $0.decode(type) } }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
        KeyedDecodingContainer(try read { try JSONObjectContainer<Nested>($0) })
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try read { try JSONArrayContainer($0) }
    }

    mutating func superDecoder() throws -> any Decoder { try read { JSONNodeDecoder(node: $0) } }

    private func element() throws -> JSONNode {
        guard !isAtEnd else {
            let context = DecodingError.Context(codingPath: [], debugDescription: "the array has no further element")
            throw DecodingError.valueNotFound(JSONNode.self, context)
        }
        return JSONNode(csimdjson_element_at(place))
    }

    private mutating func advance() {
        place = csimdjson_element_after(place)
        currentIndex += 1
    }

    private mutating func read<Value>(_ body: (JSONNode) throws -> Value) throws -> Value {
        let value = try element()
        let result = try named(JSONIndex(intValue: currentIndex)) { try body(value) }
        advance()
        return result
    }
}

/// A value by itself.
private struct JSONValueContainer: SingleValueDecodingContainer {
    let node: JSONNode

    var codingPath: [any CodingKey] { [] }

    func decodeNil() -> Bool { node.isNull }
    func decode(_ type: Bool.Type) throws -> Bool { try node.truth() }
    func decode(_ type: String.Type) throws -> String { try node.string() }
    func decode(_ type: Double.Type) throws -> Double { try node.double() }
    func decode(_ type: Float.Type) throws -> Float { Float(try node.double()) }
    func decode(_ type: Int.Type) throws -> Int { try node.integer() }
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try node.decode(type) }
}

/// The place of an element in the path of an error.
struct JSONIndex: CodingKey {
    var intValue: Int?
    var stringValue: String { intValue.map { "\($0)" } ?? "" }

    init(intValue: Int) { self.intValue = intValue }
    init?(stringValue: String) { nil }
}

/// What `body` gives; its errors tell that they come from under the key.
private func named<Value>(_ key: @autoclosure () -> any CodingKey, _ body: () throws -> Value) throws -> Value {
    do {
        return try body()
    } catch let error as DecodingError {
        throw error.under(key())
    }
}
