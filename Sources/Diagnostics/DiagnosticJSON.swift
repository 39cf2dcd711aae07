package import JSON

extension Diagnostic {
    /// Writes the diagnostic as one JSON object; what is absent is left out.
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("identifier", identifier)
            json.member("severity", severity.rawValue)
            json.member("message", message)
            if let place {
                json.key("place")
                json.object { json in
                    json.member("file", place.file)
                    json.member("line", place.line)
                    json.member("column", place.column)
                    json.member("length", place.length)
                    json.member("page", place.page)
                    if let cell = place.cell {
                        json.key("cell")
                        json.object { json in
                            json.member("sheet", cell.sheet)
                            json.member("row", cell.row)
                            json.member("column", cell.column)
                        }
                    }
                }
            }
            json.member("help", help)
            json.member("suggestion", suggestion)
        }
    }
}
