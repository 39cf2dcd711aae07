import Diagnostics

/// Which records name a file as theirs.
struct AttachmentIndex: Sendable {
    /// By the whole path, for attachments that are files of the corpus.
    private var byPath: [String: [Int]] = [:]
    /// By the file's name, for the others: people move files out of the folders that their lists name.
    private var byName: [String: [(path: String, number: Int)]] = [:]

    /// Adds the attachments of a record.
    ///
    /// - Parameter documents: paths of all files of the corpus.
    mutating func add(_ reference: Reference, _ number: Int, documents: Set<String>) {
        for attachment in reference.attachments {
            let path = decodingPercents(attachment)
            // A list names files as they stand beside it.
            let places = [reference.place] + reference.furtherPlaces
            let candidates = [attachment, path].flatMap { name in places.map { resolved(name, beside: $0.file ?? "") } }
            if let whole = candidates.first(where: documents.contains) {
                byPath[whole, default: []].append(number)
            } else {
                byName[letterKey(fileName(path)), default: []].append((path, number))
            }
        }
    }

    /// The records that name a file; of several that have its name only, those that agree on its folder too.
    func records(of path: String) -> [Int] {
        if let numbers = byPath[path] { return numbers }
        let candidates = byName[letterKey(fileName(path))] ?? []
        guard Set(candidates.map(\.number)).count > 1 else { return candidates.prefix(1).map(\.number) }
        var numbers: [Int] = []
        for candidate in candidates where hasSameEnd(candidate.path, path) && !numbers.contains(candidate.number) {
            numbers.append(candidate.number)
        }
        return numbers
    }
}

/// The path of a file that a list names, from the folder that the list's own path is relative to.
private func resolved(_ name: String, beside list: String) -> String {
    if name.hasPrefix("/") { return name }
    var folders = list.split(separator: "/", omittingEmptySubsequences: false).dropLast().map(String.init)
    for part in name.split(whereSeparator: { $0 == "/" || $0 == "\\" }) where part != "." {
        if part == "..", folders.last.map({ $0 != ".." && !$0.isEmpty }) == true {
            folders.removeLast()
        } else {
            folders.append(String(part))
        }
    }
    return folders.filter { $0 != "." }.joined(separator: "/")
}

/// A file's name as it is compared.
func letterKey(_ name: String) -> String {
    name.lowercased()
}

/// A file's name without what follows its last dot.
func withoutExtension(_ name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
}

/// Whether one path ends with the other, folder by folder.
func hasSameEnd(_ attachment: String, _ path: String) -> Bool {
    let first = components(attachment)
    let second = components(path)
    let shared = zip(first.reversed(), second.reversed()).prefix { $0 == $1 }.count
    return shared == min(first.count, second.count) || shared >= 2
}

private func components(_ path: String) -> [String] {
    path.lowercased().split { $0 == "/" || $0 == "\\" }.map(String.init).filter { $0 != "." && !$0.hasSuffix(":") }
}

/// A text with `%20` and the like decoded; as it is if that gives no UTF-8.
func decodingPercents(_ text: String) -> String {
    guard text.contains("%") else { return text }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
        if byte == UInt8(ascii: "%"), rest.count >= 2,
            let decoded = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
        {
            bytes.append(decoded)
            rest = rest.dropFirst(2)
        } else {
            bytes.append(byte)
        }
    }
    return String(validating: bytes, as: UTF8.self) ?? text
}
