import Expressions

/// Words that are read byte by byte, by the rules of ``ScalarKind``.
extension TextScan {
    /// Reads what of a run stands in the part, words or not: beyond ASCII, with apostrophes, long, or cut.
    @inline(never)
    mutating func readUnusual(_ run: TextMap.Run, in part: Range<Int>) {
        var position = max(run.start, part.lowerBound)
        let stop = min(run.end, part.upperBound)
        if stop - position == run.end - run.start, stop - position <= Word.keyLength {
            let word = Word(unfolded: text.base + position, count: stop - position)
            if word.isASCII {
                let possessive = word.count > 2 && word.ending >> 16 == Self.possessive ? 2 : 0
                add(word.prefix(word.count - possessive), position, stop - possessive, consumed: stop)
                return
            }
        }
        while position < stop {
            let (kind, length) = kind(at: position)
            if case .word = kind { position = readWord(at: position) } else { position += length }
        }
    }

    /// `'s`, the last byte highest.
    static var possessive: UInt32 { UInt32(UInt8(ascii: "s")) << 8 | UInt32(UInt8(ascii: "'")) }

    /// Reads a word by the rules of ``ScalarKind``, whatever it consists of.
    ///
    /// - Returns: where it ends.
    mutating func readWord(at start: Int) -> Int {
        folded.removeAll()
        var position = start
        var apostrophe = -1
        while position < end {
            let byte = text[position]
            let (kind, length) = kind(at: position)
            let goesOn: Bool
            switch kind {
            case .word, .ignored: goesOn = true
            case .apostrophe:
                goesOn = position + length < end && isWord(at: position + length)
                if goesOn { apostrophe = position }
            case .separator, .hyphen:
                goesOn =
                    (byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")) && position > start && position + 1 < end
                    && isASCIIDigit(text[position - 1]) && isASCIIDigit(text[position + 1])
            }
            if !goesOn { break }
            appendFolded(position, kind)
            position += length
        }
        var wordEnd = position
        if folded.count > 2, folded[folded.count - 2] == UInt8(ascii: "'"),
            folded[folded.count - 1] == UInt8(ascii: "s")
        {
            folded.truncate(to: folded.count - 2)
            wordEnd = apostrophe
        }
        add(foldedWord(), start, wordEnd, consumed: position)
        return position
    }

    mutating func appendFolded(_ position: Int, _ kind: ScalarKind) {
        let byte = text[position]
        if case .apostrophe = kind {
            folded.append(UInt8(ascii: "'"))
        } else if byte < 0x80 {
            // Only upper-case letters of ASCII have a lower case; points and commas stay.
            folded.append((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte)
        } else {
            for index in folding.folded(text.scalar(at: position).scalar).range { folded.append(folding.bytes[index]) }
        }
    }

    /// What ``folded`` holds, with zeros behind it.
    mutating func foldedWord() -> Word {
        let length = folded.count
        for _ in 0..<Word.keyLength { folded.append(0) }
        folded.truncate(to: length)
        return Word(bytes: folded.base, count: length)
    }

    mutating func isWord(at position: Int) -> Bool {
        if case .word = kind(at: position).kind { true } else { false }
    }

    /// The kind of the code point and its length in bytes.
    mutating func kind(at position: Int) -> (kind: ScalarKind, length: Int) {
        let byte = text[position]
        if byte < 0x80 { return (ScalarKind(Unicode.Scalar(byte)), 1) }
        let (scalar, length) = text.scalar(at: position)
        return (folding.folded(scalar).kind, length)
    }
}
