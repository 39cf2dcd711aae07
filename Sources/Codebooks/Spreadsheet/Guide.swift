package import Tables

/// The first sheet of a workbook: what to fill in. It is for people, and is not read.
enum Guide {
    static let name = "Start here"

    static func table(of codebook: Codebook) -> Table {
        Table(
            name: name,
            notes: [codebook.title.isEmpty ? codebook.id : codebook.title] + introduction,
            columns: [
                Table.Column(heading: "Sheet", width: 14), Table.Column(heading: "Column", width: 20),
                Table.Column(heading: "What to write", width: 100),
            ], rows: SheetForm.all.flatMap(rows))
    }

    private static let introduction = [
        "A codebook as a table. To begin, fill in Dimension, Code, Brief, Look for and Examples in the sheet Codes: one row "
            + "a code. Everything else may stay empty.",
        "Save it as .xlsx; codechart codebook import checks it and writes the YAML file that a review uses. A row whose first "
            + "columns are empty goes on with the row above.",
    ]

    private static func rows(of form: SheetForm) -> [[Table.Cell]] {
        let first = [Table.Cell(form.name), Table.Cell(""), Table.Cell("One row is \(form.row).")]
        let columns = form.columns.map { [Table.Cell(""), Table.Cell($0.heading), Table.Cell($0.help)] }
        return [first] + columns + (form.name == SheetForm.codes.name ? notations : [])
    }

    /// What the cells of Codes may say beyond plain lines.
    private static let notations: [[Table.Cell]] = [
        (
            "Expressions",
            "lack* (any ending) · wom?n (one letter) · \"short supply\" or short supply (a phrase) · a AND b · a OR "
                + "b · a NOT b · a NEAR/4 b (at most four words between) · a PRE/4 b (in this order) · goal~ (same stem) · $lack "
                + "(a name of the sheet Terms)"
        ),
        (
            "A rule's name",
            "under-lack: lack* NEAR/4 fund*; shortage* (2) is a rule called under-lack with two expressions, of "
                + "which one must hold, and weight 2. Weights: a number, strong (3), normal (1), weak (0.5)."
        ),
        (
            "An example's context",
            "On the lines below the example: > heading: Challenges · > lead-in: … · > previous: … · > "
                + "section: methods · > codes: category = barrier; theme = time, staff"
        ),
        (
            "A long item",
            "A line that begins with | goes on with the line above it. An item that begins with | or > has a \\ "
                + "before it."
        ),
    ].map { [Table.Cell(""), Table.Cell($0.0), Table.Cell($0.1)] }
}

/// The sheet that explains a codebook's workbook.
package func guide(to codebook: Codebook) -> Table { Guide.table(of: codebook) }
