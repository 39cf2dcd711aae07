import Diagnostics
import Yams

/// What the YAML parser could not read, said so that its author can mend it.
func syntaxError(_ error: YamlError, in source: SourceText) -> Diagnostic {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
        .composer(let context, let problem, let mark, _):
        return syntaxError(problem, context: context, at: place(mark, in: source))
    case .duplicatedKeysInMapping(let duplicates, let context):
        return .error(
            "duplicate-key", "the key '\(duplicates.first ?? "")' stands twice", at: place(context.mark, in: source),
            help: "keep one of them; several values of one key are a list")
    case .reader(let problem, let offset, _, let yaml):
        return .error(
            "unreadable-character", "the file holds a character that no text has: \(problem)",
            at: offset.flatMap { place(ofCharacter: $0, yaml: yaml, file: source.file) },
            help: "remove it, and save the file as UTF-8")
    case .memory:
        return .error("too-large", "there is not enough memory for this file", at: Place(file: source.file))
    case .no, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
        preconditionFailure("no error of reading: \(error)")
    }
}

private func syntaxError(_ problem: String, context: YamlError.Context?, at place: Place) -> Diagnostic {
    let opening = context?.mark.line ?? 0
    for known in knownProblems where problem.contains(known.problem) {
        let help = known.help.split(separator: "LINE", omittingEmptySubsequences: false).joined(separator: "\(opening)")
        return .error(known.identifier, known.message, at: place, help: help)
    }
    return .error("yaml-syntax", "YAML cannot read this: \(problem)", at: place)
}

/// libyaml's words, and ours; LINE is the line in which what is being read began.
private let knownProblems: [(problem: String, identifier: String, message: String, help: String)] = [
    (
        "mapping values are not allowed", "colon-in-text", "': ' cannot stand here",
        "a key begins in the same column as the keys beside it; a text with ': ' stands in quotes"
    ),
    (
        "did not find expected key", "indentation", "no key begins here",
        "keys that belong together begin in the same column; the first of these stands in line LINE"
    ),
    (
        "did not find expected '-' indicator", "indentation", "no list item begins here",
        "items begin with '- ' in the same column, their keys below each other; this list begins in line LINE"
    ),
    (
        "block sequence entries are not allowed", "indentation", "no list can begin here",
        "a list begins on the line below its key"
    ),
    (
        "could not find expected ':'", "no-key", "this line is no key, no list item and no part of a text",
        "a key ends with ':', an item begins with '- ', a text goes on in deeper lines"
    ),
    (
        "did not find expected ',' or", "brackets",
        "a list in brackets has ',' between its items and ends with its bracket",
        "it begins in line LINE"
    ),
    (
        "did not find expected node content", "brackets", "an item of this list is empty",
        "one ',' stands between two items; the list begins in line LINE"
    ),
    (
        "tab character", "tab-indentation", "this line is indented with a tab",
        "indent with spaces, two for each level"
    ),
    (
        "unknown escape character", "backslash", "a backslash has a meaning of its own in double quotes",
        "write the text in single quotes"
    ),
    (
        "cannot start any token", "reserved-start", "no text can begin with this character",
        "write the text in quotes; indent with spaces, not with tabs"
    ),
    (
        "another document", "second-document", "a file holds one mapping: no further '---'",
        "write the second one into a file of its own"
    ),
    ("Maximum nesting level", "too-deep", "lists and mappings inside each other, more than 1,000 deep", ""),
]

private func place(_ mark: Mark, in source: SourceText) -> Place {
    // Behind the last line stands nothing that could be shown.
    let line = min(max(mark.line, 1), source.lines.count)
    return Place(file: source.file, line: line, column: line == mark.line ? max(mark.column, 1) : nil, length: 1)
}

private func place(ofCharacter offset: Int, yaml: String, file: String) -> Place {
    let before = yaml.prefix(offset).unicodeScalars
    let column = before.reversed().prefix { $0 != "\n" }.count
    return Place(file: file, line: before.count { $0 == "\n" } + 1, column: column + 1, length: 1)
}
