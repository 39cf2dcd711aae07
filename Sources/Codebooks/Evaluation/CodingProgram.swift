import DocumentModel
import Expressions
import Matching

/// Codebooks as numbers, for evaluation: rules, codes and dimensions are indices, expressions are entries of
/// matchers.
struct CodingProgram: Sendable {
    /// One for each language of the codebooks.
    private(set) var matchers: [LanguageMatchers] = []
    /// In the order of the codebooks and of their dimensions.
    private(set) var dimensions: [DimensionProgram] = []
    /// Indices of ``dimensions``, so that each comes after those that its `when` asks for.
    private(set) var order: [Int] = []
    /// Whether that is the order of ``dimensions``.
    private(set) var isInOrder = true
    /// Section kinds that no dimension codes.
    private(set) var skipped = SectionSet.all
    private(set) var names = CodeNames()

    init(_ codebooks: [Codebook]) {
        var builders: [LanguageBuilder] = []
        for codebook in codebooks {
            let language: Int
            if let known = builders.firstIndex(where: { $0.language == codebook.language }) {
                language = known
            } else {
                language = builders.count
                builders.append(LanguageBuilder(language: codebook.language))
            }
            let first = dimensions.count
            let firstNumbers = codebook.dimensions.map { names.append($0) }
            var codeNumbers: [CodeReference: Int] = [:]
            for (dimension, numbers) in zip(codebook.dimensions, firstNumbers) {
                for index in dimension.codes.indices {
                    codeNumbers[names.reference(numbers.code + index)] = numbers.code + index
                }
            }
            for (dimension, numbers) in zip(codebook.dimensions, firstNumbers) {
                let rules = builders[language].rules(of: dimension, in: codebook, codeNumbers)
                dimensions.append(
                    DimensionProgram(dimension, language: language, skip: codebook.skip, rules: rules, first: numbers))
            }
            order += DimensionOrder(codebook.dimensions).order.map { first + $0 }
        }
        isInOrder = order == order.sorted()
        matchers = builders.map { $0.matchers() }
        for dimension in dimensions { skipped.formIntersection(dimension.skip) }
    }
}

/// The numbers of a dimension and of its first code and rule among those of all codebooks.
struct FirstNumbers {
    var dimension: Int
    var code: Int
    var rule: Int
}

extension CodeNames {
    fileprivate mutating func append(_ dimension: Dimension) -> FirstNumbers {
        let first = FirstNumbers(dimension: dimensions.count, code: codes.count, rule: rules.count)
        appendDimension(dimension.id)
        for code in dimension.codes {
            appendCode(code.id)
            for rule in code.rules { appendRule(rule.id) }
        }
        return first
    }
}

/// The matchers of all codebooks of one language; nil where no rule needs one.
struct LanguageMatchers: Sendable {
    /// Entries of `match` and `unless`.
    var text: Matcher?
    /// Entries of `under`.
    var context: Matcher?
    /// Entries of `previous`.
    var previous: Matcher?
}

/// A dimension whose rules refer to entries of its language's matchers.
///
/// A class, for passages look at it far too often to copy its lists.
final class DimensionProgram: Sendable {
    let first: FirstNumbers
    let language: Int
    let unit: Dimension.Unit
    let assign: Dimension.Assignment
    let skip: SectionSet
    /// By code, in thousandths.
    let thresholds: [Int]
    let rules: DimensionRules

    init(
        _ dimension: Dimension, language: Int, skip: [SectionKind], rules: DimensionRules, first: FirstNumbers
    ) {
        self.first = first
        self.language = language
        unit = dimension.unit
        assign = dimension.assign
        self.skip = SectionSet(skip)
        thresholds = dimension.codes.map(\.threshold)
        self.rules = rules
    }
}

/// The rules of a dimension, and which entries of the language's matchers are theirs.
struct DimensionRules: Sendable {
    /// By code, then in the author's order.
    var rules: [RuleProgram] = []
    /// Numbers of codes, for the rules' ``RuleProgram/when``.
    var conditions: [Int] = []
    /// The entries of this dimension's rules, which follow each other.
    var textEntries = 0..<0
    var contextEntries = 0..<0
    var previousEntries = 0..<0
    /// The rule that a text entry of `match` belongs to, by entry less `textEntries.lowerBound`; nil for `unless`.
    var matchRules: [Int?] = []
    /// The rules of context and previous entries, in the same way.
    var contextRules: [Int] = []
    var previousRules: [Int] = []
}

/// A rule with its expressions as entries.
struct RuleProgram: Sendable {
    /// Index into the dimension's codes.
    var code: Int
    var weight: Int
    var match: Int?
    var at: Rule.Anchor?
    var unless: Int?
    var under: Int?
    var previous: Int?
    /// Sections where the rule may hold; an unknown section always may.
    var sections: SectionSet
    /// Conditions of the dimension of which one must be assigned; empty asks nothing.
    var when: Range<Int>
}

/// Section kinds as bits.
struct SectionSet: BitwiseCopyable, Sendable {
    private var bits: UInt16 = 0

    static let all = SectionSet(SectionKind.allCases)

    init(_ kinds: [SectionKind]) {
        for kind in kinds { bits |= Self.bit(kind) }
    }

    func contains(_ kind: SectionKind) -> Bool { bits & Self.bit(kind) != 0 }

    mutating func subtract(_ other: SectionSet) { bits &= ~other.bits }

    mutating func formIntersection(_ other: SectionSet) { bits &= other.bits }

    private static func bit(_ kind: SectionKind) -> UInt16 {
        switch kind {
        case .abstract: 1 << 0
        case .introduction: 1 << 1
        case .methods: 1 << 2
        case .results: 1 << 3
        case .discussion: 1 << 4
        case .conclusions: 1 << 5
        case .recommendations: 1 << 6
        case .references: 1 << 7
        case .acknowledgements: 1 << 8
        case .appendix: 1 << 9
        case .contents: 1 << 10
        case .other: 1 << 11
        }
    }
}
