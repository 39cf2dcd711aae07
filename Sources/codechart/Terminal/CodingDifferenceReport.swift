import Codebooks
import Coding
import DocumentModel
import JSON

/// Codings gained and lost over a corpus: passages as they come, then the counts.
struct CodingDifferenceReport {
    private let format: DiffCodebooks.Format
    private var counts: [(code: CodeReference, gained: Int, lost: Int)] = []
    private var passages = 0
    private var documents = 0
    /// Passages and dimensions in which codes only came, only went, or took the place of others.
    private var kinds = (gained: 0, lost: 0, changed: 0)

    init(format: DiffCodebooks.Format) {
        self.format = format
    }

    /// Prints what differs in a document, and counts it.
    mutating func add(_ document: ChangedDocument, of path: String) {
        documents += document.isEmpty ? 0 : 1
        for changed in document.passages {
            passages += 1
            let mention = PassageMention(document: path, page: changed.coded.page, text: changed.coded.passage.text)
            show("\(path):\(mention.page)", mention.text, changed.changes) { json in
                json.member("document", path)
                json.member("page", mention.page)
                json.member("id", changed.coded.passage.id)
                json.member("text", mention.text)
            }
        }
        guard !document.ofDocument.isEmpty else { return }
        show(path, nil, document.ofDocument) { $0.member("document", path) }
    }

    /// Prints the counts.
    func finish(documents total: Int) {
        switch format {
        case .json:
            var json = JSONWriter()
            json.object { json in
                json.member("passages", passages)
                json.member("gained", kinds.gained)
                json.member("lost", kinds.lost)
                json.member("changed", kinds.changed)
                json.key("codes")
                json.array(of: sortedCounts) { json, count in
                    json.object { json in
                        json.member("dimension", count.code.dimension)
                        json.member("code", count.code.code)
                        json.member("gained", count.gained)
                        json.member("lost", count.lost)
                    }
                }
            }
            Terminal.print(json.text)
        case .text:
            var table = TextTable(["code": .left, "gained": .right, "lost": .right])
            for count in sortedCounts {
                table.append(["\(count.code.dimension).\(count.code.code)", String(count.gained), String(count.lost)])
            }
            if !table.isEmpty { Terminal.print(table.text + "\n") }
            Terminal.print(
                passages == 0 && table.isEmpty
                    ? "the same codes in \(counted(total, "document"))"
                    : "\(counted(passages, "passage")) in \(documents) of \(counted(total, "document")) coded differently: "
                        + "\(kinds.gained) gained, \(kinds.lost) lost, \(kinds.changed) changed")
        }
    }

    private var sortedCounts: [(code: CodeReference, gained: Int, lost: Int)] {
        counts.sorted { ($0.code.dimension, $0.code.code) < ($1.code.dimension, $1.code.code) }
    }

    private mutating func show(
        _ place: String, _ text: String?, _ changes: [CodingChange], _ describe: (inout JSONWriter) -> Void
    ) {
        for change in changes { count(change) }
        if format == .json {
            var json = JSONWriter()
            json.object { json in
                describe(&json)
                json.key("changes")
                json.array(of: changes) { $1.write(to: &$0) }
            }
            json.newline()
            Terminal.print(bytes: json.bytes)
        } else {
            var lines = [place]
            if let text { lines += markedLines(text, []).map { "  " + $0 } }
            lines += changes.flatMap(lines(of:)).map { "  " + $0 }
            Terminal.print(lines.joined(separator: "\n") + "\n")
        }
    }

    private mutating func count(_ change: CodingChange) {
        switch (change.gained.isEmpty, change.lost.isEmpty) {
        case (false, false): kinds.changed += 1
        case (false, true): kinds.gained += 1
        case (true, _): kinds.lost += 1
        }
        for code in change.gained + change.lost {
            let reference = CodeReference(dimension: change.dimension, code: code)
            let index = counts.firstIndex { $0.code == reference } ?? counts.count
            if index == counts.count { counts.append((reference, 0, 0)) }
            if change.gained.contains(code) { counts[index].gained += 1 } else { counts[index].lost += 1 }
        }
    }

    private func lines(of change: CodingChange) -> [String] {
        var lines = change.scores.map { score in
            let isGained = change.after.contains(score.code)
            let name = "\(change.dimension).\(score.code)"
            let scores =
                score.before == score.after
                ? "still scores \(decimal(thousandths: score.after))"
                : "scores \(decimal(thousandths: score.before)) → \(decimal(thousandths: score.after))"
            return Terminal.signed(name, isAdded: isGained) + "  " + scores
        }
        let firing = change.firing.map { "\($0.rule) (\($0.code.code)) holds now" }
        let silent = change.silent.map { "\($0.rule) (\($0.code.code)) no longer holds" }
        if !firing.isEmpty || !silent.isEmpty { lines.append("    " + (firing + silent).joined(separator: ", ")) }
        return lines
    }
}

extension CodingChange {
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("dimension", dimension)
            json.member("before", before)
            json.member("after", after)
            json.key("scores")
            json.array(of: scores) { json, score in
                json.object { json in
                    json.member("code", score.code)
                    json.key("before")
                    json.value(thousandths: score.before)
                    json.key("after")
                    json.value(thousandths: score.after)
                }
            }
            json.member("rules_firing", firing.map(\.name))
            json.member("rules_silent", silent.map(\.name))
        }
    }
}
