package import JSON

extension ItemRow {
    /// Writes the row as one JSON object, which `decodeJSON` reads.
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("answer", answer)
            json.member("before", before)
            json.member("quote", quote)
            json.member("after", after)
            json.member("coded", coded)
            json.member("score", score)
            json.member("recoded", recoded)
            json.member("newQuote", newQuote)
            json.member("wording", wording)
            json.member("note", note)
            json.member("under", under)
            json.member("document", document)
            for (name, link) in [("page", page), ("evidence", evidence)] {
                json.key(name)
                json.object { json in
                    json.member("text", link.text)
                    json.member("url", link.url)
                }
            }
            json.member("rules", rules)
            json.member("state", state)
            json.member("id", id)
        }
    }
}
