import Bibliography
import Foundation

/// The names of the reference lists in a folder, in the order of their bytes; nil if it is no folder.
///
/// Lists are told by their content, so that documents may stand beside them; folders below are not searched.
func referenceLists(inFolder folder: FileName) -> [FileName]? {
    guard let names = fileNames(in: folder) else { return nil }
    return names.sorted().filter { isReferenceList(beginning(of: folder.appending($0))) }
}

/// Bytes that are enough to tell the format of a list.
private let beginningLength = 64 << 10

private func beginning(of file: FileName) -> [UInt8] {
    guard let handle = FileHandle(forReadingAtPath: file.text) else { return [] }
    defer { try? handle.close() }
    return [UInt8]((try? handle.read(upToCount: beginningLength)) ?? Data())
}
