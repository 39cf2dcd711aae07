/// How many documents are from each year of publication.
struct YearCount {
    private var years: [Int: Int] = [:]
    /// Documents of which the year is not known.
    private(set) var unknown = 0

    /// - Parameter text: the year as the document or a reference list says it.
    mutating func add(_ text: String?) {
        if let year = text.flatMap(publicationYear) {
            years[year, default: 0] += 1
        } else {
            unknown += 1
        }
    }

    /// The documents in each band, zeros too, then those in none, if there are any.
    ///
    /// - Parameter bands: nil makes them from the years that occur.
    /// - Returns: a band of nil has the years that are in no band.
    func counts(in bands: YearBands?) -> [(band: YearBand?, count: Int)] {
        let bands = bands ?? YearBands(fittedTo: years.keys)
        var counts = [Int](repeating: 0, count: bands.bands.count)
        var outside = 0
        for (year, count) in years {
            if let band = bands.index(of: year) { counts[band] += count } else { outside += count }
        }
        return zip(bands.bands, counts).map { ($0, $1) } + (outside > 0 ? [(nil, outside)] : [])
    }
}

/// The year in a field: the first four digits that stand alone, of `2018`, `2018-05` or `May 2018`.
func publicationYear(_ text: String) -> Int? {
    let numbers = text.utf8.split { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return numbers.lazy.filter { $0.count == 4 }.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
        .first { plausibleYears.contains($0) }
}
