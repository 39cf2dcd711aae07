/// What a Word document consists of beside its text.
enum WordPart {
    static let document = "word/document.xml"
    static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    static let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

    /// Name and content of all parts but the document itself.
    ///
    /// - Parameter running: what stands above every page but the first.
    static func all(running: String, language: String) -> [(name: String, content: String)] {
        [
            ("[Content_Types].xml", declaration + contentTypes), ("_rels/.rels", declaration + relations),
            ("word/_rels/document.xml.rels", declaration + documentRelations),
            ("word/styles.xml", declaration + styles(language: language)),
            ("word/header.xml", declaration + header(running)), ("word/footer.xml", declaration + footer),
        ]
    }

    /// What the document says of the parts that stand on every page.
    static let references = """
        <w:headerReference w:type="default" r:id="rId2"/><w:footerReference w:type="default" r:id="rId3"/>\
        <w:footerReference w:type="first" r:id="rId3"/>
        """

    private static let contentTypes = """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
        <Default Extension="xml" ContentType="application/xml"/>\
        <Override PartName="/word/document.xml" \
        ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>\
        <Override PartName="/word/styles.xml" \
        ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>\
        <Override PartName="/word/header.xml" \
        ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>\
        <Override PartName="/word/footer.xml" \
        ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/></Types>
        """

    private static let relationships = "http://schemas.openxmlformats.org/package/2006/relationships"
    static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    private static let relations = """
        <Relationships xmlns="\(relationships)"><Relationship Id="rId1" Type="\(office)/officeDocument" \
        Target="word/document.xml"/></Relationships>
        """

    private static let documentRelations = """
        <Relationships xmlns="\(relationships)"><Relationship Id="rId1" Type="\(office)/styles" \
        Target="styles.xml"/><Relationship Id="rId2" Type="\(office)/header" Target="header.xml"/>\
        <Relationship Id="rId3" Type="\(office)/footer" Target="footer.xml"/></Relationships>
        """

    private static func header(_ text: String) -> String {
        """
        <w:hdr xmlns:w="\(namespace)"><w:p><w:pPr><w:pStyle w:val="\(WordStyle.running.rawValue)"/></w:pPr><w:r>\
        <w:t xml:space="preserve">\(HTMLMarkup.attribute(text))</w:t></w:r></w:p></w:hdr>
        """
    }

    /// `2 / 42`.
    private static let footer = """
        <w:ftr xmlns:w="\(namespace)"><w:p><w:pPr><w:pStyle w:val="\(WordStyle.running.rawValue)"/><w:jc w:val="right"/>\
        </w:pPr>\(field("PAGE"))<w:r><w:t xml:space="preserve"> / </w:t></w:r>\(field("NUMPAGES"))</w:p></w:ftr>
        """

    private static func field(_ name: String) -> String {
        "<w:fldSimple w:instr=\" \(name) \"><w:r><w:t>1</w:t></w:r></w:fldSimple>"
    }

    private static func styles(language: String) -> String {
        let styles = WordStyle.allCases.map { style in
            "<w:style w:type=\"paragraph\" w:styleId=\"\(style.rawValue)\"><w:name w:val=\"Chart \(style.rawValue)\"/>"
                + "<w:basedOn w:val=\"Normal\"/>\(looks(of: style))</w:style>"
        }
        return """
            <w:styles xmlns:w="\(namespace)"><w:docDefaults><w:rPrDefault><w:rPr>\
            <w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:eastAsia="Arial"/><w:sz w:val="15"/>\
            <w:lang w:val="\(HTMLMarkup.attribute(language))"/></w:rPr></w:rPrDefault></w:docDefaults>\
            <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>\
            \(styles.joined())\
            <w:style w:type="table" w:styleId="Chart"><w:name w:val="Chart"/><w:tblPr><w:tblBorders>\(borders)\
            </w:tblBorders><w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar>\
            </w:tblPr></w:style></w:styles>
            """
    }

    private static let borders = ["top", "left", "bottom", "right", "insideH", "insideV"].map {
        "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"C9D1D9\"/>"
    }.joined()

    private static func looks(of style: WordStyle) -> String {
        switch style {
        case .title: paragraph(after: 60) + text(bold: true, size: 32)
        case .banner: paragraph(after: 60) + text(bold: true, color: "7A4B00", size: 20)
        case .note: paragraph(after: 60) + text(color: "5B6875", size: 16)
        case .heading: "<w:pPr><w:keepNext/><w:spacing w:before=\"40\" w:after=\"40\"/></w:pPr>" + text(bold: true)
        case .text: paragraph(after: 20)
        case .figureHeading:
            "<w:pPr><w:keepNext/><w:spacing w:before=\"40\" w:after=\"40\"/><w:jc w:val=\"right\"/></w:pPr>"
                + text(bold: true)
        case .running: text(color: "5B6875", size: 14)
        case .figure: "<w:pPr><w:jc w:val=\"right\"/></w:pPr>"
        case .category: "<w:pPr><w:keepNext/><w:spacing w:before=\"40\" w:after=\"20\"/></w:pPr>" + text(bold: true)
        case .item: "<w:pPr><w:spacing w:after=\"30\"/><w:ind w:left=\"170\" w:hanging=\"170\"/></w:pPr>"
        case .absent: paragraph(after: 20) + text(italic: true, color: "5B6875")
        case .file: paragraph(after: 20) + text(color: "5B6875")
        }
    }

    private static func paragraph(after: Int) -> String { "<w:pPr><w:spacing w:after=\"\(after)\"/></w:pPr>" }

    /// - Parameter size: in half points.
    private static func text(bold: Bool = false, italic: Bool = false, color: String? = nil, size: Int? = nil) -> String
    {
        let looks = [
            bold ? "<w:b/>" : nil, italic ? "<w:i/>" : nil, color.map { "<w:color w:val=\"\($0)\"/>" },
            size.map { "<w:sz w:val=\"\($0)\"/>" },
        ]
        return "<w:rPr>" + looks.compactMap(\.self).joined() + "</w:rPr>"
    }
}
