package import Diagnostics
package import JSON

/// Lines of passage NDJSON, to be coded in one go and answered in their order.
package struct PassageLines: Sendable {
    package private(set) var batch = PassageBatch()
    private var ids: [UInt8] = []
    /// Where each passage's id ends.
    private var idEnds: [Int] = []

    package init() {}

    /// Appends the passage of a line.
    ///
    /// - Parameter place: file and line, for diagnostics.
    /// - Returns: at least one error if the line cannot be read; then nothing is appended.
    package mutating func append(_ line: ArraySlice<UInt8>, at place: Place? = nil) -> [Diagnostic] {
        do {
            return try line.withUnsafeBufferPointer { try withJSON($0) { append(try PassageMembers($0), at: place) } }
        } catch {
            return [unreadable(error, at: place)]
        }
    }

    private mutating func append(_ members: PassageMembers, at place: Place?) -> [Diagnostic] {
        let (section, diagnostics) = sectionKind(
            named: members.section?.string, ofPassage: members.id.string, at: place)
        ids.append(contentsOf: members.id.utf8)
        idEnds.append(ids.count)
        let text = batch.append(members.text.utf8)
        let previous = members.previous.map { batch.append($0.utf8) }
        let context = batch.context(headings: members.headings.map(\.string), leadIn: members.leadIn?.string)
        batch.append(PassageBatch.Item(text: text, previous: previous, context: context, section: section))
        return diagnostics
    }

    package mutating func removeAll() {
        batch.removeAll()
        ids.removeAll(keepingCapacity: true)
        idEnds.removeAll(keepingCapacity: true)
    }

    /// Writes a line for each passage: `{"id", "codes", "scores", "matches"}`.
    ///
    /// - Parameter codes: of the passages, in their order.
    package func write(_ codes: BatchCodes, to json: inout JSONWriter) {
        ids.withUnsafeBufferPointer { ids in
            var start = 0
            for index in codes.indices {
                codes.write(index, id: UnsafeBufferPointer(rebasing: ids[start..<idEnds[index]]), to: &json)
                json.newline()
                start = idEnds[index]
            }
        }
    }
}
