import Hashing
import Testing

@Suite struct SHA256Tests {
    /// The examples of FIPS 180-4 and the empty message.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ])
    func equalsThePublishedDigests(_ message: String, _ digest: String) {
        #expect(sha256(message) == digest)
        #expect(sha256(Array(message.utf8)) == digest)
        var hasher = SHA256Hasher()
        hasher.update(message)
        #expect(hasher.finish(digits: 16) == digest.prefix(16))
    }

    @Test func aCopyGoesItsOwnWay() {
        var beginning = SHA256Hasher()
        beginning.update("ab")
        var copy = beginning
        copy.update("c")
        beginning.update("d")
        #expect(copy.finish() == sha256("abc"))
        #expect(beginning.finish() == sha256("abd"))
    }

    @Test func givesTheSameDigestInPieces() {
        let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        var hasher = SHA256Hasher()
        bytes[..<70_001].withUnsafeBytes { hasher.update($0) }
        bytes[70_001...].withUnsafeBytes { hasher.update($0) }
        #expect(hasher.finish() == sha256(bytes))
    }
}
