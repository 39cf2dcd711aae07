import DocumentModel
import Testing

@testable import Bibliography

@Test(arguments: [
    ("Shared budgets in care: a systematic review and meta-analysis", "Systematic review and meta-analysis"),
    ("Shared budgets: a cluster randomized controlled trial", "Cluster randomised trial"),
    ("Views of teams: a qualitative study", "Qualitative study"),
    ("Teams in 2019: a cross-sectional survey", "Cross-sectional survey"),
    ("Shared budgets: protocol for a scoping review", "Scoping review (protocol)"),
    ("Shared budgets: a mixed-methods case study", "Mixed methods study"),
])
func titlesSayTheDesign(_ title: String, _ design: String) {
    let field = describe(document(blocks: [(.title, title)]))["study_type"]
    #expect(field?.value == .text(design))
    #expect(field?.origin == "title")
}

@Test(arguments: [
    ("SYSTEMATIC REVIEW Open Access", "Systematic review"), ("Study Protocol", "Study protocol"),
    ("PERSPECTIVE", "Commentary"),
])
func labelsSayTheDesign(_ label: String, _ design: String) {
    let field = describe(document(blocks: [(.frontMatter, label), (.title, "Shared budgets in care")]))["study_type"]
    #expect(field?.value == .text(design))
    #expect(field?.origin == "label")
}

@Test(arguments: [
    "Teams share budgets. We conducted a cross-sectional survey of 30 teams.",
    "Design: Cross-sectional survey of 30 teams.",
    "A cross-sectional survey was carried out and completed by 30 teams.",
    "This cross-sectional survey asked 30 teams.",
])
func abstractsSayTheDesign(_ abstract: String) {
    #expect(design(abstract) == .text("Cross-sectional survey"))
}

@Test(arguments: [
    "A recent systematic review found that teams share budgets.", "Few randomised controlled trials exist.",
    "Future cohort studies are needed. A cohort study is needed.", "Budgets were shared by 30 teams.",
])
func designsOfOtherStudiesAreNotTheDocuments(_ abstract: String) {
    #expect(design(abstract) == nil)
}

@Test func sectionsOfASiteAreNoDesign() {
    let page = document(format: .html, blocks: [(.furniture, "Opinion"), (.title, "Shared budgets in care")])
    #expect(describe(page)["study_type"] == nil)
}

private func design(_ abstract: String) -> MetadataValue? {
    var paper = document(blocks: [(.title, "Shared budgets in care")])
    paper.append(.heading, "Abstract", page: 1, section: .abstract)
    paper.append(.paragraph, abstract, page: 1, section: .abstract)
    return describe(paper)["study_type"]?.value
}
