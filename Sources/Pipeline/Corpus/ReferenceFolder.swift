import Bibliography
import Foundation

/// The names of the reference lists in a folder, in the order of their bytes; nil if it is no folder.
///
/// Lists are told by their content, so that documents may stand beside them; folders below are not searched. A file that
/// cannot be opened is one if its name ends like that of a list: who reads it reports it.
func referenceLists(inFolder folder: FileName) -> [FileName]? {
    guard let names = fileNames(in: folder) else { return nil }
    return names.sorted().filter { name in
        beginning(of: folder.appending(name)).map(isReferenceList) ?? isNamedAsReferenceList(name.text)
    }
}

/// Bytes that are enough to tell the format of a list.
private let beginningLength = 64 << 10

/// Nil if the file cannot be read.
private func beginning(of file: FileName) -> [UInt8]? {
    guard let handle = FileHandle(forReadingAtPath: file.text) else { return nil }
    defer { try? handle.close() }
    do {
        return [UInt8](try handle.read(upToCount: beginningLength) ?? Data())
    } catch {
        return nil
    }
}
