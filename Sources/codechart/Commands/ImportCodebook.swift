import ArgumentParser
import Codebooks
import Diagnostics
import Pipeline

struct ImportCodebook: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Make a codebook of a spreadsheet.",
        discussion: """
            Reads a workbook (.xlsx, as Excel and LibreOffice save it) or a CSV file, checks it like any codebook, and \
            writes the YAML file that runs use. A sheet with the columns Dimension, Code, Brief, Look for and Examples \
            is enough; `codechart codebook export` makes one with all columns and an explanation. With an error, which \
            names sheet, row and column, nothing is written. Comments of a YAML file that it replaces are lost. Files that \
            the codebook includes are found from the folder of the YAML file.

            codechart codebook import codes.xlsx -o Codebooks/codes.yaml
            """)

    @Argument(help: "The spreadsheet: .xlsx or .csv.", completion: .file(extensions: ["xlsx", "csv"]))
    var file: String

    @Option(name: [.short, .long], help: "The codebook to write; else it is printed.", completion: .file())
    var output: String?

    @Flag(help: "Replace a file that is there.")
    var force = false

    func run() throws {
        let target = try output.map { try NewFile($0, replaces: force) }
        let (sheets, problems) = try readSheets(file)
        let included = IncludedTexts()
        let read = loadCodebook(
            sheets: sheets, file: file, yaml: output, diagnostics: problems, include: included.read)
        let sources = read.sources.merging(included.sources) { first, _ in first }
        guard let codebook = read.codebook else { throw Failure(.usage, read.diagnostics, sources: sources) }
        Terminal.show(read.diagnostics, sources: sources)
        let yaml = codebook.yaml
        precondition(
            loadCodebook(yaml: yaml, file: output ?? file, include: included.read).codebook?.yaml == yaml,
            "what is written reads as written")
        guard let target, let output else { return Terminal.print(bytes: Array(yaml.utf8)) }
        try target.write(Array(yaml.utf8))
        Terminal.print("\(output): \(codebook.size)")
    }
}
