import Diagnostics
import DocumentModel
import Testing

@testable import Bibliography

/// xorshift64*: the same damage on every run and every machine.
private struct Dice {
    var state: UInt64

    mutating func next(below limit: Int) -> Int {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return Int((state &* 2_685_821_657_736_338_717) >> 33) % limit
    }
}

/// Letters of titles and the DOI of a record, which damage elsewhere must leave alone.
private func keys(_ references: [Reference]) -> [String] {
    references.map { ($0.metadata.text("title") ?? "") + "|" + ($0.metadata.text("doi") ?? "") }
}

/// Damages a list of three records in many ways: a byte changed, a piece cut out, the end cut off.
private func damaged(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
    var bytes = bytes
    let position = dice.next(below: bytes.count)
    switch dice.next(below: 4) {
    case 0: bytes.removeSubrange(position...)
    case 1: bytes.removeSubrange(position..<min(bytes.count, position + 1 + dice.next(below: 40)))
    case 2: bytes[position] = UInt8(dice.next(below: 256))
    // The bytes that formats are made of.
    default: bytes[position] = Array("\"{}@<>=,;\n\r\t -\\&".utf8)[dice.next(below: 16)]
    }
    return bytes
}

@Test(arguments: formatCases)
func damageCostsOneRecordOrIsReported(_ format: FormatCase) throws {
    let whole = try fixture(format.file)
    let expected = keys(readReferences(whole, file: format.file).references)
    var dice = Dice(state: 0x5EED_0000_0000_0001)
    var lostMore = 0
    let rounds = 400
    for round in 0..<rounds {
        let bytes = damaged(whole, &dice)
        let (references, diagnostics) = readReferences(bytes, file: format.file)
        let kept = Set(keys(references))
        let lost = expected.count { !kept.contains($0) }
        if lost > 1 {
            lostMore += 1
            #expect(!diagnostics.isEmpty, "round \(round): \(lost) records are lost in silence")
        }
    }
    // A cut in the first half takes two records with it, and so does damage to a header that names columns.
    #expect(lostMore < rounds / 3, "\(lostMore) of \(rounds) damages cost more than one record")
}
