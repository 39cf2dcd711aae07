/// A string as JSON writes it: quoted once, for the many times that it is written.
package struct QuotedName: Sendable {
    let quoted: [UInt8]

    package init(_ string: String) {
        var json = JSONWriter()
        json.value(string)
        quoted = json.bytes
    }
}

/// What JSON writes as a string.
package protocol JSONStringWritable {
    func write(to json: inout JSONWriter)
}

extension QuotedName: JSONStringWritable {
    package func write(to json: inout JSONWriter) { json.value(self) }
}

extension String: JSONStringWritable {
    package func write(to json: inout JSONWriter) { json.value(self) }
}
