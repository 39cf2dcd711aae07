package import Diagnostics

/// The keys and values of one mapping.
package struct Fields {
    package let place: Place
    fileprivate let values: [(key: String, value: SourceNode)]

    package subscript(key: String) -> SourceNode? {
        values.first { $0.key == key }?.value
    }
}

/// What turns the tree of a YAML file into a value of its own: it reports what cannot be read, leaves it out,
/// and goes on, so that all that is wrong is found in one go.
package protocol FieldReader {
    var source: SourceText { get }
    var diagnostics: [Diagnostic] { get set }
    /// What the diagnostics propose to write instead.
    var fixes: [SourceEdit] { get set }
}

/// More than anybody reads at once; what stands behind so many is not looked at.
package let maximumDiagnostics = 1000

extension FieldReader {
    /// Whether there are more findings than anybody reads.
    package var isFull: Bool { diagnostics.count >= maximumDiagnostics }

    /// The fields of a mapping; keys that are not allowed are reported.
    ///
    /// - Parameters:
    ///   - thing: what the mapping describes, with its article: `a rule`.
    ///   - example: how such a mapping is written, for who wrote something else.
    package mutating func readFields(
        _ node: SourceNode, of thing: String, allowed: [String], example: String? = nil
    ) -> Fields? {
        guard !isFull else { return nil }
        guard case .mapping(let pairs) = node.content else {
            let found = node.text.map { $0.isEmpty ? "nothing" : "a text" } ?? "a list"
            let help = [example.map { "write: " + $0 }, allowedHelp(allowed)].compactMap(\.self)
            diagnostics.append(
                .error(
                    "wrong-form", "\(thing) has keys, found \(found)", at: node.place,
                    help: help.joined(separator: "\n")))
            return nil
        }
        var values: [(key: String, value: SourceNode)] = []
        for pair in pairs where !isFull {
            guard let name = readText(pair.key, "a key") else { continue }
            if allowed.contains(name) {
                values.append((name, pair.value))
            } else {
                diagnostics.append(
                    .error(
                        "unknown-key", "unknown key '\(name)' in \(thing)", at: pair.key.place,
                        help: allowedHelp(allowed),
                        suggestion: nearestName(to: name, among: allowed)))
            }
        }
        return Fields(place: node.place, values: values)
    }

    /// The elements of a list that a thing cannot be without.
    ///
    /// - Parameter help: what the key is, or how it is written.
    package mutating func readRequiredList(
        _ fields: Fields, _ key: String, of thing: String, help: String
    ) -> [SourceNode] {
        let elements = readList(fields, key, help: help)
        if fields[key] == nil {
            require(key, of: thing, at: fields, help: help)
        } else if let node = fields[key], node.isEmpty || node.isEmptyList {
            diagnostics.append(.error("missing-key", "'\(key)' of \(thing) is empty", at: node.place, help: help))
        }
        return elements
    }

    /// The elements of a list of mappings; none if the key is missing.
    ///
    /// - Parameter help: how the list is written.
    package mutating func readList(_ fields: Fields, _ key: String, help: String) -> [SourceNode] {
        guard let node = fields[key] else { return [] }
        if case .list(let elements) = node.content { return elements }
        if !node.isEmpty, node.style != .repaired {
            diagnostics.append(
                .error(
                    "wrong-form", "'\(key)' is a list, found \(node.text == nil ? "keys" : "a text")", at: node.place,
                    help: help))
        }
        return []
    }

    // MARK: Texts

    /// A text that a key names; the empty text if the key is missing.
    package mutating func readText(_ fields: Fields, _ key: String) -> String {
        fields[key].flatMap { readText($0, "'\(key)'") } ?? ""
    }

    /// The text of a scalar, or nil and an error.
    ///
    /// - Parameter thing: what takes the text: `'brief'`, `an example`.
    package mutating func readText(_ node: SourceNode, _ thing: String) -> String? {
        switch node.content {
        case .text(let text): return text
        case .list:
            let help = node.style == .flow ? inQuotes(node) : "join the items into one text"
            diagnostics.append(
                .error("list-for-text", "\(thing) takes a text, found a list", at: node.place, help: help))
            if node.style == .flow { fix(node) }
        case .mapping(let pairs):
            diagnostics.append(mappingForText(node, pairs.map(\.key), thing))
            if pairs.count == 1, node.style != .flow { fix(node) }
        }
        return nil
    }

    private func mappingForText(_ node: SourceNode, _ keys: [SourceNode], _ thing: String) -> Diagnostic {
        guard keys.count == 1, let key = keys[0].text, node.style != .flow else {
            let names = keys.compactMap { $0.text.map { "'\($0)'" } }.joined(separator: ", ")
            return .error(
                "mapping-for-text", "\(thing) takes a text, found the keys \(abbreviated(names))", at: node.place,
                help: node.style == .flow ? inQuotes(node) : nil)
        }
        return .error(
            "mapping-for-text",
            "\(thing) takes a text; its ': ' makes YAML read a key '\(abbreviated(key))' with a value",
            at: node.place, help: inQuotes(node))
    }

    private func inQuotes(_ node: SourceNode) -> String? {
        source.range(of: node).map { howToQuote(meantText(node, $0)) }
    }

    private mutating func fix(_ node: SourceNode) {
        guard let range = source.range(of: node) else { return }
        fixes.append(SourceEdit(range: range, replacement: Array(quotedYAML(meantText(node, range)).utf8)))
    }

    /// The text that a list or mapping was meant as: `[23]` is a reference, brackets around words with commas are not
    /// part of the text.
    private func meantText(_ node: SourceNode, _ range: Range<Int>) -> String {
        guard case .list(let items) = node.content, items.count > 1,
            items.contains(where: { $0.text?.contains { $0.isLetter } ?? false })
        else { return source.text(range) }
        return trimmingBlanks(source.text(range.dropFirst().dropLast()))
    }

    /// One text or a list of them, each with its place.
    package mutating func readTexts(_ node: SourceNode, _ thing: String) -> [(text: String, place: Place)] {
        guard !node.isEmpty else { return [] }
        return node.elements.compactMap { element in
            isFull ? nil : readText(element, thing).map { ($0, element.place) }
        }
    }

    /// Reports items of a list in brackets that look like the rest of a text with a comma.
    package mutating func checkCommas(_ node: SourceNode) {
        guard case .list(let elements) = node.content, node.style == .flow else { return }
        for element in elements.dropFirst() where element.style == .plain && !isFull {
            guard let text = element.text, let first = text.unicodeScalars.first, text.contains(" "),
                first.properties.isLowercase
            else { continue }
            diagnostics.append(
                .warning(
                    "comma-in-list",
                    "a comma ends an item of a list in brackets: '\(abbreviated(text))' is an item of its own",
                    at: element.place, help: "write a text with a comma in quotes, or each item on a line with '- '"))
        }
    }

    // MARK: Ids and numbers

    /// An id, which every such thing needs; nil and an error if there is none or it cannot be one.
    ///
    /// - Parameter help: what the key is, or how it is written.
    package mutating func readID(_ fields: Fields, _ key: String, of thing: String, help: String) -> String? {
        guard let node = fields[key] else {
            require(key, of: thing, at: fields, help: help)
            return nil
        }
        return readID(node, key)
    }

    package mutating func readID(_ node: SourceNode, _ key: String) -> String? {
        if case .list(let items) = node.content {
            let first = items.first?.text ?? ""
            diagnostics.append(
                .error(
                    "list-for-text", "'\(key)' takes one id, found a list", at: node.place,
                    help: "write one without brackets: \(key): \(isID(first) ? first : suggestedID(for: first))"))
            return nil
        }
        guard let text = readText(node, "'\(key)'") else { return nil }
        if isID(text) || node.style == .repaired { return text }
        let message = text.isEmpty ? "'\(key)' needs an id" : "'\(abbreviated(text))' cannot be an id"
        diagnostics.append(
            .error(
                "bad-id", message, at: node.place,
                help: "an id has letters, digits, '-' and '_', such as: \(suggestedID(for: text))"))
        return nil
    }

    /// - Parameter help: what the key is, or how it is written.
    package mutating func require(_ key: String, of thing: String, at fields: Fields, help: String? = nil) {
        diagnostics.append(.error("missing-key", "\(thing) needs the key '\(key)'", at: fields.place, help: help))
    }
}

/// What a message says of the names that may stand somewhere.
package func allowedHelp(_ names: [String]) -> String {
    let shown = 40
    guard names.count > shown else { return "allowed here: " + names.joined(separator: ", ") }
    return "allowed here: " + names.prefix(shown).joined(separator: ", ") + " … (\(names.count) in all)"
}

/// Whether a text can be an id: rules and metrics join ids with dots and commas.
package func isID(_ text: String) -> Bool {
    !text.isEmpty && text.unicodeScalars.allSatisfy { isIDScalar($0) }
}

/// The id that a text suggests: `shared-goals` for `Shared goals`.
package func suggestedID(for text: String) -> String {
    let words = text.prefix(60).lowercased().unicodeScalars.split { !isIDScalar($0) }.map { String($0) }
    return words.isEmpty ? "shared-goals" : words.joined(separator: "-")
}

private func isIDScalar(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
}
