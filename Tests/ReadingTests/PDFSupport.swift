import Foundation

/// A PDF written by hand for a test: text in the standard fonts, one content stream a page.
struct HandmadePDF {
    /// Content streams, one a page.
    var pages: [String] = []
    /// Objects from number 10 on, without `obj` and `endobj`.
    var extras: [String] = []
    /// Further entries of the catalog, the trailer and the pages' resources.
    var catalog = ""
    var trailer = ""
    var resources = ""
    /// Page count that the page tree claims; nil: the true one.
    var count: Int?

    /// The operators that print a line; `y` is counted from the top of a page 800 points high.
    /// - Parameter font: F1 is Times, F2 Times bold, F3 the first of ``extras``.
    static func line(_ text: String, x: Double, y: Double, size: Double = 10, font: String = "F1") -> String {
        "BT /\(font) \(size) Tf \(x) \(800 - y) Td (\(text)) Tj ET\n"
    }

    var bytes: [UInt8] {
        let firstPage = 10 + extras.count
        let kids = pages.indices.map { "\(firstPage + 2 * $0) 0 R" }.joined(separator: " ")
        var objects: [(number: Int, body: String)] = [
            (1, "<< /Type /Catalog /Pages 2 0 R \(catalog) >>"),
            (2, "<< /Type /Pages /Kids [\(kids)] /Count \(count ?? pages.count) >>"),
            (3, "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>"),
            (4, "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Bold /Encoding /WinAnsiEncoding >>"),
        ]
        for (index, extra) in extras.enumerated() { objects.append((10 + index, extra)) }
        let fonts = "/Font << /F1 3 0 R /F2 4 0 R \(extras.isEmpty ? "" : "/F3 10 0 R") >>"
        for (index, content) in pages.enumerated() {
            let number = firstPage + 2 * index
            let page =
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents \(number + 1) 0 R"
                + " /Resources << \(fonts) \(resources) >> >>"
            objects += [(number, page), (number + 1, pdfStream(content))]
        }
        return file(of: objects)
    }

    private func file(of objects: [(number: Int, body: String)]) -> [UInt8] {
        var text = "%PDF-1.4\n"
        var table = "0 1\n0000000000 65535 f \n"
        for object in objects {
            let offset = String(text.utf8.count)
            table += "\(object.number) 1\n\(String(repeating: "0", count: 10 - offset.count))\(offset) 00000 n \n"
            text += "\(object.number) 0 obj\n\(object.body)\nendobj\n"
        }
        let size = (objects.map(\.number).max() ?? 0) + 1
        let start = text.utf8.count
        text += "xref\n\(table)trailer\n<< /Size \(size) /Root 1 0 R \(trailer) >>\nstartxref\n\(start)\n%%EOF\n"
        return Array(text.utf8)
    }
}

/// A stream object.
func pdfStream(_ content: String, entries: String = "") -> String {
    "<< /Length \(content.utf8.count) \(entries) >>\nstream\n\(content)\nendstream"
}

/// Path of a program, or nil if it is not installed.
func program(_ name: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
        .first { FileManager.default.isExecutableFile(atPath: $0) }
}
