package import Reading

/// What a worker is to do with a document.
package enum WorkerTask: Sendable, Hashable {
    /// Read it.
    /// - Parameters:
    ///   - recognised: the words of pages that have none themselves.
    ///   - rulings: whether pages are drawn to find the lines of their tables.
    case read(recognised: [RecognisedPage], rulings: Bool = true)
    /// Draw a page of it.
    case draw(PageDrawing)

    /// What to do when it failed: no page is drawn then, for what a page draws may take time and memory that its text
    /// does not.
    var again: WorkerTask {
        switch self {
        case .read(let recognised, _): .read(recognised: recognised, rulings: false)
        case .draw: self
        }
    }
}

/// A document as a worker's handler gets it.
package struct WorkerDocument {
    package var bytes: [UInt8]
    /// The path to show.
    package var path: String
    package var task: WorkerTask
}

/// The descriptor into which a worker writes pictures: a file in memory that its parent opened.
let pictureDescriptor: Int32 = 3

/// The most bytes of a picture: a graymap of the largest page that is drawn for text recognition takes 16 MB, a PNG
/// of the largest for people, uncompressed, 10 MB.
let largestPicture = 20 << 20
