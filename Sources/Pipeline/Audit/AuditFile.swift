package import Diagnostics
package import Evaluation
import Foundation

extension Project {
    /// Where an audit is kept, beside pipeline.yaml, to open from here.
    package var auditFile: String { path("audit.json") }

    /// The audit that was drawn last, answered or not; nil if there is none.
    ///
    /// - Throws: a ``Failure`` when the file cannot be read.
    package func audit() throws -> AuditRecord? {
        guard FileManager.default.fileExists(atPath: auditFile) else { return nil }
        do {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: auditFile))
            return try AuditRecord(json: bytes)
        } catch {
            throw Failure(
                .usage, "unreadable-file", "the audit '\(auditFile)' cannot be read: \(reason(error))",
                help: "codechart audit --n 200 draws another once the file is away")
        }
    }

    private func reason(_ error: any Error) -> String {
        switch error {
        case DecodingError.keyNotFound(let key, _): "it has no '\(key.stringValue)'"
        case DecodingError.dataCorrupted(let context), DecodingError.typeMismatch(_, let context),
            DecodingError.valueNotFound(_, let context):
            context.debugDescription
        default: error.localizedDescription
        }
    }

    /// Takes over what a person answered in the list of an audit.
    ///
    /// With an error in any row nothing is written.
    ///
    /// - Parameter file: audit.xlsx, or a CSV file with its columns, as spreadsheets save it.
    /// - Throws: a ``Failure`` with every error that there is.
    package func takeAudit(_ file: String, by person: String) throws -> (audit: AuditRecord, diagnostics: [Diagnostic])
    {
        guard var record = try audit() else {
            throw Failure(
                .usage, "no-audit", "no audit was drawn", help: "codechart audit --n 200 draws one and writes its list")
        }
        let (sheets, problems) = try readSheets(file)
        let (rows, found) = readCodedRows(sheets, form: codingForm, file: file)
        let unknown = found.hasErrors ? [] : record.take(rows, by: person)
        let diagnostics = problems + found + unknown
        if diagnostics.hasErrors { throw Failure(.usage, diagnostics) }
        try replaceFile(auditFile, with: record.json)
        return (record, diagnostics)
    }

    /// The columns of a list for coding: the dimensions that an item of the chart must have a code of.
    package var codingForm: CodingForm {
        let needed = [chartingRule.category, chartingRule.theme].compactMap(\.self)
        return CodingForm(dimensions: itemForm.dimensions.filter { needed.contains($0.id) })
    }

    /// What an audit says of the chart in a store; nil without an audit, or if it was drawn from another chart.
    func auditOfChart(in store: RunStore) throws -> AuditRecord? {
        guard let record = try audit(), record.people > 0, record.chart == (try ChartDigest.of(store)) else {
            return nil
        }
        return record
    }
}
