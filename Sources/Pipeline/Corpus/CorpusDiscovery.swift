package import Diagnostics
import Glibc

/// A file of the corpus.
package struct CorpusFile: Sendable, Hashable {
    /// Relative to the folder of pipeline.yaml, unless the configuration gives an absolute path.
    package var name: FileName
    /// What to open.
    package var location: FileName

    package init(name: FileName, location: FileName) {
        self.name = name
        self.location = location
    }
}

/// The files that the patterns of `corpus.documents` name, in corpus order (by the bytes of their names), each once.
///
/// A pattern is a file, a folder (everything in it and below, without names that begin with a dot), or a
/// glob; `**` stands for any number of folders. Every file found is a document, whatever its name: readers
/// look at content. A pattern that names nothing is an error.
///
/// - Parameter own: files and folders of the review itself (its outputs, codebooks and lists), to open from here;
///   no walk through a folder takes them for documents.
package func discoverCorpus(
    patterns: [(pattern: String, place: Place?)], relativeTo folder: FileName, leavingOut own: [FileName] = []
) -> (files: [CorpusFile], diagnostics: [Diagnostic]) {
    var found: Set<FileName> = []
    let own = Set(own.compactMap { fileStatus($0)?.identity })
    var diagnostics: [Diagnostic] = []
    for (pattern, place) in patterns {
        let (names, closed) = expand(pattern: FileName(pattern), relativeTo: folder, leavingOut: own)
        for name in closed {
            diagnostics.append(
                .error(
                    "unreadable-folder", "the folder '\(name.text)' cannot be opened", at: place,
                    help: "its documents would be missing: give access, or name the files without it"))
        }
        if names.isEmpty, closed.isEmpty {
            diagnostics.append(
                .error(
                    "no-documents", "there is no document at '\(pattern)'", at: place,
                    help: "a file, a folder or a glob such as papers/**/*.pdf, relative to the folder of pipeline.yaml")
            )
        }
        found.formUnion(names)
    }
    let files = found.sorted().map { CorpusFile(name: $0, location: locate($0, relativeTo: folder)) }
    return (withoutRepetitions(files), diagnostics)
}

/// Without files that an earlier name has already: `papers/a.pdf` and `../review/papers/a.pdf`. Two links to one
/// file stay two documents.
private func withoutRepetitions(_ files: [CorpusFile]) -> [CorpusFile] {
    var seen: Set<FileName> = []
    return files.filter { file in
        guard let resolved = realpath(file.location.parent.terminated, nil) else { return true }
        defer { free(resolved) }
        let bytes = UnsafeBufferPointer(start: resolved, count: strlen(resolved)).map { UInt8(bitPattern: $0) }
        let folder = FileName(bytes: bytes)
        return seen.insert(folder.appending(file.location.lastComponent)).inserted
    }
}

/// The name to open for a name relative to a folder.
package func locate(_ name: FileName, relativeTo folder: FileName) -> FileName {
    name.bytes.first == UInt8(ascii: "/") ? name : folder.appending(name)
}

private func expand(
    pattern: FileName, relativeTo folder: FileName, leavingOut own: Set<FileIdentity>
) -> (names: [FileName], closed: [FileName]) {
    let wildcards = Array("*?[".utf8)
    let plain = normalised(pattern)
    // A name that exists is meant as it stands: `report [1].pdf`.
    let hasWildcards = plain.bytes.contains(where: wildcards.contains)
    if !hasWildcards || fileStatus(locate(plain, relativeTo: folder)) != nil {
        return files(at: plain, relativeTo: folder, leavingOut: own)
    }
    // The folders before the first wildcard bound the walk.
    let parts = plain.bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let fixed = parts.prefix { !$0.contains(where: wildcards.contains) }
    let root = FileName(bytes: Array(fixed.joined(separator: [UInt8(ascii: "/")])))
    let isAbsoluteRoot = root.bytes.isEmpty && !fixed.isEmpty
    let start = isAbsoluteRoot ? FileName("/") : root
    let (names, closed) = files(
        at: start.bytes.isEmpty ? FileName(".") : start, relativeTo: folder, leavingOut: own)
    return (names.filter { matches($0, glob: plain) }, closed)
}

/// Without a leading `./` and trailing slashes.
private func normalised(_ name: FileName) -> FileName {
    var bytes = name.bytes[...]
    while bytes.starts(with: Array("./".utf8)) { bytes = bytes.dropFirst(2) }
    while bytes.count > 1, bytes.last == UInt8(ascii: "/") { bytes = bytes.dropLast() }
    return FileName(bytes: bytes.isEmpty ? [UInt8(ascii: ".")] : Array(bytes))
}

/// `fnmatch(3)` lets `*` stop at slashes or not, for the whole pattern; `**/` needs both, so the pattern is
/// matched part by part.
private func matches(_ name: FileName, glob: FileName) -> Bool {
    let slash = UInt8(ascii: "/")
    let parts = glob.bytes.split(separator: slash).map { FileName(bytes: Array($0)).terminated }
    let names = name.bytes.split(separator: slash).map { FileName(bytes: Array($0)).terminated }
    let anyFolders = FileName("**").terminated
    // reachable[i]: the first i parts of the pattern match the names so far.
    var reachable = [Bool](repeating: false, count: parts.count + 1)
    func closeOverAnyFolders(_ states: inout [Bool]) {
        for index in parts.indices where states[index] && parts[index] == anyFolders { states[index + 1] = true }
    }
    reachable[0] = true
    closeOverAnyFolders(&reachable)
    for component in names {
        var next = [Bool](repeating: false, count: parts.count + 1)
        for index in parts.indices where reachable[index] {
            if parts[index] == anyFolders {
                next[index] = true
            } else if fnmatch(parts[index], component, FNM_PERIOD) == 0 {
                next[index + 1] = true
            }
        }
        closeOverAnyFolders(&next)
        reachable = next
    }
    return reachable[parts.count]
}

/// The file of that name, or the files in and below the folder of that name, and the folders that cannot be opened.
private func files(
    at name: FileName, relativeTo folder: FileName, leavingOut own: Set<FileIdentity>
) -> (names: [FileName], closed: [FileName]) {
    guard let status = fileStatus(locate(name, relativeTo: folder)) else {
        return (isDanglingLink(locate(name, relativeTo: folder)) ? [name] : [], [])
    }
    guard status.isFolder else { return ([name], []) }
    var result: [FileName] = []
    var closed: [FileName] = []
    // Folders in the order of bytes, so that of two links to one folder the same one is entered everywhere.
    var pending: [FileName] = [name]
    // Links may lead in circles: a folder is entered once.
    var entered: Set<FileIdentity> = [status.identity]
    while let current = pending.popLast() {
        guard let entries = entries(of: locate(current, relativeTo: folder)) else {
            closed.append(current)
            continue
        }
        var folders: [FileName] = []
        for entry in entries.sorted() {
            let child = current == FileName(".") ? entry : current.appending(entry)
            guard let status = fileStatus(locate(child, relativeTo: folder)) else {
                // A dangling link is a document that cannot be read, and is reported as one.
                result.append(child)
                continue
            }
            if own.contains(status.identity) { continue }
            if !status.isFolder {
                result.append(child)
            } else if entered.insert(status.identity).inserted {
                folders.append(child)
            }
        }
        pending += folders.reversed()
    }
    return (result, closed.sorted())
}

/// The names of the regular files in a folder, without names that begin with a dot; nil if it is no folder that can
/// be opened.
func fileNames(in folder: FileName) -> [FileName]? {
    entries(of: folder)?.filter { name in
        var status = stat()
        return stat(folder.appending(name).terminated, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }
}

private func isDanglingLink(_ name: FileName) -> Bool {
    var status = stat()
    return lstat(name.terminated, &status) == 0
}

private struct FileIdentity: Hashable {
    var device: UInt
    var inode: UInt
}

private func fileStatus(_ name: FileName) -> (isFolder: Bool, identity: FileIdentity)? {
    var status = stat()
    guard stat(name.terminated, &status) == 0 else { return nil }
    let identity = FileIdentity(device: UInt(status.st_dev), inode: UInt(status.st_ino))
    return (status.st_mode & S_IFMT == S_IFDIR, identity)
}

/// Names in a folder that do not begin with a dot; nil if it cannot be opened.
private func entries(of folder: FileName) -> [FileName]? {
    guard let stream = opendir(folder.terminated) else { return nil }
    defer { closedir(stream) }
    var result: [FileName] = []
    while let entry = readdir(stream) {
        let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
        if bytes.first != UInt8(ascii: ".") { result.append(FileName(bytes: bytes)) }
    }
    return result
}
