import Charting
import DocumentModel
import Foundation
import JSON

/// Reads the written outputs back and holds every statement in them against its document.
///
/// The chain is: each coded passage is the stored document's text at its place, and the letters of each
/// that is charted stand on its pages; each line of codings.jsonl says the same; each chart, read from its bytes, has
/// exactly the statements that the stored texts give at those places; each table beside the chart, read likewise, has
/// exactly the cells that follow from these, and its figures agree with the chart's.
struct OutputVerification {
    private let outputs: RunOutputs
    private var findings: [VerificationFinding] = []
    private var checked = 0

    init(_ outputs: RunOutputs) {
        self.outputs = outputs
    }

    /// Verifies all outputs, before they are put in place.
    ///
    /// - Returns: the number of statements checked, and what is wrong.
    /// - Throws: a ``FileError`` or file error when a written file cannot be read.
    mutating func run() throws -> (checked: Int, findings: [VerificationFinding]) {
        try checkCodings()
        let order = try outputs.store.positions(in: outputs.project.configuration.chart.sort)
        for chart in outputs.charts {
            try check(chart.file, order: order) { path, settings, body in
                try chart.format.readBack(path: path, settings: settings) { try body($0, nil) }
            }
        }
        if let report = outputs.report?.page {
            try check(report, order: order) { path, settings, body in
                try readReport(path: path, settings: settings) { try body($0.chart, $0.evidence) }
            }
        }
        var tables = try TableVerification(outputs)
        findings += try tables.run()
        return (checked, findings)
    }

    private mutating func checkCodings() throws {
        let lines = try LineReader(outputs.codings.temporary)
        for position in try outputs.store.positions(in: .listed) {
            try Task.checkCancellation()
            let record = try outputs.store.record(at: position)
            var check = StatementCheck(record.document, letters: record.letters)
            for coding in record.coded.codings {
                checked += 1
                if let problem = problem(of: coding, written: try lines.next(), &check) {
                    findings.append(
                        VerificationFinding(
                            document: coding.document, statement: coding.statement, problem: problem))
                }
            }
        }
        if try lines.next() != nil {
            findings.append(
                VerificationFinding(document: "codings.jsonl", statement: "", problem: "has lines of no document"))
        }
    }

    private func problem(
        of coding: CodedPassage, written: ArraySlice<UInt8>?, _ check: inout StatementCheck
    ) -> String? {
        var expected = JSONWriter()
        coding.write(to: &expected)

        if !check.isText(coding) { return "is not the document's text at \(coding.start)..<\(coding.end)" }
        if coding.charted == .yes, !check.standsOnItsPages(coding) { return "does not stand on page \(coding.page)" }
        // Bytes: Swift's strings would call é and e with U+0301 the same.
        if written != expected.bytes[...] { return "is not what codings.jsonl says of it" }
        return nil
    }

    /// Holds a written file with all statements of the chart against the documents.
    ///
    /// - Parameter readBack: reads the file at a path, a document at a time: its row, and what opens below the items
    ///   in a file that has it.
    private mutating func check(
        _ file: OutputFile, order: [Int],
        readBack: (String, ChartSettings, (ReadBackRow, [ReportEvidence]?) throws -> Void) throws -> Void
    ) throws {
        var rows = order[...]
        var found: [VerificationFinding] = []
        try readBack(file.temporary.path, outputs.settings) { row, evidence in
            try Task.checkCancellation()
            guard let position = rows.popFirst() else {
                found.append(
                    VerificationFinding(
                        document: row.document, statement: "", problem: "is a row too many in \(file.name)"))
                return
            }
            found += try differences(row, evidence, position: position, file: file.name)
        }
        for position in rows {
            let path = try outputs.store.record(at: position).document.source.path
            found.append(
                VerificationFinding(document: path, statement: "", problem: "has no row in \(file.name)"))
        }
        findings += found
    }

    /// Where a row of a written chart differs from what the stored document gives.
    private func differences(
        _ row: ReadBackRow, _ evidence: [ReportEvidence]?, position: Int, file: String
    ) throws -> [VerificationFinding] {
        var record = try outputs.store.record(at: position)
        let text = TextIndex(record.document.text)
        for index in record.coded.codings.indices {
            let coding = record.coded.codings[index]
            guard coding.end <= text.count else { continue }
            record.coded.codings[index].statement = text.text(coding.start, coding.end)
        }
        let expected = outputs.row(record)
        let strange = strangers(in: row, evidence, expected)
        if strange.isEmpty, row == expected.readBack { return [] }
        if strange.isEmpty {
            return [
                VerificationFinding(
                    document: expected.document, statement: "",
                    problem: "has other items in \(file), or the same in another order")
            ]
        }
        return strange.map {
            VerificationFinding(
                document: expected.document, statement: $0,
                problem: "in \(file) does not stand in the document like this")
        }
    }

    /// What a written chart has that it should not have: statements, else quotes below them.
    private func strangers(in row: ReadBackRow, _ evidence: [ReportEvidence]?, _ expected: ChartRow) -> [String] {
        if row != expected.readBack {
            let known = Set(expected.readBack.statements)
            return row.statements.filter { !known.contains($0) }.map(\.statement)
        }
        guard let evidence else { return [] }
        let known = Set(expected.reportReadBack(outputs.settings).evidence)
        return evidence.filter { !known.contains($0) }.map(\.quote)
    }
}
