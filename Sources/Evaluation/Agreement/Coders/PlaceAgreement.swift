/// Agreement on where pieces of text are marked, of coders whose gold brings the texts that they marked.
package struct PlaceAgreement: Sendable {
    /// u-alpha over all codes and texts, and of each code.
    package var unitizing: [(code: String, figure: Figure)]
    /// Of the first two coders.
    package var spans: SpanAgreement

    /// - Parameter coders: of each the documents that they marked, with their texts.
    /// - Returns: nil if no document was marked by two coders.
    package init?(_ coders: [[GoldDocument]]) {
        let texts = coders.flatMap { $0 }.filter { $0.text != nil }
        var names: [String] = []
        for one in texts where !names.contains(one.document.path) { names.append(one.document.path) }
        let shared = names.filter { name in coders.allSatisfy { $0.contains { $0.document.path == name } } }
        guard coders.count > 1, !shared.isEmpty else { return nil }
        var segments = [[Segment]](repeating: [], count: coders.count)
        var spans = SpanAgreement()
        var end = 0
        // One text after the other is one continuum; no piece goes over the end of a text.
        for name in shared {
            let marked = coders.map { documents in
                documents.first { $0.document.path == name }.map { marks(in: $0) } ?? []
            }
            spans = spans + SpanAgreement(gold: marked[0], found: marked[1])
            for (coder, pieces) in marked.enumerated() {
                segments[coder] += pieces.map {
                    Segment(start: $0.start + end, end: $0.end + end, category: $0.category)
                }
            }
            end += texts.first { $0.document.path == name }?.text?.unicodeScalars.count ?? 0
        }
        let continuum = Continuum(start: 0, end: end, coders: segments)
        unitizing =
            [("all codes", continuum.alpha)]
            + continuum.categories.map { ($0, continuum.disagreement(in: $0).alpha) }
        self.spans = spans
    }
}

private func marks(in document: GoldDocument) -> [Segment] {
    document.items.flatMap { item -> [Segment] in
        guard let start = item.start else { return [] }
        return item.codes.flatMap(\.codes).map {
            Segment(start: start, end: start + item.quote.unicodeScalars.count, category: $0)
        }
    }
}
