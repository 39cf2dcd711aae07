import CNettle

/// SHA-256 (FIPS 180-4) through nettle, which uses the processor's own instructions for it; fed in pieces so that a
/// file need not be in memory.
package struct SHA256Hasher {
    private var context = sha256_ctx()

    package init() {
        nettle_sha256_init(&context)
    }

    /// Adds bytes.
    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
        guard let base = bytes.baseAddress else { return }
        nettle_sha256_update(&context, bytes.count, base.assumingMemoryBound(to: UInt8.self))
    }

    /// The digest of all bytes added, as 64 lower-case hexadecimal digits.
    package consuming func finish() -> String {
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
        nettle_sha256_digest(&context, digest.count, &digest)
        return String(unsafeUninitializedCapacity: 2 * digest.count) { text in
            for (index, byte) in digest.enumerated() {
                text[2 * index] = hexadecimal(byte >> 4)
                text[2 * index + 1] = hexadecimal(byte & 15)
            }
            return 2 * digest.count
        }
    }
}

private func hexadecimal(_ digit: UInt8) -> UInt8 {
    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
}

/// The SHA-256 digest of bytes, as 64 lower-case hexadecimal digits.
package func sha256(_ bytes: [UInt8]) -> String {
    var hasher = SHA256Hasher()
    bytes.withUnsafeBytes { hasher.update($0) }
    return hasher.finish()
}

/// The SHA-256 digest of the UTF-8 bytes of a text, as 64 lower-case hexadecimal digits.
package func sha256(_ text: String) -> String {
    sha256(Array(text.utf8))
}
