// Fields: before words, after them, around them.

extension SearchLexer {
    // MARK: After

    /// `.ti,ab.`, `:ti,ab`, `/exp` at the position.
    mutating func suffix() -> Bool {
        guard let (names, stop) = fieldsAfter(position) else { return false }
        let isSlash = scalars[position] == "/"
        append(.fieldAfter(role(names, position..<stop, isHeading: isSlash)), position..<stop)
        return true
    }

    /// The fields at `index` behind a word, and where they end; nil where punctuation stands.
    func fieldsAfter(_ index: Int) -> (names: [String], end: Int)? {
        switch scalars[index] {
        case "." where dialect.fieldForms.contains(.dotsAfter): dottedFields(index)
        case ":" where dialect.fieldForms.contains(.colonAfter): knownFields(index)
        case "/" where dialect.fieldForms.contains(.slashAfter): knownFields(index)
        default: nil
        }
    }

    /// `.ti,ab.`, also with spaces after the commas, and without the last point at the end of a part.
    private func dottedFields(_ index: Int) -> ([String], Int)? {
        guard let (names, stop) = fieldNames(index + 1, separator: ","), names.allSatisfy({ $0.count == 2 }) else {
            return nil
        }
        if stop < end, scalars[stop] == ".", isBoundary(stop + 1) || scalars[stop + 1] == "[" {
            return (names, stop + 1)
        }
        guard isBoundary(stop), names.allSatisfy({ dialect.fields[$0] != nil }) else { return nil }
        return (names, stop)
    }

    private func knownFields(_ index: Int) -> ([String], Int)? {
        let separator: Unicode.Scalar = scalars[index] == "/" ? "/" : ","
        guard let (names, stop) = fieldNames(index + 1, separator: separator), isBoundary(stop),
            names.allSatisfy({ dialect.fields[$0] != nil })
        else { return nil }
        return (names, stop)
    }

    /// No list of fields is longer; a million signs would each be looked behind for a million names.
    private static let mostFields = 30

    /// Letters, `/` or `,` between them, in lower case.
    private func fieldNames(_ index: Int, separator: Unicode.Scalar) -> (names: [String], end: Int)? {
        var names: [String] = []
        var start = index
        while true {
            var stop = start
            while isLetter(stop) { stop += 1 }
            guard stop > start, stop - start <= 12, names.count < Self.mostFields else { return nil }
            names.append(text(start..<stop).lowercased())
            let next = stop
            guard next < end, scalars[next] == separator else { return (names, stop) }
            start = afterSpaces(next + 1)
            if !isLetter(start) { return (names, stop) }
        }
    }

    /// `[tiab]`, `[tiab:~3]`; Ovid's `[mp=title, abstract]`; Cochrane's `[mh "x"]`; Embase's `[english]/lim`.
    mutating func brackets() {
        let start = position
        guard let close = first("]", from: start) else {
            findings.error("open-bracket", "this bracket is never closed", start..<start + 1)
            position += 1
            return
        }
        if dialect.fieldForms.contains(.bracketsAfter) {
            tag(start..<close + 1)
        } else if dialect.fieldForms.contains(.headingBrackets) {
            headingInBrackets(start)
        } else if dialect.fieldForms.contains(.headingSlash) {
            // Ovid lists there what .mp. searches, or what subheadings stand for.
            position = close + 1
        } else if dialect.fieldForms.contains(.slashAfter), let (_, stop) = knownFields(close + 1, in: close + 1..<end)
        {
            limit(start..<stop)
        } else {
            findings.error(
                "bracket", "\(dialect.title) knows no field in brackets", start..<close + 1,
                help: "fields in brackets are PubMed's")
            position = close + 1
        }
    }

    private func knownFields(_ index: Int, in range: Range<Int>) -> ([String], Int)? {
        range.contains(index) && scalars[index] == "/" ? knownFields(index) : nil
    }

    private mutating func tag(_ range: Range<Int>) {
        let inner = range.lowerBound + 1..<range.upperBound - 1
        var name = text(inner).lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if let colon = name.firstIndex(of: ":") {
            let option = name[name.index(after: colon)...].drop { $0 == " " }
            name = String(name[..<colon]).split(separator: " ").joined(separator: " ")
            if option.hasPrefix("~") {
                guard let words = Int(option.dropFirst()), words >= 0 else {
                    findings.error(
                        "proximity-distance", "the number of words is missing after '~'", range,
                        help: "\"two words\"[tiab:~3] has at most 3 words between")
                    position = range.upperBound
                    return
                }
                append(.proximityAfter(words), range)
                return
            }
        }
        append(.fieldAfter(role([name], range)), range)
    }

    // MARK: Before

    /// A field before words, begun by the piece that was cut out; what it holds if it is a limit.
    mutating func fieldBefore(_ start: Int, _ stop: Int) -> Bool {
        if dialect.fieldForms.contains(.equalsBefore),
            let sign = scalars[start..<stop].firstIndex(of: "=") ?? equals(afterSpaces(stop)),
            let (names, nameEnd) = fieldNames(start, separator: ","), nameEnd == min(sign, stop)
        {
            return field(names, start..<sign + 1)
        }
        if dialect.fieldForms.contains(.callBefore) {
            let nameEnd = scalars[start..<stop].firstIndex { Self.comparisons.contains($0) } ?? stop
            let names = text(start..<nameEnd).lowercased().split(separator: ",").map(String.init)
            let isKnown = !names.isEmpty && names.allSatisfy { dialect.fields[$0] != nil }
            if isKnown, names.contains(where: { dialect.fields[$0] == .comparison }) {
                return comparison(start, nameEnd)
            }
            let next = afterSpaces(stop)
            guard next < end, scalars[next] == "(", nameEnd == stop else { return false }
            if isKnown { return field(names, start..<stop) }
        }
        if dialect.fieldForms.contains(.wordBefore) {
            let name = text(start..<stop)
            let next = afterSpaces(stop)
            guard next < end, name == name.uppercased() || scalars[stop] == "(",
                dialect.fields[name.lowercased()] != nil, scalars[next] != ")", !isOperator(next)
            else { return false }
            return field([name.lowercased()], start..<stop)
        }
        return false
    }

    private func equals(_ index: Int) -> Int? { index < end && scalars[index] == "=" ? index : nil }

    private func isOperator(_ index: Int) -> Bool {
        let word = text(index..<chunkEnd(index)).lowercased()
        return Joint.words[word] != nil || dialect.proximity(word) != nil
    }

    private mutating func field(_ names: [String], _ range: Range<Int>) -> Bool {
        switch role(names, range) {
        case .text: position = range.upperBound
        case .heading: append(.headingBefore, range)
        case .limit, .comparison: limit(range.lowerBound..<operandEnd(afterSpaces(range.upperBound)))
        }
        return true
    }

    private static let comparisons: Set<Unicode.Scalar> = ["<", ">", "="]

    /// `PUBYEAR > 2010`, `PUBYEAR AFT 2010`
    private mutating func comparison(_ start: Int, _ stop: Int) -> Bool {
        let sign = afterSpaces(stop)
        var index = sign
        while index < end, Self.comparisons.contains(scalars[index]) { index += 1 }
        if index == sign { index = chunkEnd(sign) }
        limit(start..<(number(at: afterSpaces(index))?.end ?? index))
        return true
    }

    /// Drops a condition that is none on the text.
    mutating func limit(_ range: Range<Int>) {
        findings.warning(
            "limit", "'\(text(range))' is no condition on the text and is dropped", range,
            help: "language, year, author, journal and type of publication are no part of an expression")
        append(.limit, range)
    }

    /// The end of the group, the phrase or the words at `index`.
    private func operandEnd(_ index: Int) -> Int {
        guard index < end else { return end }
        var position = index
        var depth = 0
        while position < end {
            let scalar = scalars[position]
            if isQuote(scalar) {
                position = (scalars[position + 1..<end].firstIndex(where: isQuote) ?? end - 1) + 1
            } else if scalar == "(" || scalar == ")" {
                depth += scalar == "(" ? 1 : -1
                if depth < 0 { return position }
                position += 1
            } else if depth > 0 {
                position += 1
                continue
            } else {
                position = max(chunkEnd(position), position + 1)
            }
            if depth == 0 {
                let next = afterSpaces(position)
                if next >= end || !dialect.fieldForms.contains(.wordBefore) || isOperator(next) { return position }
                position = next
            }
        }
        return end
    }

    /// What these fields hold together: text if one of them does.
    private mutating func role(_ names: [String], _ range: Range<Int>, isHeading: Bool = false) -> FieldRole {
        let roles = names.map { dialect.fields[$0] }
        if let unknown = roles.firstIndex(of: nil) {
            findings.warning(
                "unknown-field", "\(dialect.title) has no field '\(names[unknown])' that is known here", range,
                help: "read as words of the text")
        }
        if !isHeading, roles.contains(.text) || roles.contains(nil) {
            findings.warnOnce(
                "field", "fields such as '\(text(range))' are dropped", range,
                help: "an expression looks at all of a passage; where a passage stands is said by 'in' and 'under'")
            return .text
        }
        return isHeading || roles.contains(.heading) ? .heading : .limit
    }
}
