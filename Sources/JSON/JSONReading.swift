import CSimdJSON

/// A type that takes its parts from parsed JSON by itself.
///
/// For what every run reads in great numbers, such as the blocks of documents: there the containers and coding keys of
/// `Decodable` cost several times what the values do.
@usableFromInline package protocol JSONReadable {
    /// - Throws: `DecodingError`, as `Decodable` does.
    init(json: JSONNode) throws
}

/// A ``JSONReadable`` that may also be part of what is `Decodable`.
package protocol JSONDecodable: JSONReadable, Decodable {}

extension JSONDecodable {
    /// - Throws: `dataCorrupted` too, if the decoder is none of ``decodeJSON(_:from:)``.
    package init(from decoder: any Decoder) throws {
        guard let decoder = decoder as? JSONNodeDecoder else {
            let reason = "\(Self.self) is read by decodeJSON only"
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: reason))
        }
        try self.init(json: decoder.node)
    }
}

// What is generic is inlinable: without the types it would cost more than what it reads.
extension JSONNode {
    /// The member of that name.
    ///
    /// - Throws: `keyNotFound`; `valueNotFound` for null; what its type throws, with the name before the path.
    @inlinable package func value<Value: JSONReadable>(at name: StaticString) throws -> Value {
        let member = try member(name)
        do {
            return try Value(json: member)
        } catch {
            throw named(error, name)
        }
    }

    /// The member of that name, or nil for one that is null or not there.
    @inlinable package func valueIfAny<Value: JSONReadable>(at name: StaticString) throws -> Value? {
        guard let member = try memberIfAny(name) else { return nil }
        do {
            return try Value(json: member)
        } catch {
            throw named(error, name)
        }
    }

    /// The member of that name, of a type that is no ``JSONReadable``.
    package func decode<Value: Decodable>(_ type: Value.Type, at name: StaticString) throws -> Value {
        let member = try member(name)
        do {
            return try member.decode(type)
        } catch {
            throw named(error, name)
        }
    }

    @usableFromInline func member(_ name: StaticString) throws -> JSONNode {
        if let member = try memberIfAny(name) { return member }
        guard try anyMember(name) != nil else {
            let context = DecodingError.Context(codingPath: [], debugDescription: "there is no such key")
            throw DecodingError.keyNotFound(JSONName(name), context)
        }
        let reason = "null stands where a value should"
        throw DecodingError.valueNotFound(JSONNode.self, .init(codingPath: [JSONName(name)], debugDescription: reason))
    }

    @usableFromInline func memberIfAny(_ name: StaticString) throws -> JSONNode? {
        guard let member = try anyMember(name), !member.isNull else { return nil }
        return member
    }

    private func anyMember(_ name: StaticString) throws -> JSONNode? {
        guard kind == CSIMDJSON_OBJECT else { throw mismatch("an object") }
        var found = csimdjson_value()
        let isThere = name.utf8Start.withMemoryRebound(to: CChar.self, capacity: name.utf8CodeUnitCount) {
            csimdjson_member(value, $0, name.utf8CodeUnitCount, &found)
        }
        return isThere ? JSONNode(found) : nil
    }

    @usableFromInline func named(_ error: any Error, _ name: StaticString) -> any Error {
        (error as? DecodingError)?.under(JSONName(name)) ?? error
    }

    @usableFromInline func elements() throws -> JSONElements {
        guard kind == CSIMDJSON_ARRAY else { throw mismatch("an array") }
        return JSONElements(self)
    }
}

/// The elements of an array, one after the other.
@usableFromInline struct JSONElements {
    private var place: csimdjson_value
    private let end: Int

    fileprivate init(_ array: JSONNode) {
        place = csimdjson_first(array.value)
        end = csimdjson_end(array.value).place
    }

    @usableFromInline mutating func next() -> JSONNode? {
        guard place.place != end else { return nil }
        defer { place = csimdjson_element_after(place) }
        return JSONNode(csimdjson_element_at(place))
    }

    @usableFromInline func named(_ error: any Error, at index: Int) -> any Error {
        (error as? DecodingError)?.under(JSONIndex(intValue: index)) ?? error
    }
}

// MARK: Plain values

extension String: JSONReadable {
    @usableFromInline package init(json: JSONNode) throws { self = try json.string() }
}

extension Int: JSONReadable {
    @usableFromInline package init(json: JSONNode) throws { self = try json.integer() }
}

extension Double: JSONReadable {
    @usableFromInline package init(json: JSONNode) throws { self = try json.double() }
}

extension Array: JSONReadable where Element: JSONReadable {
    @inlinable package init(json: JSONNode) throws {
        var elements = try json.elements()
        self = []
        while let element = elements.next() {
            do {
                append(try Element(json: element))
            } catch {
                throw elements.named(error, at: count)
            }
        }
    }
}

extension JSONReadable where Self: RawRepresentable<String> {
    @inlinable package init(json: JSONNode) throws {
        let name = try String(json: json)
        guard let value = Self(rawValue: name) else {
            let reason = "'\(name)' is no name that \(Self.self) knows"
            throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: reason))
        }
        self = value
    }
}

/// The name of a member in the path of an error.
private struct JSONName: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: StaticString) { stringValue = name.description }
    init?(stringValue: String) { nil }
    init?(intValue: Int) { nil }
}
