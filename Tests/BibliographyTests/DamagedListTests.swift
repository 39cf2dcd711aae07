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

/// Title and DOI of a record, which damage elsewhere must leave alone.
private func key(_ reference: Reference) -> String {
    (reference.metadata.text("title") ?? "") + "|" + (reference.metadata.text("doi") ?? "")
}

/// The byte at which a record begins.
private func start(of place: Place, in bytes: [UInt8]) -> Int {
    var line = 1
    var column = 1
    for (index, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
        if line == place.line, column == place.column ?? 1 { return index }
        if byte == UInt8(ascii: "\n") { (line, column) = (line + 1, 1) } else { column += 1 }
    }
    return bytes.count
}

/// A list with one damage, and the bytes that it touched.
private func damaged(_ bytes: [UInt8], _ dice: inout Dice) -> (bytes: [UInt8], touched: Range<Int>) {
    var result = bytes
    let position = dice.next(below: bytes.count)
    switch dice.next(below: 4) {
    case 0:
        result.removeSubrange(position...)
        return (result, position..<bytes.count)
    case 1:
        let end = min(bytes.count, position + 1 + dice.next(below: 40))
        result.removeSubrange(position..<end)
        return (result, position..<end)
    case 2: result[position] = UInt8(dice.next(below: 256))
    // The bytes that formats are made of.
    default: result[position] = Array("\"{}@<>=,;\n\r\t -\\&".utf8)[dice.next(below: 16)]
    }
    return (result, position..<(position + 1))
}

@Test(arguments: formatCases)
func damageCostsItsOwnRecordOnlyAndNothingInSilence(_ format: FormatCase) throws {
    let whole = try fixture(format.file)
    let references = readReferences(whole, file: format.file).references
    let starts = references.map { start(of: $0.place, in: whole) } + [whole.count]
    var dice = Dice(state: 0x5EED_0000_0000_0001)
    let rounds = 200
    var spread = 0
    for round in 0..<rounds {
        let (bytes, touched) = damaged(whole, &dice)
        let (read, diagnostics) = readReferences(bytes, file: format.file)
        let kept = Set(read.map(key))
        // The line end before a record belongs to it as well.
        let others = references.indices.filter { !touched.overlaps((starts[$0] - 1)..<starts[$0 + 1]) }
        let lost = others.count { !kept.contains(key(references[$0])) }
        #expect(lost == 0 || !diagnostics.isEmpty, "round \(round): \(lost) records are lost in silence")
        if lost > 0, touched.lowerBound >= starts[0] { spread += 1 }
    }
    // Where one record ends and the next begins a byte may belong to both.
    #expect(spread * 50 <= rounds, "\(spread) of \(rounds) damages cost records that they did not touch")
}
