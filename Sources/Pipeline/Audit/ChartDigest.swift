import DocumentModel
import Hashing

/// What a chart has, in one number: whether an audit is about it.
struct ChartDigest {
    private var hasher = SHA256Hasher()

    /// Adds the items of the next document, in corpus order.
    mutating func add(_ codings: [CodedPassage]) {
        for coding in codings where coding.charted == .yes {
            let codes = coding.codes.assigned.map { "\($0.dimension)=\($0.codes.joined(separator: ","))" }
            let line = "\(coding.id) \(coding.start) \(coding.end) \(codes.joined(separator: " "))\n"
            Array(line.utf8).withUnsafeBytes { hasher.update($0) }
        }
    }

    consuming func finish() -> String { hasher.finish() }

    /// Of all documents of a store.
    static func of(_ store: RunStore) throws -> String {
        var digest = ChartDigest()
        for position in try store.positions(in: .listed) {
            digest.add(try store.record(at: position).coded.codings)
        }
        return digest.finish()
    }
}
