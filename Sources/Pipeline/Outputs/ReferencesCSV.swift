import Bibliography
import Charting
import DocumentModel
import Tables

extension Project {
    /// The files of the corpus beside the records of the reference lists; nil if there are no lists.
    ///
    /// - Parameter matches: what was found for each document, in corpus order.
    func reconciliation(of matches: [DocumentMatch]) -> Reconciliation? {
        configuration.references.isEmpty ? nil : Reconciliation(matches, index: references)
    }
}

/// The name of the list of files and records among the outputs.
let referencesName = "references.csv"

/// references.csv: each file with its record, and what has none with the nearest on the other side.
///
/// A person fills in the column Settle of a copy (`yes`, `none`, or the name of the right one), which
/// `corpus: settled:` gives to the next run.
func referencesCSV(_ reconciliation: Reconciliation) -> [UInt8] {
    let columns: [(heading: String, text: (ReconciliationRow) -> String)] = [
        ("Settle", { $0.answer }),
        ("State", { $0.state.rawValue }),
        ("File", { $0.document?.path ?? "" }),
        ("Record", { $0.record?.id ?? "" }),
        ("Matched by", { $0.by?.rawValue ?? "" }),
        ("Why", { $0.reason }),
        ("File title", { $0.document?.found.text("title") ?? "" }),
        ("File author", { $0.document?.found.firstAuthor?.full ?? "" }),
        ("File year", { $0.document?.found.text("year") ?? "" }),
        ("File DOI", { $0.document?.found.text("doi") ?? "" }),
        ("Record title", { $0.record?.metadata.text("title") ?? "" }),
        ("Record author", { $0.record?.metadata.firstAuthor?.full ?? "" }),
        ("Record year", { $0.record?.metadata.text("year") ?? "" }),
        ("Record DOI", { $0.record?.metadata.text("doi") ?? "" }),
    ]
    // People open this file in a spreadsheet and save it: without the mark Excel would damage names of files.
    var text = "\u{FEFF}" + csvRecord(columns.map(\.heading))
    for row in reconciliation.rows { text += csvRecord(columns.map { $0.text(row) }) }
    return Array(text.utf8)
}
