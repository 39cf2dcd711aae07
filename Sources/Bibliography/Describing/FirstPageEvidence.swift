import DocumentModel

/// Evidence in what the first pages print, without the journal (see `surestJournal`).
///
/// - Parameter properties: evidence in what the file says of itself.
func printedEvidence(_ front: FrontText, path: String, properties: [MetadataField]) -> [MetadataField] {
    let fileTitles = properties.filter { $0.name == "title" }.compactMap { field in
        if case .text(let title) = field.value { title } else { nil }
    }
    var evidence: [MetadataField] = []
    let title = printedTitle(front.blocks, path: path, fileTitles: fileTitles)
    if let title { evidence.append(title) }
    let titleText = title.flatMap { field in if case .text(let text) = field.value { text } else { nil } }
    let titleBlock = titleBlock(titleText, in: front.blocks)
    if let authors = printedAuthors(front, title: titleBlock) { evidence.append(authors) }
    evidence += printedIdentifiers(front)
    evidence += printedYears(front.blocks)
    evidence += placedYears(front)
    evidence += printedOrganisations(front, title: titleBlock)
    if let design = studyDesign(front, title: titleText) { evidence.append(design) }
    return evidence
}
