import Diagnostics

// One reader reads both forms of a codebook, and what it says names the keys of YAML: in a spreadsheet they are columns.

extension Diagnostic {
    /// The same for a cell of a spreadsheet: columns and settings by their headings.
    var inWordsOfSheets: Diagnostic {
        guard place?.cell != nil else { return self }
        var result = self
        result.help = help.map { renamed($0, Self.names) }
        // Other messages quote what stands in a cell, which may look like a key.
        if Self.messagesWithKeys.contains(identifier) { result.message = renamed(message, Self.names) }
        return result
    }

    private static let messagesWithKeys: Set = ["contradicting-sections", "document-condition", "never-holds"]

    /// What messages call a part of the codebook, and what a spreadsheet calls it.
    private static let names: [(key: String, heading: String)] =
        [
            ("'match'", Heading.lookFor), ("'under'", Heading.underHeadings), ("'previous'", Heading.after),
            ("'unless'", Heading.butNot), ("'in'", Heading.inSections), ("'not in'", Heading.notInSections),
            ("'when'", Heading.when), ("'weight'", Heading.weight), ("'threshold'", Heading.threshold),
            ("'unit'", Heading.unit), ("'assign'", Heading.assign), ("'skip'", CodebookSetting.skip.name),
            ("'negation'", CodebookSetting.negation.name),
        ].map { ($0.0, "'\($0.1)'") } + [
            ("under 'terms:'", "in the sheet '\(SheetForm.terms.name)'"),
            ("under 'terms'", "in the sheet '\(SheetForm.terms.name)'"),
            ("of 'terms:'", "of the sheet '\(SheetForm.terms.name)'"),
            ("unit: document", "\(Heading.unit) document"), ("unit: passage", "\(Heading.unit) passage"),
            ("write 'assign: all'", "write all under '\(Heading.assign)' in the sheet '\(SheetForm.dimensions.name)'"),
        ]
}

private func renamed(_ text: String, _ names: [(key: String, heading: String)]) -> String {
    names.reduce(text) { text, name in text.replacing(name.key, with: name.heading) }
}
