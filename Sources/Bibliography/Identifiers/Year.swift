/// Years that a report may bear; other numbers of four digits are pages, codes or typing errors.
let plausibleYears = 1800...2100

/// The first number of exactly four digits that is a plausible year: 2020 in `2020/11//Nov/Dec2020`.
func firstYear(in text: String) -> Int? {
    years(in: Array(text.utf8)).first?.year
}

/// All plausible years of a text with the byte at which each begins.
func years(in bytes: [UInt8]) -> [(year: Int, start: Int)] {
    var result: [(year: Int, start: Int)] = []
    var position = 0
    while position < bytes.count {
        guard isDigit(bytes[position]) else {
            position += 1
            continue
        }
        let start = position
        var number = 0
        while position < bytes.count, isDigit(bytes[position]) {
            if position - start < 4 { number = number * 10 + Int(bytes[position] - UInt8(ascii: "0")) }
            position += 1
        }
        // Dates without separators: D:20190512… and 20190512.
        let isDate = position - start == 8 || position - start == 14
        if position - start == 4 || isDate, plausibleYears.contains(number) { result.append((number, start)) }
    }
    return result
}
