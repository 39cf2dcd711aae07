import DocumentModel
import JSON

/// The rules that held somewhere in the report, each once, in the order in which they are first met.
struct ReportRules {
    private struct Key: Hashable {
        var code: CodeReference
        var rule: String
    }

    private let wordings: [Key: RuleWording]
    private var numbers: [Key: Int] = [:]
    private var met: [Key] = []

    init(_ wordings: [RuleWording]) {
        self.wordings = Dictionary(
            wordings.map { (Key(code: $0.code, rule: $0.rule), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The index of a match's rule in the list that ``write(to:settings:)`` gives.
    mutating func number(of match: RuleMatch) -> Int {
        let key = Key(code: match.code, rule: match.rule)
        if let number = numbers[key] { return number }
        numbers[key] = met.count
        met.append(key)
        return met.count - 1
    }

    /// Writes the list: of each rule its code, its id and its words; one with a 1 behind it is an expression.
    func write(to json: inout JSONWriter, settings: ChartSettings) {
        let categories = settings.columns.compactMap(\.category)
        json.array(of: met) { json, key in
            let wording = wordings[key]
            json.object { json in
                if key.code.dimension == settings.categoryDimension {
                    json.member("category", categories.firstIndex(of: key.code.code))
                    json.member("label", wording?.label ?? key.code.code)
                } else {
                    json.member("label", settings.themeLabel(key.code.code))
                }
                json.member("rule", key.rule)
                json.key("words")
                json.array(of: wording?.words ?? []) { json, part in
                    json.array { json in
                        json.value(part.text)
                        if part.isExpression { json.value(1) }
                    }
                }
            }
        }
    }
}
