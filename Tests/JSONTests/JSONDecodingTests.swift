import JSON
import Testing

@Suite struct JSONDecodingTests {
    struct Part: Decodable, Equatable {
        var name: String
        var numbers: [Int]
        var share: Double?
        var isLast: Bool
    }

    struct Whole: Decodable, Equatable {
        var parts: [Part]
        var labels: [String: [String]?]
    }

    @Test func decodesObjectsArraysAndOptionals() throws {
        let whole = try decodeJSON(
            Whole.self,
            from: #"""
                {"labels": {"a": ["x", "é\u0000y"], "b": null}, "other": [1, {"k": 2}],
                 "parts": [{"name": "one", "numbers": [1, -2, 3.0], "share": null, "isLast": false},
                           {"name": "", "numbers": [], "share": 2, "isLast": true}]}
                """#.utf8)
        #expect(
            whole
                == Whole(
                    parts: [
                        Part(name: "one", numbers: [1, -2, 3], share: nil, isLast: false),
                        Part(name: "", numbers: [], share: 2, isLast: true),
                    ], labels: ["a": ["x", "é\0y"], "b": nil]))
    }

    @Test func readsWhatTheWriterWrote() throws {
        let strings = [
            "", "\"\\/\u{1}\n\t", "a\u{0}b", "ﬁn 🙂 \u{10FFFF} \u{FFFE}", String(repeating: "long ", count: 50_000),
        ]
        var json = JSONWriter()
        json.array(strings)
        #expect(try decodeJSON([String].self, from: json.bytes) == strings)
    }

    @Test(arguments: [Int.min, -1001, -1, 0, 7, 1234, Int.max])
    func integersComeBackAsTheyWere(integer: Int) throws {
        var json = JSONWriter()
        json.value(integer)
        #expect(json.text == "\(integer)")
        #expect(try decodeJSON(Int.self, from: json.bytes) == integer)
    }

    @Test(arguments: [
        (#"{"parts": [{"name": "a", "numbers": [1, "2"], "isLast": true}], "labels": {}}"#, "parts.0.numbers.1"),
        (#"{"parts": [{"name": null, "numbers": [], "isLast": true}], "labels": {}}"#, "parts.0.name"),
        (#"{"parts": {}, "labels": {}}"#, "parts"),
        (#"{"parts": [], "labels": {"a": [1]}}"#, "labels.a.0"),
        (#"{"parts": [{"name": "a", "numbers": [1.5], "isLast": true}], "labels": {}}"#, "parts.0.numbers.0"),
    ])
    func errorsNameTheKeysThatLeadThere(text: String, path: String) throws {
        let error = try #require(throws: DecodingError.self) { try decodeJSON(Whole.self, from: text.utf8) }
        let context: DecodingError.Context? =
            switch error {
            case .typeMismatch(_, let context), .valueNotFound(_, let context): context
            default: nil
            }
        #expect(context?.codingPath.map(\.stringValue).joined(separator: ".") == path)
    }

    @Test func aMissingKeyIsNamed() throws {
        let error = try #require(throws: DecodingError.self) {
            try decodeJSON(Whole.self, from: #"{"parts": [{"name": "a", "isLast": true}], "labels": {}}"#.utf8)
        }
        guard case .keyNotFound(let key, let context) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(key.stringValue == "numbers")
        #expect(context.codingPath.map(\.stringValue) == ["parts", "0"])
    }

    @Test(arguments: ["", "{", "[1,]", "{\"a\": 1} x", "nul", "\"\u{1}\"", String(repeating: "[", count: 100_000)])
    func whatIsNoJSONIsRefusedWithAReason(text: String) throws {
        let error = try #require(throws: DecodingError.self) { try decodeJSON([Int].self, from: text.utf8) }
        guard case .dataCorrupted(let context) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(!context.debugDescription.isEmpty)
    }

    @Test func bytesThatAreNoUTF8AreRefused() {
        #expect(throws: DecodingError.self) { try decodeJSON([String].self, from: [0x5B, 0x22, 0xFF, 0x22, 0x5D]) }
    }
}
