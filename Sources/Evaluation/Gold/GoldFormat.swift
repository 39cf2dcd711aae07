package import Diagnostics
import DocumentModel

/// The forms in which gold may come. To add one: a case, and its lines in ``of(_:beginning:)`` and ``readGoldFile``.
package enum GoldFormat: String, Sendable, CaseIterable {
    /// NDJSON of passages, of quotes in documents, or of charts; each line says by its keys which it is.
    case ndjson
    /// JSONL of texts with spans, as Prodigy and spaCy write it.
    case spans
    case decisions
    /// A table: our own long form, Taguette's highlights, QualCoder's coded segments.
    case csv
    /// brat standoff: `.ann` beside `.txt`.
    case brat
    /// REFI-QDA project of NVivo, MAXQDA, ATLAS.ti and others.
    case qdpx

    /// The format of a file, by its name and its first bytes.
    package static func of(_ file: String, beginning: [UInt8]) -> GoldFormat {
        let name = file.lowercased()
        if name.hasSuffix(".qdpx") || beginning.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return .qdpx }
        if name.hasSuffix(".ann") { return .brat }
        if name.hasSuffix(".csv") || name.hasSuffix(".tsv") { return .csv }
        let line = beginning.prefix { $0 != UInt8(ascii: "\n") }
        if contains(line, "\"decision\"") && contains(line, "\"about\"") { return .decisions }
        if contains(line, "\"spans\"") && !contains(line, "\"codes\"") { return .spans }
        return .ndjson
    }
}

private func contains(_ bytes: ArraySlice<UInt8>, _ text: String) -> Bool {
    !occurrences(of: Array(text.utf8), in: Array(bytes), limit: 1).isEmpty
}

/// Reads a gold file of any form.
///
/// - Parameters:
///   - file: its path, for places of diagnostics; archives are opened by it.
///   - chart: the dimensions that items of charts name.
///   - companion: reads a file that belongs to it by its path, nil if there is none: the text beside brat's marks.
/// - Returns: what could be read, and an error with its place for all that could not.
package func readGoldFile(
    _ bytes: [UInt8], file: String, chart: ChartDimensions, companion: (String) -> [UInt8]?
) -> (gold: GoldFile, diagnostics: [Diagnostic]) {
    let text = { String(decoding: bytes, as: UTF8.self) }
    switch GoldFormat.of(file, beginning: Array(bytes.prefix(1 << 16))) {
    case .ndjson: return readGoldLines(text(), file: file, chart: chart)
    case .spans: return readSpans(text(), file: file)
    case .decisions: return readDecidedGold(bytes, file: file)
    case .csv: return readGoldTable(bytes, file: file)
    case .brat: return readBrat(text(), file: file, text: companion(String(file.dropLast(4)) + ".txt"))
    case .qdpx: return readQDPX(file)
    }
}
