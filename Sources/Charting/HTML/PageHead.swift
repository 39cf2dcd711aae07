extension HTMLMarkup {
    /// Begins a page that loads nothing and runs nothing; well-formed XML too.
    ///
    /// - Parameters:
    ///   - language: BCP 47 tag.
    ///   - styleSheet: without `<` and `&`.
    mutating func beginPage(title: String, language: String, styleSheet: String) {
        raw(
            """
            <!DOCTYPE html>
            <html lang="\(HTMLMarkup.attribute(language))" xmlns="http://www.w3.org/1999/xhtml">
            <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
            <meta name="color-scheme" content="light dark"/>
            <title>\(HTMLMarkup.attribute(title))</title>
            <style>
            \(styleSheet)
            </style>
            </head>
            <body>

            """)
    }
}
