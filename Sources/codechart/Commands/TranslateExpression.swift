import ArgumentParser
import Codebooks
import Diagnostics
import Expressions
import Matching
import Pipeline

struct TranslateExpression: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "translate",
        abstract: "Turn a database's search string into an expression, or an expression into a search string.",
        discussion: """
            codechart codebook translate --from ovid "(integrat\\$ adj3 (care or service#)).ti,ab."
            codechart codebook translate --to pubmed "lack* AND (money NEAR/3 staff)"
            codechart codebook translate --from ovid --to ebsco - < strategy.txt

            Databases: \(Dialect.all.map(\.name).joined(separator: ", ")). A strategy has one search a line; lines refer \
            to each other as in the database (1 or 2, S1 AND S2, #1 AND #2).

            The translation goes to standard output. What is lost or changed is explained on standard error with its \
            place. Exit code 1 when the string is broken or cannot be translated.
            """)

    @Option(help: "The database that the string is written for; without it, it is an expression.")
    var from: String?

    @Option(help: "The database to write the string for; without it, an expression is written.")
    var to: String?

    @Argument(help: "The search string or expression; - reads it from standard input.")
    var text: String

    @OptionGroup var codebooks: CodebookSource

    func validate() throws {
        guard from != nil || to != nil else {
            throw ValidationError("--from or --to is needed: \(Dialect.all.map(\.name).joined(separator: ", "))")
        }
    }

    func run() throws {
        let source = try from.map { try dialect(named: $0, option: "--from") }
        let target = try to.map { try dialect(named: $0, option: "--to") }
        let text = try textOrStandardInput(text)
        guard let (expression, stem) = try source.map({ translated(text, from: $0) }) ?? expanded(text) else {
            return try CommandStatus.end(.gate)
        }
        guard let target else { return Terminal.print(expression.source) }
        let written = writeSearch(expression, in: target, at: Self.place("expression"), stem: stem)
        Terminal.show(written.diagnostics, sources: ["expression": expression.source])
        guard let result = written.text else { return try CommandStatus.end(.gate) }
        Terminal.print(result)
    }

    /// An expression without names, and what stems its words.
    private typealias Source = (Expression, stem: (String) -> String)

    private func translated(_ text: String, from dialect: Dialect) -> Source? {
        let parsed = readSearch(text, in: dialect, at: Self.place(dialect.name))
        Terminal.show(parsed.diagnostics, sources: [dialect.name: text])
        return parsed.expression.map { ($0, stemming(language: "en")) }
    }

    private func expanded(_ text: String) throws -> Source? {
        let parsed = parseExpression(text, at: Self.place("expression"))
        Terminal.show(parsed.diagnostics, sources: ["expression": text])
        guard let expression = parsed.expression else { return nil }
        let books = expression.hasNames ? try codebooks.load() : []
        let names = books.flatMap(\.terms).map { term in
            (term.name, Expression.any(of: term.sources.compactMap { parseExpression($0, at: nil).expression }))
        }
        let (expanded, diagnostics) = expand(
            expression, names: Dictionary(names, uniquingKeysWith: { first, _ in first }), at: Self.place("expression"))
        let problems = expanded.map { check($0, at: Self.place("expression")) } ?? []
        Terminal.show(diagnostics + problems, sources: ["expression": text])
        guard let expanded, !problems.hasErrors else { return nil }
        return (expanded, stemming(language: books.first?.language ?? "en"))
    }

    private static func place(_ file: String) -> Place { Place(file: file, line: 1, column: 1) }

    private func dialect(named name: String, option: String) throws -> Dialect {
        if let dialect = Dialect.named(name.lowercased()) { return dialect }
        let names = Dialect.all.map(\.name)
        throw Failure(
            .usage,
            [
                .error(
                    "unknown-database", "\(option) does not know the database '\(name)'",
                    help: "allowed here: \(names.joined(separator: ", "))",
                    suggestion: nearestName(to: name, among: names))
            ])
    }
}
