/// A text as messages quote it: whole, unless it is longer than any line that a person reads; then its beginning and its
/// end.
///
/// - Parameter longest: code points of a text that is given whole.
package func abbreviated(_ text: String, to longest: Int = 160) -> String {
    guard text.utf8.count > longest, text.unicodeScalars.dropFirst(longest).first != nil else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(longest - 20))) + " … "
        + String(String.UnicodeScalarView(text.unicodeScalars.suffix(16)))
}
