import Diagnostics
import DocumentModel
package import Foundation
import Reading

/// A folder of pages drawn as pictures, `<name>-<page>.png`, with the blocks that were read on them.
package struct OverlayFolder: Sendable {
    private let folder: URL
    /// One a file.
    private let names: [String]

    /// Makes the folder where it is missing.
    ///
    /// - Parameter files: all that will be drawn.
    /// - Throws: ``Failure`` when the folder cannot be made.
    package init(_ folder: URL, files: [CorpusFile]) throws {
        self.folder = folder
        names = distinctNames(files.map { $0.name.lastComponent.text })
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw unwritable(folder, "\(error.localizedDescription)")
        }
    }

    /// Draws the pages of a document.
    ///
    /// - Parameter index: of the file among all.
    /// - Returns: what could not be drawn.
    /// - Throws: ``Failure`` when a picture cannot be written, or no worker started; `CancellationError`.
    func draw(_ document: Document, _ file: CorpusFile, index: Int, with pool: WorkerPool) async throws -> [Diagnostic]
    {
        guard let format = document.source.format else { return [] }
        guard format == .pdf else {
            return [.note("no-pages", "there are no pages to draw: only PDF has pages")]
        }
        guard document.status.isRead || document.status == .noText else { return [] }
        let blocks = blocksByPage(document)
        var problems: [Diagnostic] = []
        var failuresInRow = 0
        for page in 1...max(1, document.source.pages) {
            let drawing = PageDrawing(page: page, purpose: .overlay(blocks[page] ?? []))
            let outcome = try await pool.perform(.draw(drawing), with: file)
            if let picture = outcome.picture {
                try write(picture.bytes, to: "\(names[index])-\(page).png")
                failuresInRow = 0
                continue
            }
            problems += outcome.document.diagnostics
            failuresInRow += 1
            guard failuresInRow < Self.patience else {
                problems.append(
                    .error("drawing-given-up", "pages after page \(page) were not tried", at: Place(page: page)))
                break
            }
        }
        return problems
    }

    /// After so many pages in a row that cannot be drawn the page count is taken for a lie.
    private static let patience = 20

    private func write(_ bytes: [UInt8], to name: String) throws {
        let file = OutputFile(folder.appendingPathComponent(name))
        do {
            try OutputStream.write(bytes, to: file.temporary)
            try file.commit()
        } catch {
            try? FileManager.default.removeItem(at: file.temporary)
            throw unwritable(folder, (error as? OutputError)?.reason ?? error.localizedDescription)
        }
    }
}

private func unwritable(_ folder: URL, _ reason: String) -> Failure {
    Failure(
        .usage, "unwritable-folder", "'\(folder.relativePath)' cannot be written: \(reason)",
        help: "--overlay names a folder for pictures of pages")
}

/// The blocks of each page, with the lines that they have there.
private func blocksByPage(_ document: Document) -> [Int: [OverlayBlock]] {
    var result: [Int: [OverlayBlock]] = [:]
    for (index, block) in document.blocks.enumerated() {
        for (page, boxes) in Dictionary(grouping: block.boxes, by: \.page) {
            result[page, default: []].append(
                OverlayBlock(order: index + 1, kind: block.kind, level: block.level, boxes: boxes))
        }
    }
    return result
}

/// The names without their extensions; from the second of one name on with `~2`, `~3`, … behind it.
func distinctNames(_ files: [String]) -> [String] {
    var taken = Set<String>()
    return files.map { file in
        let stem = shortened(file.hasPrefix(".") ? file : (file as NSString).deletingPathExtension)
        var name = stem
        var number = 2
        while !taken.insert(name).inserted {
            name = "\(stem)~\(number)"
            number += 1
        }
        return name
    }
}

/// File systems take names of 255 bytes; what is put behind this one needs some of them.
private let longestStem = 200

/// The name without the characters that are too many, counted in bytes.
private func shortened(_ name: String) -> String {
    var name = name
    while name.utf8.count > longestStem { name.unicodeScalars.removeLast() }
    return name
}
