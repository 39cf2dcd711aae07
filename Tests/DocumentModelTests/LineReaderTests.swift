import DocumentModel
import Foundation
import Testing

struct LineReaderTests {
    /// A reader that waited for more than there is would hang here.
    @Test(.timeLimit(.minutes(1))) func givesLinesWhileTheWriterKeepsThePipeOpen() throws {
        let pipe = Pipe()
        let reader = LineReader(pipe.fileHandleForReading)
        try pipe.fileHandleForWriting.write(contentsOf: Data("one\ntwo\nthr".utf8))
        #expect(try reader.next().map { Array($0) } == Array("one".utf8))
        #expect(reader.hasLine)
        #expect(try reader.next().map { Array($0) } == Array("two".utf8))
        #expect(!reader.hasLine)
        try pipe.fileHandleForWriting.write(contentsOf: Data("ee\n\n".utf8))
        #expect(try reader.next().map { Array($0) } == Array("three".utf8))
        try pipe.fileHandleForWriting.write(contentsOf: Data("last".utf8))
        try pipe.fileHandleForWriting.close()
        #expect(try reader.next().map { Array($0) } == [])
        #expect(try reader.next().map { Array($0) } == Array("last".utf8))
        #expect(try reader.next() == nil)
    }

    @Test func leavesOutTheByteOrderMark() throws {
        let pipe = Pipe()
        try pipe.fileHandleForWriting.write(contentsOf: Data("\u{FEFF}{}\n\u{FEFF}".utf8))
        try pipe.fileHandleForWriting.close()
        let reader = LineReader(pipe.fileHandleForReading)
        #expect(try reader.next().map { Array($0) } == Array("{}".utf8))
        #expect(try reader.next().map { Array($0) } == Array("\u{FEFF}".utf8))
    }
}
