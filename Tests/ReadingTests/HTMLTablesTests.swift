import DocumentModel
import Testing

@testable import Reading

struct HTMLTablesTests {
    @Test func readsRowsWithTheHeadersOfTheirColumns() {
        expect(
            """
            <table><caption>Table 1</caption><tr><th>Theme<th>Barrier</tr>
            <tr><td>Money<td><p>Short</p><p>grants</p></tr><tr><td><td>Tight budgets</tr></table>
            """,
            """
            caption: Table 1
            table-row: Theme | Barrier
            table-row: Theme=Money | Barrier=Short grants
            table-row: Theme= | Barrier=Tight budgets
            """)
    }

    @Test func movesColumnsOnBySpans() {
        expect(
            """
            <table><thead><tr><td rowspan=2>Town</td><td colspan=2>Change</td></tr><tr><td>Beds</td><td>Visits</td></tr>
            </thead><tr><td rowspan="2">North</td><td>3</td><td>40</td></tr><tr><td>5</td><td>60</td></tr></table>
            """,
            """
            table-row: Town | Change
            table-row: Beds | Visits
            table-row: Town=North | Change Beds=3 | Change Visits=40
            table-row: Change Beds=5 | Change Visits=60
            """)
    }

    @Test func keepsHeadersBelowALabelOfAGroupOfRows() {
        expect(
            """
            <table><tr><th>Town</th><th>Beds</th></tr><tr><td>North</td><td>3</td></tr>
            <tr><th colspan=2>Coast</th></tr><tr><td>South</td><td>4</td></tr></table>
            """,
            """
            table-row: Town | Beds
            table-row: Town=North | Beds=3
            table-row: Town=Coast
            table-row: Town=South | Beds=4
            """)
    }

    @Test func readsTablesThatLayOutThePageAsText() {
        expect(
            "<table><tr><td><p>Teams met.</p><table><tr><td>They shared records.</td></tr></table></td></tr></table>",
            "paragraph: Teams met.\nparagraph: They shared records.")
    }

    private func expect(
        _ page: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(outline(read(page)) == expected, sourceLocation: sourceLocation)
    }
}
