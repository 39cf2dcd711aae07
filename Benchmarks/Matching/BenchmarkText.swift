import Coding
import Foundation

/// Real text, one piece a document, with its sentences.
struct BenchmarkText {
    struct Document {
        var bytes: [UInt8]
        /// UTF-8 offsets.
        var sentences: [Range<Int>]
    }

    let documents: [Document]
    /// How often all of it is read to make up the size asked for.
    let repetitions: Int
    /// Bytes of the documents, once.
    let size: Int
    let sentenceCount: Int

    /// - Parameter folder: text files, paragraphs parted by blank lines.
    init(folder: String, megabytes: Int) throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".txt") }.sorted()
        documents = files.compactMap { FileManager.default.contents(atPath: folder + "/" + $0) }.map { data in
            let bytes = Array(String(decoding: data, as: UTF8.self).utf8)
            return Document(bytes: bytes, sentences: Self.paragraphs(of: bytes).flatMap { sentences(in: bytes, $0) })
        }
        size = documents.reduce(0) { $0 + $1.bytes.count }
        sentenceCount = documents.reduce(0) { $0 + $1.sentences.count }
        precondition(size > 0, "no text in \(folder)")
        repetitions = max(1, (megabytes * 1_000_000 + size / 2) / size)
    }

    private static func paragraphs(of bytes: [UInt8]) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = 0
        for index in bytes.indices.dropLast() where bytes[index] == 10 && bytes[index + 1] == 10 {
            if index > start { result.append(start..<index) }
            start = index + 2
        }
        if start < bytes.count { result.append(start..<bytes.count) }
        return result
    }

    /// Words of three ASCII letters and more that occur twice at least, in alphabetical order.
    var vocabulary: [String] {
        var counts: [String: Int] = [:]
        for document in documents {
            for word in document.bytes.split(whereSeparator: { !(UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20) })
            where word.count >= 3 {
                counts[String(decoding: word.map { $0 | 0x20 }, as: UTF8.self), default: 0] += 1
            }
        }
        return counts.filter { $0.value > 1 }.keys.sorted()
    }
}
