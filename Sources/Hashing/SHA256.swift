import CGLib

/// SHA-256 (FIPS 180-4) through GLib's `GChecksum`, fed in pieces so that a file need not be in memory.
package struct SHA256Hasher: ~Copyable {
    private let checksum: OpaquePointer

    package init() {
        // Only an unknown algorithm gives NULL.
        checksum = g_checksum_new(G_CHECKSUM_SHA256)!
    }

    deinit { g_checksum_free(checksum) }

    /// Adds bytes.
    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
        guard let base = bytes.baseAddress else { return }
        g_checksum_update(checksum, base.assumingMemoryBound(to: UInt8.self), bytes.count)
    }

    /// The digest of all bytes added, as 64 lower-case hexadecimal digits.
    package consuming func finish() -> String {
        String(cString: g_checksum_get_string(checksum))
    }
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
