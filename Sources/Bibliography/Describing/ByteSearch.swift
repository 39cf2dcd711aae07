/// Where bytes first stand in others, counted from their start; nil if they do not.
func position(of needle: some Collection<UInt8>, in bytes: [UInt8]) -> Int? {
    let needle = Array(needle)
    guard let first = needle.first, bytes.count >= needle.count else { return nil }
    for start in 0...(bytes.count - needle.count) where bytes[start] == first {
        var length = 1
        while length < needle.count, bytes[start + length] == needle[length] { length += 1 }
        if length == needle.count { return start }
    }
    return nil
}

/// What follows the first occurrence of a cue in a text; nil if there is none.
func tail(behind cue: String, in text: String) -> Substring? {
    let bytes = Array(text.utf8)
    guard let start = position(of: cue.utf8, in: bytes) else { return nil }
    return text[text.utf8.index(text.utf8.startIndex, offsetBy: start + cue.utf8.count)...]
}

/// Whether a text contains another, byte by byte.
func has(_ part: String, in text: String) -> Bool {
    position(of: part.utf8, in: Array(text.utf8)) != nil
}
