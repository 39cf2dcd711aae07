import DocumentModel

/// Percent by which the journal in a PDF's subject is believed.
private let subjectConfidence = 80

/// Evidence in a PDF's subject, where publishers write the citation: `Journal, 2020, doi:10…`,
/// `Journal, https://doi.org/10…`, `Journal, 123 (2014) 1-10. doi:10…`, `Journal 2019.12:34-45`. Others write the
/// abstract there.
func subjectEvidence(in subject: String) -> [MetadataField] {
    let tokens = words(subject)
    guard tokens.count <= longestSubject else { return [] }
    let end = tokens.firstIndex { word in
        let lower = word.lowercased()
        return word.first?.isNumber == true || word.hasPrefix("(") || lower.hasPrefix("doi") || lower.hasPrefix("http")
            || lower.hasPrefix("vol")
    }
    guard let end, end > 0, let journal = journalName(before: end, in: tokens),
        words(journal).count == end || tokens[end - 1].hasSuffix(",")
    else { return [] }
    // What stands behind the name must place the article: a DOI, or a year.
    let rest = tokens[end...].joined(separator: " ")
    let year = firstYear(in: withoutDOI(rest))
    guard normalizedDOI(rest) != nil || year != nil else { return [] }
    let found = MetadataField("journal", .text(journal), origin: "info", confidence: subjectConfidence)
    guard let year else { return [found] }
    return [found, MetadataField("year", .text(String(year)), origin: "info", confidence: subjectConfidence - 10)]
}

/// Words of a subject that is a citation: longer ones are abstracts.
private let longestSubject = 30

/// Registrants' numbers and suffixes may look like years: `10.2016/2019`.
private func withoutDOI(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return firstDOI(in: bytes).map { String(decoding: bytes[..<$0.start], as: UTF8.self) } ?? text
}

/// A property's text as a journal's name; nil for names of files and programs.
func journalOfProperty(_ text: String) -> String? {
    guard !isJunkTitle(text, path: ""), !text.contains("/"), !text.contains("\\"), !text.contains("_") else {
        return nil
    }
    let tokens = words(text)
    return tokens.count <= 16 && tokens.contains(where: isCapitalised) && !text.contains("http") ? text : nil
}
