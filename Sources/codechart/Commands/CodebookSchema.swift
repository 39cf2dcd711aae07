import ArgumentParser
import Codebooks

struct CodebookSchema: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of codebooks, for editors.",
        discussion: """
            Editors that know YAML complete keys and mark what cannot be read while a codebook is written. Save the \
            schema, and name it in the first line of a codebook:

            codechart codebook schema > codebook.schema.json
            # yaml-language-server: $schema=codebook.schema.json
            """)

    func run() {
        Terminal.print(bytes: codebookSchema())
    }
}
