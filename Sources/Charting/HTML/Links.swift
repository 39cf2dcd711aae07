/// Where `DOI: …` or `URL: …` leads; nil for anything but the web, such as `javascript:`.
func webLink(_ text: String) -> String? {
    if text.hasPrefix("DOI: ") { return "https://doi.org/" + percentEncoded(String(text.dropFirst(5))) }
    let url = text.dropFirst(5)
    return url.hasPrefix("https://") || url.hasPrefix("http://") ? String(url) : nil
}

/// A path or DOI for a URL: all but RFC 3986's unreserved characters and slashes is percent-encoded.
func percentEncoded(_ path: String) -> String {
    var result = ""
    for byte in path.utf8 {
        let scalar = Unicode.Scalar(byte)
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~", "/": result.unicodeScalars.append(scalar)
        default:
            let digits = String(byte, radix: 16, uppercase: true)
            result += (digits.count == 1 ? "%0" : "%") + digits
        }
    }
    return result
}
