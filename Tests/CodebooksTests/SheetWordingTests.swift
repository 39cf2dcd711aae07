import Codebooks
import Diagnostics
import Tables
import Testing

/// Messages about a spreadsheet speak of its columns and sheets, not of YAML.
struct SheetWordingTests {
    private func diagnostics(_ csv: String) -> [Diagnostic] {
        loadCodebook(sheets: readCSVTables(Array(csv.utf8), file: "x.csv").sheets, file: "x.csv").diagnostics
    }

    @Test(arguments: ["$mony", "a $ b", "a AND #1"])
    func namesStandInTheSheetTerms(expression: String) throws {
        let help = try #require(diagnostics("Dimension,Code,Look for\ntheme,a,\(expression)\n").first?.help)
        #expect(help.contains("the sheet 'Terms'"))
        #expect(!help.contains("terms:"))
    }

    @Test func keysAreColumns() throws {
        let found = diagnostics(
            """
            Sheet: Codes
            Dimension,Code,Look for,But not
            theme,a,soil,soil

            Sheet: Rules
            Dimension,Code,Rule,Look for,In sections,Not in sections,Weight
            theme,a,b,rain,methods,methods,
            """)
        #expect(
            found.map(\.message) == [
                "the rule 'look-for-1' never holds: 'But not' does wherever 'Look for' does",
                "'Not in sections' takes every section away that 'In sections' names",
            ])
        #expect(found.first?.help == "take from 'But not' what 'Look for' asks for")
    }

    @Test func anotherPassageIsNamedByItsCell() throws {
        let found = diagnostics("Dimension,Code,Look for,Examples\ntheme,a,soil,Wet soil.\ntheme,b,wet,Wet soil.\n")
        #expect(
            found.map(\.message) == [
                "this example of 'b' is one of 'a' too in D2, and 'theme' assigns the best code only"
            ])
        #expect(found.first?.help?.contains("'Assign' in the sheet 'Dimensions'") == true)
    }

    @Test func whatACellSaysIsQuotedAsItIs() throws {
        let found = diagnostics("Dimension,Code,Look for,Threshold\ntheme,a,soil,'in'\n")
        #expect(found.map(\.identifier) == ["bad-threshold"])
        #expect(
            diagnostics("Dimension,Code,Look for\ntheme,a,soil AND 'match' (\n").allSatisfy {
                !$0.message.contains("Look for")
            })
    }
}
