import Diagnostics
import XML

/// What project.qde of a REFI-QDA project says of sources, codes and coders (namespace `urn:QDA-XML:project:1.0`).
struct QDEProject {
    struct Coding {
        var code: String
        var user: String?
    }

    struct Selection {
        var start: Int
        var end: Int
        /// Many programs put the beginning of the text here.
        var name: String
        var codings: [Coding] = []
    }

    struct Source {
        var name: String
        /// `internal://…` of the plain text.
        var path: String?
        var text: String?
        var selections: [Selection] = []
    }

    /// The program that wrote it.
    var origin = ""
    /// Names by id.
    var users: [String: String] = [:]
    var codes: [String: String] = [:]
    var sources: [Source] = []

    /// - Throws: ``FileError`` when the XML is not well-formed.
    init(_ xml: [UInt8], file: String) throws {
        let reader = QDEReader()
        let parser = XMLParser(handler: reader, path: file, allowsDoctype: false)
        try withExtendedLifetime(reader) { try parser.parse(xml, isLast: true) }
        self = reader.project
    }

    fileprivate init() {}
}

private final class QDEReader: XMLHandler {
    var project = QDEProject()
    /// Names of the sources around the present element; a PDF's text is a representation inside of it.
    private var names: [String] = []
    private var isInText = false
    private var text: [UInt8] = []
    private var selection: QDEProject.Selection?
    private var user: String?
    private var isCoding = false

    func start(_ element: String, _ attributes: [String: String]) {
        switch element {
        case "Project": project.origin = attributes["origin"] ?? ""
        case "User":
            if let id = attributes["guid"] { project.users[id.lowercased()] = attributes["name"] ?? attributes["id"] }
        case "Code":
            if let id = attributes["guid"] { project.codes[id.lowercased()] = attributes["name"] ?? "" }
        case "TextSource", "Representation":
            let name = attributes["name"].flatMap { $0.isEmpty ? nil : $0 } ?? names.last ?? ""
            // The text of a PDF goes by the name of the PDF.
            project.sources.append(
                QDEProject.Source(name: names.last ?? name, path: attributes["plainTextPath"]))
            names.append(name)
        case "PDFSource": names.append(attributes["name"] ?? "")
        case "PlainTextContent":
            isInText = true
            text = []
        case "PlainTextSelection":
            selection = QDEProject.Selection(
                start: Int(attributes["startPosition"] ?? "") ?? -1, end: Int(attributes["endPosition"] ?? "") ?? -1,
                name: attributes["name"] ?? "")
        case "Coding":
            isCoding = true
            user = attributes["creatingUser"]?.lowercased()
        case "CodeRef":
            guard isCoding, let code = attributes["targetGUID"]?.lowercased() else { return }
            selection?.codings.append(QDEProject.Coding(code: code, user: user))
        default: break
        }
    }

    func end(_ element: String) {
        switch element {
        case "TextSource", "Representation", "PDFSource": if !names.isEmpty { names.removeLast() }
        case "PlainTextContent":
            isInText = false
            if !project.sources.isEmpty {
                project.sources[project.sources.count - 1].text = String(decoding: text, as: UTF8.self)
            }
        case "PlainTextSelection":
            if let selection, !project.sources.isEmpty {
                project.sources[project.sources.count - 1].selections.append(selection)
            }
            selection = nil
        case "Coding": isCoding = false
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if isInText { text.append(contentsOf: bytes) }
    }
}
