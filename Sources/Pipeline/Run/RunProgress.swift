/// Hears how far a run is; called on one task at a time.
package protocol RunProgress: Sendable {
    /// A document has been read and coded.
    func read(_ path: String, done: Int, of total: Int)
    /// Everything is read; outputs are being written and checked.
    func writing()
}
