import Codebooks
import DocumentModel
import JSON

/// What changed between two codebooks, in words.
struct CodebookDifferenceText {
    let difference: CodebookDifference

    var text: String {
        guard !difference.changes.isEmpty else { return "no difference" }
        var lines: [String] = []
        var subject: CodebookChange.Subject?
        for change in difference.changes {
            switch change.kind {
            case .added: lines.append("+ \(change.subject.name)\(users(change))")
            case .removed: lines.append("− \(change.subject.name)")
            case .renamed(let old):
                lines.append("~ \(change.subject.name), \(change.subject.kind) renamed from '\(old)'")
            case .changed, .changedList:
                if subject != change.subject { lines.append("~ \(change.subject.name)\(users(change))") }
                lines += details(change.kind).map { "    " + $0 }
            }
            subject = change.subject
        }
        return lines.joined(separator: "\n")
    }

    private func users(_ change: CodebookChange) -> String {
        change.touched.isEmpty ? "" : ", used by " + change.touched.map(\.name).joined(separator: ", ")
    }

    private func details(_ kind: CodebookChange.Kind) -> [String] {
        switch kind {
        case .changed(let key, let old, let new):
            if old.isEmpty { return ["\(key): \(Terminal.added(new))"] }
            if new.isEmpty { return ["\(key): \(Terminal.removed(old))"] }
            return ["\(key): \(words(old, new))"]
        case .changedList(let key, let added, let removed):
            let (added, removed) = (added.map(Terminal.added), removed.map(Terminal.removed))
            let isShort = (added + removed).allSatisfy { cellWidth(of: $0) < shortElement }
            if isShort { return ["\(key): " + (removed + added).joined(separator: ", ")] }
            return ["\(key):"] + (removed + added).map { "  " + $0 }
        case .added, .removed, .renamed: return []
        }
    }

    /// Elements of a list that stand in one line.
    private var shortElement: Int { 40 }

    /// One text with what went and what came in it; far from any change words are left out.
    private func words(_ old: String, _ new: String) -> String {
        let changes = wordDifference(old, new)
        return changes.enumerated().map { index, change in
            switch change {
            case .removed(let text): return Terminal.removed(text)
            case .added(let text): return Terminal.added(text)
            case .kept(let text):
                return excerpt(text, isFirst: index == 0, isLast: index == changes.count - 1)
            }
        }.joined(separator: " ")
    }

    private func excerpt(_ text: String, isFirst: Bool, isLast: Bool) -> String {
        let words = text.split(separator: " ")
        guard words.count > 2 * shownNeighbours + 1 else { return text }
        let start = isFirst ? [] : words.prefix(shownNeighbours)
        let end = isLast ? [] : words.suffix(shownNeighbours)
        return (start + ["…"] + end).joined(separator: " ")
    }

    /// Words that are shown beside a change.
    private var shownNeighbours: Int { 4 }

    /// The same for programs.
    var json: String {
        var json = JSONWriter(indent: 2)
        json.object { json in
            json.key("changes")
            json.array(of: difference.changes) { json, change in
                json.object { json in
                    json.member("in", change.subject.kind)
                    json.member("name", change.subject.id)
                    change.kind.write(to: &json)
                    if !change.touched.isEmpty { json.member("used_by", change.touched.map(\.name)) }
                }
            }
        }
        return json.text
    }
}

extension CodebookChange.Subject {
    fileprivate var kind: String {
        switch self {
        case .codebook: "codebook"
        case .term: "term"
        case .dimension: "dimension"
        case .code: "code"
        case .rule: "rule"
        }
    }

    fileprivate var id: String? {
        switch self {
        case .codebook: nil
        case .term(let name): name
        case .dimension(let id): id
        case .code(let code): "\(code.dimension).\(code.code)"
        case .rule(let rule): rule.name
        }
    }

    fileprivate var name: String {
        switch self {
        case .codebook: "codebook"
        case .term(let name): "$\(name)"
        case .dimension, .code, .rule: "\(kind) \(id ?? "")"
        }
    }
}

extension CodebookChange.Kind {
    fileprivate func write(to json: inout JSONWriter) {
        switch self {
        case .added: json.member("change", "added")
        case .removed: json.member("change", "removed")
        case .renamed(let old):
            json.member("change", "renamed")
            json.member("from", old)
        case .changed(let key, let old, let new):
            json.member("change", "changed")
            json.member("key", key)
            json.member("from", old)
            json.member("to", new)
        case .changedList(let key, let added, let removed):
            json.member("change", "changed")
            json.member("key", key)
            json.member("added", added)
            json.member("removed", removed)
        }
    }
}
