import DocumentModel

/// Items and paragraphs below a heading "References" are references.
func markReferences(in blocks: inout [ReadBlock]) {
    let kinds = sections(of: blocks)
    for index in blocks.indices where kinds[index] == .references {
        if [.listItem, .paragraph, .quotation].contains(blocks[index].kind) {
            blocks[index].kind = .reference
            blocks[index].level = nil
        }
    }
}
