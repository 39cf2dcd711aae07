import JSON
import Testing

@Suite struct JSONReadingTests {
    enum Colour: String, JSONReadable {
        case red, green
    }

    struct Bed: JSONDecodable, Equatable {
        var name: String
        var colour: Colour?
        var widths: [Int]
        var share: Double

        init(json: JSONNode) throws {
            name = try json.value(at: "name")
            colour = try json.valueIfAny(at: "colour")
            widths = try json.value(at: "widths")
            share = try json.value(at: "share")
        }
    }

    struct Garden: JSONDecodable {
        var beds: [Bed]
        var labels: [String: Int]

        init(json: JSONNode) throws {
            beds = try json.value(at: "beds")
            labels = try json.decode([String: Int].self, at: "labels")
        }
    }

    struct Owner: Decodable {
        var garden: Garden
    }

    private func owner(beds: String, labels: String = "{}") throws -> Owner {
        try decodeJSON(Owner.self, from: #"{"garden": {"labels": \#(labels), "beds": [\#(beds)]}}"#.utf8)
    }

    @Test func readsMembersInAnyOrderAndWhatIsNotThere() throws {
        let garden = try owner(
            beds: #"""
                {"share": 0.5, "widths": [], "name": "a", "colour": null, "more": [{}]},
                {"name": "é", "name": "later", "colour": "green", "widths": [1, -2, 3.0], "share": 2}
                """#, labels: #"{"x": 7}"#
        ).garden
        #expect(garden.labels == ["x": 7])
        let (first, second) = (garden.beds[0], garden.beds[1])
        #expect((first.name, first.widths, first.share) == ("a", [], 0.5))
        #expect(first.colour == nil)
        #expect((second.name, second.widths, second.share) == ("é", [1, -2, 3], 2))
        #expect(second.colour == .green)
    }

    @Test(arguments: [
        (#"{"name": 1, "widths": [], "share": 1}"#, "garden.beds.0.name"),
        (#"{"name": null, "widths": [], "share": 1}"#, "garden.beds.0.name"),
        (#"{"name": "a", "widths": [1, 1.5], "share": 1}"#, "garden.beds.0.widths.1"),
        (#"{"name": "a", "widths": {}, "share": 1}"#, "garden.beds.0.widths"),
        (#"{"name": "a", "widths": [], "share": "1"}"#, "garden.beds.0.share"),
        (#"{"name": "a", "colour": "blue", "widths": [], "share": 1}"#, "garden.beds.0.colour"),
        ("[]", "garden.beds.0"),
    ])
    func errorsNameTheKeysThatLeadThere(bed: String, path: String) throws {
        let error = try #require(throws: DecodingError.self) { try owner(beds: bed) }
        let context: DecodingError.Context? =
            switch error {
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context): context
            default: nil
            }
        #expect(context?.codingPath.map(\.stringValue).joined(separator: ".") == path)
    }

    @Test func aMissingKeyIsNamed() throws {
        let error = try #require(throws: DecodingError.self) { try owner(beds: #"{"name": "a", "share": 1}"#) }
        guard case .keyNotFound(let key, let context) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(key.stringValue == "widths")
        #expect(context.codingPath.map(\.stringValue) == ["garden", "beds", "0"])
    }
}
