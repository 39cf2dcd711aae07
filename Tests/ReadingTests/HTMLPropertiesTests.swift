import DocumentModel
import Testing

@testable import Reading

struct HTMLPropertiesTests {
    @Test func listsWhatThePageSaysOfItself() {
        let page = """
            <html lang="en-GB"><head><title> Joint
            care </title><meta name="citation_author" content="Ann Lee"><meta name="citation_author" content="B. Ray">
            <meta name="DC.Title" content="Joint care"><meta property="og:title" content="Joint &amp; shared care">
            <meta name="viewport" content="width=1"><meta name="author" content="">
            <link rel="canonical" href="https://example.org/a"></head><body><svg><title>Logo</title></svg><p>Text.</p>
            """
        #expect(
            properties(of: page) == """
                html.lang=en-GB
                html.title=Joint care
                meta.citation_author=Ann Lee
                meta.citation_author=B. Ray
                meta.DC.Title=Joint care
                meta.og:title=Joint & shared care
                link.canonical=https://example.org/a
                """)
    }

    @Test func readsLinkedData() {
        let page = #"""
            <script type="application/ld+json">{"@graph": [{"@type": "Article", "headline": "Joint \"care\"",
            "author": [{"@type": "Person", "name": "B\u00e9a Ray"}, {"name": "\ud835\udc00nn"}],
            "datePublished": "2020-01-02", "comment": {"author": "Troll"}, "publisher": {"name": "Institute", "n": 1}}]}
            </script><p>Text.</p>
            """#
        #expect(
            properties(of: page) == """
                jsonld.headline=Joint "care"
                jsonld.author=Béa Ray
                jsonld.author=𝐀nn
                jsonld.datePublished=2020-01-02
                jsonld.publisher=Institute
                """)
    }

    @Test func keepsWhatStandsBeforeAnErrorInLinkedData() {
        let page =
            "<script type=\"application/ld+json\">{\"headline\": \"Care\", \"author\": \"Ann</script><p>Text.</p>"
        #expect(properties(of: page) == "jsonld.headline=Care")
    }

    @Test func organisationsAndJournalsAreToldByTheirType() {
        let page = #"""
            <script type="application/ld+json">[{"author": {"name": "Care News", "@type": "Organization"},
            "isPartOf": {"@type": "WebSite", "name": "Care Site"}},
            {"author": [{"@type": "Person", "name": "Ann Lee"}], "isPartOf": {"name": "Care Journal", "@type": "Periodical"}}]
            </script><p>Text.</p>
            """#
        #expect(
            properties(of: page) == """
                jsonld.author.organization=Care News
                jsonld.author=Ann Lee
                jsonld.isPartOf=Care Journal
                """)
    }

    @Test func readsTheMarkupOfBylineAndDate() {
        let page = """
            <p class="byline author-box">By <a rel="author" href="/lee">Ann <b>Lee</b></a></p>
            <span class="author">Someone else</span><time datetime="2001-01-01">event</time>
            <time class="entry-date" datetime="2020-05-06">6 May</time><p>Text.</p>
            """
        #expect(
            properties(of: page) == """
                html.author=By Ann Lee
                html.published=2020-05-06
                """)
    }

    @Test func biographiesAreNoBylines() {
        let biography = String(repeating: "Ann Lee writes about care. ", count: 6)
        #expect(properties(of: "<div class=\"author\">\(biography)</div><p>Text.</p>") == "")
    }

    private func properties(of page: String) -> String {
        read(page).properties.map { "\($0.name)=\($0.value)" }.joined(separator: "\n")
    }
}
