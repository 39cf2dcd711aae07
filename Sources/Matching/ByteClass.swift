import Expressions

/// What a byte of a text is to the pass that finds words. Up to `boundary` a class ends a word at once.
enum ByteClass {
    static let separator: UInt8 = 0
    /// `; : ! ?`: a clause ends here.
    static let boundary: UInt8 = 1
    /// `.` and `,`: a clause ends here, unless they belong to a number.
    static let point: UInt8 = 2
    static let apostrophe: UInt8 = 3
    static let beyondASCII: UInt8 = 4
    static let word: UInt8 = 5

    /// The class of every byte; never freed.
    nonisolated(unsafe) static let table: UnsafePointer<UInt8> = {
        let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
        for byte in UInt8.min...UInt8.max { table[Int(byte)] = of(byte) }
        return UnsafePointer(table)
    }()

    private static func of(_ byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: "?"): boundary
        case UInt8(ascii: "."), UInt8(ascii: ","): point
        case UInt8(ascii: "'"): apostrophe
        case 0x80...: beyondASCII
        default: ScalarKind(Unicode.Scalar(byte)) == .word ? word : separator
        }
    }
}
