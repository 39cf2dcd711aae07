package import DocumentModel
package import Reading

/// What reading one document gave: exactly one for every file, however reading ended.
package struct WorkerOutcome: Sendable, Hashable {
    /// Its status is set always; with any status but `ok` there is a diagnostic that says why.
    package var document: Document
    /// The letters of each page as the format's library gives them, for verification.
    package var letters: [String]
    /// The page that was to be drawn; the document has no text then.
    package var picture: PagePicture?

    package init(document: Document, letters: [String] = [], picture: PagePicture? = nil) {
        self.document = document
        self.letters = letters
        self.picture = picture
    }
}

/// What one document may cost.
package struct WorkerLimits: Sendable, Hashable {
    /// Wall time; a worker gets as much CPU time, rounded up to seconds.
    ///
    /// An ordinary two-page PDF was seen to take 10 s, and 99.5 % take under 1.2 s.
    package var deadline: Duration
    /// Address space in bytes that a worker may map for the document, above what it has when it begins.
    package var memory: Int

    package init(deadline: Duration = .seconds(60), memory: Int = 1 << 30) {
        self.deadline = deadline
        self.memory = memory
    }

    /// A day, in seconds: no document takes longer, and no sum of clock times overflows.
    package static let longestDeadline = 86_400

    /// The deadline in seconds, rounded up.
    var cpuSeconds: Int {
        Int(clamping: deadline.components.seconds) + (deadline.components.attoseconds > 0 ? 1 : 0)
    }
}
