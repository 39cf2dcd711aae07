package import Diagnostics

/// A source file read into blocks.
///
/// All offsets in the model are Unicode code points (scalars) from the start of ``text``, 0-based, end
/// exclusive. Pages are 1-based. ``TextIndex`` turns offsets into pieces of text in linear time.
package struct Document: Sendable, Hashable {
    package var source: DocumentSource
    package var status: DocumentStatus
    package var metadata: DocumentMetadata
    /// What the file says of itself, in the file's order, as raw evidence for ``metadata``: `info.title`,
    /// `info.author`, `xmp.…`, `meta.citation_title`, `jsonld.headline`… Names may repeat (several authors).
    package var properties: [DocumentProperty]
    package var diagnostics: [Diagnostic]
    /// All blocks, joined by a blank line (`\n\n`); no block has a line break inside.
    package var text: String
    /// Line-end hyphens that were removed when lines were joined, in text order.
    package var joins: [Join]
    /// In reading order; each is a contiguous range of ``text``.
    package var blocks: [Block]

    package init(
        source: DocumentSource, status: DocumentStatus, metadata: DocumentMetadata = DocumentMetadata(),
        properties: [DocumentProperty] = [], diagnostics: [Diagnostic] = [], text: String = "", joins: [Join] = [],
        blocks: [Block] = []
    ) {
        self.source = source
        self.status = status
        self.metadata = metadata
        self.properties = properties
        self.diagnostics = diagnostics
        self.text = text
        self.joins = joins
        self.blocks = blocks
    }
}

/// Which file a document was read from.
package struct DocumentSource: Sendable, Hashable, Decodable {
    /// As the run names it: relative to pipeline.yaml, or as given on the command line. A byte that is
    /// no UTF-8 is shown as `\xE9`.
    package var path: String
    /// SHA-256 of the file's bytes, 64 lower-case hexadecimal digits; empty if the file could not be read.
    package var sha256: String
    /// nil when the content is none that a reader knows.
    package var format: DocumentFormat?
    /// Number of pages; 1 for formats without pages, 0 when unknown.
    package var pages: Int

    package init(path: String, sha256: String = "", format: DocumentFormat? = nil, pages: Int = 0) {
        self.path = path
        self.sha256 = sha256
        self.format = format
        self.pages = pages
    }
}

/// The formats that readers exist for.
package enum DocumentFormat: String, Sendable, Hashable, Codable, CaseIterable {
    case pdf, html, text
}

/// How reading a document ended; every document has exactly one.
package enum DocumentStatus: Sendable, Hashable {
    /// All text was read.
    case ok
    /// Some text was read; diagnostics say what was not.
    case partial
    /// The file is whole and holds no text (page images, an empty page).
    case noText
    /// A password is needed.
    case encrypted
    /// The file is broken, empty or cut off.
    case damaged
    /// The file opens, but has no page.
    case zeroPages
    /// The deadline or the CPU limit ended it.
    case timeout
    /// The memory limit ended it.
    case memory
    /// The reader died of this signal.
    case crashed(signal: Int)
    /// No reader knows the format, or it is no regular file that can be opened.
    case unsupported

    /// Whether the document has text to code.
    package var isRead: Bool { self == .ok || self == .partial }
}

/// One thing that a file says of itself.
package struct DocumentProperty: Sendable, Hashable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

/// A line-end hyphen that was removed.
package struct Join: Sendable, Hashable {
    /// Offset of the code point that follows the removed hyphen.
    package var offset: Int
    /// What was removed: `-`, U+00AD or U+2010.
    package var hyphen: String

    package init(offset: Int, hyphen: String) {
        self.offset = offset
        self.hyphen = hyphen
    }
}
