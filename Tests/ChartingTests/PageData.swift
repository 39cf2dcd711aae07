import Foundation
import Testing

/// The data of a written report, as the page's script sees it.
struct PageData {
    struct Document {
        var path: String
        var texts: [String]
        var items: [Item]

        fileprivate init(_ index: Index, _ evidence: Evidence) {
            path = index.path
            texts = evidence.texts
            items = zip(index.items, evidence.items).map { item, evidence in
                Item(
                    id: item.id, places: item.places, quote: evidence.quote, cut: evidence.cut,
                    matches: evidence.matches)
            }
        }

        func quote(of item: Item) -> String { scalars(texts[item.quote[0]], item.quote[1], item.quote[2]) }
    }

    struct Item {
        var id: String
        /// Category, number in its cell, score.
        var places: [[Int]]
        /// Text, start, end.
        var quote: [Int]
        var cut: Int?
        var matches: [Match]
    }

    /// What stands in the element of a document.
    fileprivate struct Index: Decodable {
        struct Item: Decodable {
            var id: String
            var places: [[Int]]

            enum CodingKeys: String, CodingKey {
                case id
                case places = "in"
            }
        }

        var path: String
        var items: [Item]
    }

    /// What stands in the element behind it.
    fileprivate struct Evidence: Decodable {
        struct Item: Decodable {
            var quote: [Int]
            var cut: Int?
            var matches: [Match]
        }

        var texts: [String]
        var items: [Item]
    }

    struct Match: Decodable {
        var rule: Int
        var spans: [Span]

        init(from decoder: any Decoder) throws {
            var parts = try decoder.unkeyedContainer()
            rule = try parts.decode(Int.self)
            spans = try parts.decode([Span].self)
        }
    }

    struct Span: Decodable {
        var source: String
        var start: Int
        var end: Int
        var level: Int?

        init(from decoder: any Decoder) throws {
            var parts = try decoder.unkeyedContainer()
            source = try parts.decode(String.self)
            start = try parts.decode(Int.self)
            end = try parts.decode(Int.self)
            level = parts.isAtEnd ? nil : try parts.decode(Int.self)
        }
    }

    struct Settings: Decodable {
        var rules: [Rule]
    }

    struct Rule: Decodable {
        var label: String
        var rule: String
        var words: [Word]
    }

    struct Word: Decodable {
        var text: String
        var isExpression: Bool

        init(from decoder: any Decoder) throws {
            var parts = try decoder.unkeyedContainer()
            text = try parts.decode(String.self)
            isExpression = !parts.isAtEnd
        }
    }

    var documents: [Document]
    var settings: Settings

    init(_ page: String) throws {
        let scripts = page.components(separatedBy: "<script type=\"application/json\" ").dropFirst().map { rest in
            rest.components(separatedBy: "</script>")[0].split(separator: ">", maxSplits: 1)
        }
        let decoder = JSONDecoder()
        func all<Value: Decodable>(_ type: Value.Type, _ kind: String) throws -> [Value] {
            try scripts.filter { $0[0] == "class=\"\(kind)\"" }.map {
                try decoder.decode(Value.self, from: Data($0[1].utf8))
            }
        }
        documents = zip(try all(Index.self, "document"), try all(Evidence.self, "evidence")).map(Document.init)
        let data = try #require(scripts.first { $0[0] == "id=\"settings\"" })
        settings = try decoder.decode(Settings.self, from: Data(data[1].utf8))
    }
}

/// The code points `start..<end` of a text.
func scalars(_ text: String, _ start: Int, _ end: Int) -> String {
    String(String.UnicodeScalarView(Array(text.unicodeScalars)[start..<end]))
}
