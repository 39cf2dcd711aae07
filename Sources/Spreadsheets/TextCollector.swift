/// Joins the texts of a cell: a value, a plain text, or the runs of a formatted one, without how it is read aloud.
struct TextCollector {
    private var bytes: [UInt8] = []
    private var isInText = false
    /// `rPh`, the reading of Chinese characters that stands beside them.
    private var isInPhonetics = false

    var text: String { String(decoding: bytes, as: UTF8.self) }

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        isInText = false
    }

    mutating func start(_ element: String) {
        switch element {
        case "v", "t": isInText = !isInPhonetics
        case "rPh": isInPhonetics = true
        default: break
        }
    }

    mutating func end(_ element: String) {
        switch element {
        case "v", "t": isInText = false
        case "rPh": isInPhonetics = false
        default: break
        }
    }

    mutating func append(_ buffer: UnsafeBufferPointer<UInt8>) {
        if isInText { bytes.append(contentsOf: buffer) }
    }
}
