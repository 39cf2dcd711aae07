import Diagnostics
import DocumentModel
import Foundation
import Testing

@testable import Bibliography

/// The three works that every fixture lists, as its program exports them.
private let works: [[String: String]] = [
    [
        "type": "journal article", "title": "Shared budgets in care: a study of “pooled” money & trust",
        "authors": "Hill|Anna B.; de la Cruz|María José", "journal": "Journal of Invented Care", "year": "2019",
        "volume": "3", "issue": "2", "pages": "11–19", "doi": "10.5555/codechart.budgets.1",
        "url": "https://example.org/budgets", "keywords": "integration; budgets",
        "abstract":
            "Two districts pooled their money. \"We trust each other now,\" said one nurse; the budget grew by 5% in a year.",
        "file": "Hill and de la Cruz - 2019 - Shared budgets.pdf",
    ],
    [
        "type": "report", "title": "Wer zahlt, wer hilft? Learning from Köln, Łódź and Århus",
        "authors": "Collegium für erfundene Pflege|", "year": "2021", "publisher": "Invented Press",
        "url": "https://example.org/wer-zahlt", "abstract": "Written for codechart.",
    ],
    [
        "type": "journal article", "title": "Out of hospital, into the unknown; what helps at home",
        "authors": "Šimić|Ivana; O'Neill|Seán; van den Berg Jr|Jan", "journal": "Annals of Invented Nursing",
        "year": "2011", "pages": "e12", "doi": "10.5555/s0140-6736(19)30427-1",
    ],
]

/// A fixture, the fields that its format has no place for, and further fields of its records.
struct FormatCase: Sendable, CustomTestStringConvertible {
    var file: String
    var lacks: Set<String> = []
    /// Values that a format gives in another form, by record.
    var other: [Int: [String: String]] = [:]
    var further: [Int: [String: String]] = [:]

    var testDescription: String { file }
}

let formatCases: [FormatCase] = [
    FormatCase(
        file: "zotero.ris", further: [0: ["database": "DOI.org (Crossref)", "language": "en"], 1: ["place": "Köln"]]),
    FormatCase(
        file: "pubmed.nbib", lacks: ["url", "file"],
        other: [
            0: ["authors": "Hill|Anna B; de la Cruz|María José"], 1: ["type": "book"],
            2: ["authors": "Šimić|I; O'Neill|S; van den Berg|J"],
        ],
        further: [
            0: [
                "pmid": "99000001", "issn": "1234-5678; 1234-567X",
                "publication_types": "Journal Article; Multicenter Study",
                "mesh_terms": "*Budgets; Humans", "pii": "inv-2019-001",
            ]
        ]),
    FormatCase(file: "zotero.bib", further: [0: ["record": "hill_shared_2019", "issn": "1234-5678", "month": "May"]]),
    FormatCase(file: "latex.bib", further: [1: ["place": "Köln"]]),
    FormatCase(
        file: "endnote.xml",
        further: [0: ["database": "HMIC", "issn": "1234-5678", "date": "May"], 1: ["place": "Köln"]]),
    FormatCase(
        file: "zotero.rdf",
        further: [0: ["issn": "1234-5678"], 1: ["place": "Köln", "country": "Germany", "study_type": "Case study"]]),
    FormatCase(file: "zotero.csv", further: [0: ["record": "AAAA1111"], 1: ["country": "Germany", "place": "Köln"]]),
    FormatCase(
        file: "covidence.csv", lacks: ["type", "url", "keywords", "file", "publisher"],
        further: [
            0: ["covidence": "#7", "study": "Hill 2019", "tags": "Included", "record": "101"],
            2: ["study_type": "Survey"],
        ]),
    FormatCase(
        file: "rayyan.csv", lacks: ["type", "file"],
        further: [
            0: ["pmid": "99000001", "notes": "RAYYAN-INCLUSION: {\"Anna\"=>\"Included\"}"], 1: ["place": "Köln"],
        ]),
    FormatCase(
        file: "eppi-reviewer.csv", lacks: ["file"],
        other: [
            1: ["authors": "Invented Care Board|"],
            2: ["authors": "Šimić|Ivana; O'Neill|Seán; van den Berg|Jan"],
        ],
        further: [0: ["record": "7001", "short_title": "Hill (2019)"], 1: ["country": "Germany"]]),
    FormatCase(
        file: "asreview.csv", lacks: ["type", "journal", "volume", "issue", "pages", "url", "file", "publisher"],
        further: [0: ["included": "1"], 2: ["asreview_note": "checked"]]),
    FormatCase(
        file: "excel-semicolon.csv",
        lacks: ["type", "volume", "issue", "pages", "url", "file", "publisher", "doi", "abstract", "keywords"],
        other: [
            1: ["title": "Wer zahlt, wer hilft? Learning from Köln, Lodz and Århus"],
            2: ["authors": "Simic|Ivana; O'Neill|Seán; van den Berg Jr|Jan"],
        ],
        further: [0: ["setting": "two districts; rural"], 1: ["setting": "cities"]]),
]

func fixture(_ name: String) throws -> [UInt8] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")
    return [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
}

private func shown(_ reference: Reference, _ field: String) -> String? {
    if field == "file" { return reference.attachments.first.map(fileName) }
    switch reference.metadata[field]?.value {
    case .text(let text): return text
    case .names(let names): return names.map { $0.family + "|" + $0.given }.joined(separator: "; ")
    case nil: return nil
    }
}

@Test(arguments: formatCases)
func everyFormatGivesTheSameReferences(_ format: FormatCase) throws {
    // The name says nothing: formats are told by content.
    let (references, diagnostics) = readReferences(try fixture(format.file), file: "list")
    #expect(diagnostics.filter { $0.severity != .note } == [])
    try #require(references.count == works.count)
    for (number, work) in works.enumerated() {
        let reference = references[number]
        for (field, value) in work where !format.lacks.contains(field) {
            #expect(shown(reference, field) == format.other[number]?[field] ?? value, "record \(number + 1): \(field)")
        }
        for (field, value) in format.further[number] ?? [:] {
            #expect(shown(reference, field) == value, "record \(number + 1): \(field)")
        }
    }
    #expect(Set(references.map(\.id)).count == references.count, "a record is known by its place")
}

@Test(arguments: formatCases)
func theDatabaseOfTheListStandsInEveryRecord(_ format: FormatCase) throws {
    let (references, _) = readReferences(try fixture(format.file), file: "list", database: "HMIC")
    #expect(references.map { $0.metadata.text("database") } == ["HMIC", "HMIC", "HMIC"])
    #expect(references.allSatisfy { $0.metadata["database"]?.origin == "list" })
}

@Test func aRecordSaysWhereItStands() throws {
    let places = ["zotero.ris": 24, "pubmed.nbib": 46, "zotero.bib": 22, "zotero.rdf": 63, "covidence.csv": 4]
    for (file, line) in places {
        let reference = readReferences(try fixture(file), file: file).references[1]
        #expect(reference.id == "\(file):\(line)", "\(file)")
        #expect(reference.metadata["title"]?.origin.hasPrefix("\(file):") == true)
    }
    let (references, _) = readReferences(try fixture("endnote.xml"), file: "a.xml")
    #expect(references.map(\.place.line) == [1, 1, 1])
    #expect(references[1].metadata["title"]?.origin == references[1].id, "a line of several records")
}

@Test(arguments: formatCases)
func theBeginningOfAListTellsIt(_ format: FormatCase) throws {
    let bytes = try fixture(format.file)
    #expect(isReferenceList(bytes))
    #expect(isNamedAsReferenceList("papers/" + format.file.uppercased()))
}

private let rdfStart = "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\""
private let zoteroSpace = "xmlns:z=\"http://www.zotero.org/namespaces/export#\""

@Test(arguments: [
    "\(rdfStart)\n \(zoteroSpace)>", "\u{FEFF}<?xml version=\"1.0\"?>\n<!-- a > b -->\n\(rdfStart) \(zoteroSpace)>",
    "\(rdfStart) xmlns:bib=\"http://purl.org/net/biblio#\">",
])
func rdfOfItemsIsAList(_ text: String) {
    #expect(isReferenceList(Array(text.utf8)))
}

@Test(arguments: [
    "%PDF-1.7\n1 0 obj\n\(rdfStart) \(zoteroSpace)>", "<!DOCTYPE html>\n<html><!-- \(rdfStart) \(zoteroSpace)> -->",
    "<!-- saved -->\n<HTML><pre>\n@article{hill2019, title = {Budgets}}\n</pre>", "\(rdfStart)><rdf:Description/>",
    "%PDF-1.4\n@article{hill2019, title = {Budgets}}", "<svg><metadata>\(rdfStart) \(zoteroSpace)></metadata></svg>",
    "<!-- \(rdfStart) \(zoteroSpace)>",
])
func documentsWithCitationsOrRDFInThemAreNoLists(_ text: String) {
    #expect(!isReferenceList(Array(text.utf8)))
}

@Test(arguments: ["ris", "report.pdf", "page.html", "list.ris.pdf", ""])
func namesOfOtherFilesAreNotThoseOfLists(_ name: String) {
    #expect(!isNamedAsReferenceList(name))
}
