import ArgumentParser
import Codebooks
import Diagnostics
import Foundation
import Pipeline
import Spreadsheets
import Tables

struct ExportCodebook: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write a codebook as a spreadsheet: one row a code.",
        discussion: """
            For researchers who write no YAML: an Excel workbook (.xlsx) whose first sheet says what to fill in, or a \
            CSV file with the same tables below each other. `codechart codebook import` reads it back without loss. \
            Comments of the YAML file are not in it; terms of files that it includes stay in those files.

            codechart codebook export codes.xlsx --codebook Codebooks/starter.yaml
            """)

    @Argument(help: "The file to write: .xlsx or .csv.", completion: .file(extensions: ["xlsx", "csv"]))
    var file: String

    @OptionGroup var source: CodebookSource

    @Flag(help: "Replace a file that is there.")
    var force = false

    func run() throws {
        let format = (file as NSString).pathExtension.lowercased()
        guard ["xlsx", "csv"].contains(format) else {
            throw Failure(
                .usage, "unknown-format", "'\(file)' is neither .xlsx nor .csv", help: "name it codes.xlsx or codes.csv"
            )
        }
        let codebooks = try source.load()
        guard codebooks.count == 1, let codebook = codebooks.first else {
            throw Failure(
                .usage, "many-codebooks", "a spreadsheet holds one codebook, these are \(codebooks.count)",
                help: "choose one: --codebook FILE")
        }
        let output = try NewFile(file, replaces: force)
        let (tables, diagnostics) = tables(of: codebook)
        guard !diagnostics.hasErrors else { throw Failure(.usage, diagnostics) }
        if format == "csv" {
            try output.write(csvFile(tables))
        } else {
            try output.write { try writeWorkbook([guide(to: codebook)] + tables, title: codebook.title, to: $0) }
        }
        Terminal.print("\(file): \(codebook.size)")
    }
}
