import CPoppler

/// A PDF that poppler has opened; the bytes must outlive it.
struct PDFFile: ~Copyable {
    /// poppler's document; valid as long as this value.
    let handle: OpaquePointer
    let pageCount: Int

    enum OpeningFailure: Error {
        case needsPassword
        /// - Parameter message: poppler's, without a full stop.
        case damaged(message: String)
    }

    /// Opens a PDF without copying it.
    init(_ bytes: UnsafeRawBufferPointer) throws(OpeningFailure) {
        let wrapped = g_bytes_new_static(bytes.baseAddress, gsize(bytes.count))
        defer { g_bytes_unref(wrapped) }
        var error: UnsafeMutablePointer<GError>?
        defer { g_clear_error(&error) }
        guard let handle = poppler_document_new_from_bytes(wrapped, nil, &error) else {
            guard let error else { throw .damaged(message: "poppler opened nothing and gave no reason") }
            if error.pointee.domain == poppler_error_quark(),
                error.pointee.code == gint(POPPLER_ERROR_ENCRYPTED.rawValue)
            {
                throw .needsPassword
            }
            throw .damaged(message: String(cString: error.pointee.message))
        }
        self.handle = handle
        pageCount = max(0, Int(poppler_document_get_n_pages(handle)))
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(handle)) }
}

/// The text of a string that poppler allocated, which is freed; nil when there is none or it is empty.
func takeString(_ string: UnsafeMutablePointer<CChar>?) -> String? {
    guard let string else { return nil }
    defer { g_free(string) }
    let text = String(cString: string)
    return text.isEmpty ? nil : text
}
