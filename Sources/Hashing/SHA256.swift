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

    /// Adds the UTF-8 bytes of a text.
    package mutating func update(_ text: String) {
        var text = text
        text.withUTF8 { update(UnsafeRawBufferPointer($0)) }
    }

    /// The digest of all bytes added in lower-case hexadecimal digits.
    ///
    /// - Parameter digits: how many of the 64, the first ones; even.
    package consuming func finish(digits: Int = 2 * Int(SHA256_DIGEST_SIZE)) -> String {
        String(unsafeUninitializedCapacity: digits) { text in
            // The digest is written into the front of the text, and spread out from its end.
            nettle_sha256_digest(&context, digits / 2, text.baseAddress)
            for index in (0..<digits / 2).reversed() {
                let byte = text[index]
                text[2 * index] = hexadecimal(byte >> 4)
                text[2 * index + 1] = hexadecimal(byte & 15)
            }
            return digits
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
    var hasher = SHA256Hasher()
    hasher.update(text)
    return hasher.finish()
}
