import Diagnostics
import DocumentModel

/// Decisions as gold: people said of a statement which codes it has, rejected ones have none. Those made without having
/// seen the machine's codes count for everything, the others for precision only, since nobody is asked there about what
/// the machine missed.
func readDecidedGold(_ bytes: [UInt8], file: String) -> (gold: GoldFile, diagnostics: [Diagnostic]) {
    let (decisions, diagnostics) = readDecisions(bytes, file: file)
    var items = ItemsByDocument(isExhaustive: false)
    for decision in decisions {
        let anchor = decision.anchor
        let codes = decision.verdict == .rejected ? anchor.codes.map(\.withoutCodes) : decision.standingCodes
        items.append(
            GoldItem(
                quote: anchor.quote, prefix: anchor.prefix, suffix: anchor.suffix, start: anchor.start, codes: codes,
                coder: decision.by, isSeen: !decision.isBlind, place: Place(file: file)),
            to: anchor.document)
    }
    return (GoldFile(documents: items.documents), diagnostics)
}

extension DimensionCodes {
    /// The dimension, looked at and found empty.
    fileprivate var withoutCodes: DimensionCodes { DimensionCodes(dimension: dimension, codes: []) }
}
