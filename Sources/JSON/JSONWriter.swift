/// Writes JSON as UTF-8 bytes with the keys in the order in which they are given.
///
/// Outputs must have the same bytes on every run and the key order that the formats are documented in;
/// `JSONEncoder` gives either hash order or alphabetical order. Nothing is kept but the bytes, so a
/// line can be written out and the writer emptied with ``removeAll()``.
package struct JSONWriter: ~Copyable {
    private var output = JSONBytes()
    private var needsComma = false
    /// Spaces for each level of nesting; nil writes everything on one line.
    private let indent: Int?
    private var depth = 0

    /// A writer for one line (`indent` nil) or for a file that people read.
    package init(indent: Int? = nil) {
        self.indent = indent
    }

    /// The UTF-8 bytes written so far.
    package var bytes: [UInt8] { output.array }

    /// The text written so far.
    package var text: String { output.text }

    /// Empties the writer and keeps its memory.
    package mutating func removeAll() {
        output.removeAll()
        needsComma = false
        depth = 0
    }

    // MARK: Containers

    /// Writes `{`, what `body` writes, and `}`.
    @inlinable
    package mutating func object(_ body: (inout JSONWriter) throws -> Void) rethrows {
        try container(open: UInt8(ascii: "{"), close: UInt8(ascii: "}"), body)
    }

    /// Writes `[`, what `body` writes, and `]`.
    @inlinable
    package mutating func array(_ body: (inout JSONWriter) throws -> Void) rethrows {
        try container(open: UInt8(ascii: "["), close: UInt8(ascii: "]"), body)
    }

    /// Writes an array with what `body` writes for each element.
    @inlinable
    package mutating func array<Elements: Sequence>(
        of elements: Elements, _ body: (inout JSONWriter, Elements.Element) throws -> Void
    ) rethrows {
        try array { writer in
            for element in elements { try body(&writer, element) }
        }
    }

    /// Writes an array of strings.
    package mutating func array(_ strings: [String]) {
        array(of: strings) { $0.value($1) }
    }

    // MARK: Members of an object

    /// Writes a key; a value or a container must follow.
    // Keys that the code names are the static ones below.
    @_disfavoredOverload
    package mutating func key(_ name: String) {
        separate()
        quote(name)
        endKey()
    }

    /// Writes a key; a value or a container must follow.
    package mutating func key(_ name: QuotedName) {
        separate()
        name.quoted.withUnsafeBufferPointer { output.append($0) }
        endKey()
    }

    /// Writes a key; a value or a container must follow.
    ///
    /// - Parameter name: without characters that JSON escapes.
    package mutating func key(_ name: StaticString) {
        separate()
        output.append(UInt8(ascii: "\""))
        output.append(name)
        output.append(UInt8(ascii: "\""))
        endKey()
    }

    @inline(__always)
    private mutating func endKey() {
        output.append(UInt8(ascii: ":"))
        if indent != nil { output.append(UInt8(ascii: " ")) }
        needsComma = false
    }

    /// Writes a member with a string value; a nil value leaves the member out.
    package mutating func member(_ name: StaticString, _ string: String?) {
        guard let string else { return }
        key(name)
        value(string)
    }

    /// Writes a member with an integer value; a nil value leaves the member out.
    package mutating func member(_ name: StaticString, _ integer: Int?) {
        guard let integer else { return }
        key(name)
        value(integer)
    }

    /// Writes a member with a truth value; a nil value leaves the member out.
    package mutating func member(_ name: StaticString, _ flag: Bool?) {
        guard let flag else { return }
        key(name)
        value(flag)
    }

    /// Writes a member with an array of strings.
    package mutating func member(_ name: StaticString, _ strings: [String]) {
        key(name)
        array(strings)
    }

    /// Writes a member with a string value.
    @_disfavoredOverload
    package mutating func member(_ name: String, _ string: String) {
        key(name)
        value(string)
    }

    /// Writes a member with an integer value.
    @_disfavoredOverload
    package mutating func member(_ name: String, _ integer: Int) {
        key(name)
        value(integer)
    }

    /// Writes a member with an array of strings.
    @_disfavoredOverload
    package mutating func member(_ name: String, _ strings: [String]) {
        key(name)
        array(strings)
    }

    // MARK: Values

    /// Writes a string.
    package mutating func value(_ string: String) {
        separate()
        quote(string)
        needsComma = true
    }

    /// Writes a string.
    package mutating func value(_ name: QuotedName) {
        separate()
        name.quoted.withUnsafeBufferPointer { output.append($0) }
        needsComma = true
    }

    /// Writes a string.
    ///
    /// - Parameter utf8: valid UTF-8.
    package mutating func value(utf8: UnsafeBufferPointer<UInt8>) {
        separate()
        quote(utf8)
        needsComma = true
    }

    /// Writes an integer.
    package mutating func value(_ integer: Int) {
        separate()
        appendDigits(of: integer)
        needsComma = true
    }

    /// Writes `true` or `false`.
    package mutating func value(_ flag: Bool) {
        separate()
        output.append(flag ? "true" : "false")
        needsComma = true
    }

    /// Writes `null`.
    package mutating func null() {
        separate()
        output.append("null")
        needsComma = true
    }

    /// Writes a number of thousandths as a decimal number without trailing zeros: 2500 as `2.5`.
    package mutating func value(thousandths: Int) {
        separate()
        if thousandths < 0 { output.append(UInt8(ascii: "-")) }
        let magnitude = Int(clamping: thousandths.magnitude)
        appendDigits(of: magnitude / 1000)
        var fraction = magnitude % 1000
        if fraction != 0 { output.append(UInt8(ascii: ".")) }
        // From the tenths down, so that trailing zeros are never written.
        while fraction != 0 {
            output.append(UInt8(ascii: "0") + UInt8(fraction / 100))
            fraction = fraction % 100 * 10
        }
        needsComma = true
    }

    /// Writes members of an object as they are given, in a writer for one line.
    package mutating func raw(members: StaticString) {
        separate()
        output.append(members)
        needsComma = true
    }

    /// Writes bytes that are JSON already, such as a stored record.
    @inlinable
    package mutating func raw(_ json: some Sequence<UInt8>) {
        separate()
        append(json)
        needsComma = true
    }

    @inlinable
    mutating func append(_ json: some Sequence<UInt8>) {
        if json.withContiguousStorageIfAvailable({ appendBytes($0) }) == nil {
            for byte in json { appendByte(byte) }
        }
    }

    @usableFromInline mutating func appendBytes(_ more: UnsafeBufferPointer<UInt8>) { output.append(more) }

    @usableFromInline mutating func appendByte(_ byte: UInt8) { output.append(byte) }

    /// Ends a line, for formats of one object a line.
    package mutating func newline() {
        output.append(UInt8(ascii: "\n"))
        needsComma = false
    }

    // MARK: Bytes

    @inlinable
    mutating func container(
        open: UInt8, close: UInt8, _ body: (inout JSONWriter) throws -> Void
    ) rethrows {
        let start = begin(open)
        try body(&self)
        end(close, start)
    }

    @usableFromInline
    mutating func begin(_ open: UInt8) -> Int {
        separate()
        output.append(open)
        needsComma = false
        depth += 1
        return output.count
    }

    @usableFromInline
    mutating func end(_ close: UInt8, _ start: Int) {
        depth -= 1
        if output.count > start { breakLine() }
        output.append(close)
        needsComma = true
    }

    @usableFromInline
    mutating func separate() {
        if needsComma { output.append(UInt8(ascii: ",")) }
        guard indent != nil, depth > 0 else { return }
        let follows = output.last
        if needsComma || follows == UInt8(ascii: "{") || follows == UInt8(ascii: "[") { breakLine() }
    }

    private mutating func breakLine() {
        guard let indent else { return }
        output.append(UInt8(ascii: "\n"))
        output.append(repeating: UInt8(ascii: " "), count: indent * depth)
    }

    private mutating func appendDigits(of integer: Int) {
        if integer < 0 { output.append(UInt8(ascii: "-")) }
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var start = digits.count
            var rest = integer.magnitude
            repeat {
                start -= 1
                digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            } while rest > 0
            output.append(UnsafeBufferPointer(rebasing: digits[start...]))
        }
    }

    /// RFC 8259 section 7: quotation mark, reverse solidus and U+0000–001F are escaped, nothing else.
    private mutating func quote(_ string: String) {
        var string = string
        string.withUTF8 { quote($0) }
    }

    private mutating func quote(_ utf8: UnsafeBufferPointer<UInt8>) {
        output.append(UInt8(ascii: "\""))
        if Self.isPlain(utf8) { output.append(utf8) } else { appendEscaped(utf8) }
        output.append(UInt8(ascii: "\""))
    }

    /// Whether no byte needs an escape. Without a branch for each of them, so that many are looked at together.
    private static func isPlain(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        var escapes: UInt8 = 0
        for byte in utf8 { escapes |= needsEscape(byte) ? 1 : 0 }
        return escapes == 0
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func appendEscaped(_ utf8: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for position in utf8.indices where Self.needsEscape(utf8[position]) {
            output.append(UnsafeBufferPointer(rebasing: utf8[start..<position]))
            escape(utf8[position])
            start = position + 1
        }
        output.append(UnsafeBufferPointer(rebasing: utf8[start...]))
    }

    private mutating func escape(_ byte: UInt8) {
        output.append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\n"): output.append(UInt8(ascii: "n"))
        case UInt8(ascii: "\r"): output.append(UInt8(ascii: "r"))
        case UInt8(ascii: "\t"): output.append(UInt8(ascii: "t"))
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): output.append(byte)
        default:
            output.append("u00")
            output.append(Self.hexadecimal(byte >> 4))
            output.append(Self.hexadecimal(byte & 15))
        }
    }
}

extension JSONWriter {
    private static func hexadecimal(_ digit: UInt8) -> UInt8 {
        digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
    }
}

/// A number of thousandths as a decimal number without trailing zeros: 2500 is `2.5`, -40 is `-0.04`.
package func decimal(thousandths: Int) -> String {
    var json = JSONWriter()
    json.value(thousandths: thousandths)
    return json.text
}
