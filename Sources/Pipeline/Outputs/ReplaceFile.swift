import Foundation

/// Puts bytes in the place of a file that people edit: written aside and renamed, with the file's own permissions. A
/// file that has these bytes already is not touched.
///
/// - Throws: a ``Failure`` when the file system refuses.
package func replaceFile(_ path: String, with bytes: [UInt8]) throws {
    // A link stays one: what it leads to is replaced.
    let file = OutputFile(URL(fileURLWithPath: path).resolvingSymlinksInPath())
    do {
        try OutputStream.write(bytes, to: file.temporary)
        if let permissions = try? FileManager.default.attributesOfItem(atPath: file.destination.path)[.posixPermissions]
        {
            try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: file.temporary.path)
        }
        try file.commit()
    } catch {
        throw Failure(.internalError, "unwritable-file", "the file '\(path)' cannot be written: \(error)")
    }
}
