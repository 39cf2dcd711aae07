package import Reading

/// What a worker is to do with a document.
package enum WorkerTask: Sendable, Hashable {
    /// Read it.
    /// - Parameter recognised: the words of pages that have none themselves.
    case read(recognised: [RecognisedPage])
    /// Draw a page of it.
    case draw(PageDrawing)
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
