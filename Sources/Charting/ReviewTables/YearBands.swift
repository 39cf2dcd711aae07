/// A range of years, written `1997-2004`, `2020-` (and later), `-1996` (and earlier) or `2020`.
package struct YearBand: Sendable, Hashable {
    /// nil has no beginning.
    package var first: Int?
    /// nil has no end.
    package var last: Int?

    init(first: Int?, last: Int?) {
        self.first = first
        self.last = last
    }

    /// - Returns: nil when the text is none, or the range ends before it begins.
    package init?(_ text: String) {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }
            .map { part in part.trimmed }
        let years = parts.map { Int($0) }
        for (part, year) in zip(parts, years) where !part.isEmpty {
            guard let year, plausibleYears.contains(year) else { return nil }
        }
        switch years.count {
        case 1:
            guard let year = years[0] else { return nil }
            self.init(first: year, last: year)
        case 2:
            guard years.contains(where: { $0 != nil }) else { return nil }
            if let first = years[0], let last = years[1], last < first { return nil }
            self.init(first: years[0], last: years[1])
        default: return nil
        }
    }

    func contains(_ year: Int) -> Bool {
        year >= first ?? .min && year <= last ?? .max
    }

    /// As the table shows it.
    package var label: String {
        switch (first, last) {
        case (let first?, let last?): first == last ? String(first) : "\(first)-\(last)"
        case (let first?, nil): "\(first) or later"
        case (nil, let last?): "\(last) or earlier"
        case (nil, nil): "any year"
        }
    }
}

/// Year bands from early to late, without gaps and overlaps.
package struct YearBands: Sendable, Hashable {
    /// What keeps bands from going together.
    package enum Problem: Error, Sendable, Hashable {
        /// The band of that index begins in or before the one before it.
        case overlap(index: Int)
        /// The years between the band of that index and the one before it are in no band.
        case gap(index: Int, years: YearBand)
    }

    package let bands: [YearBand]

    package init(_ bands: [YearBand]) throws(Problem) {
        for (index, pair) in zip(bands, bands.dropFirst()).enumerated() {
            guard let last = pair.0.last, let first = pair.1.first, first > last else {
                throw .overlap(index: index + 1)
            }
            guard first == last + 1 else {
                throw .gap(index: index + 1, years: YearBand(first: last + 1, last: first - 1))
            }
        }
        self.bands = bands
    }

    /// Bands for the years that occur: single years if they are few, else five years each (2005-2009, 2010-2014…), the
    /// earliest ones together.
    init(fittedTo years: some Collection<Int>) {
        guard let first = years.min(), let last = years.max() else {
            bands = []
            return
        }
        if last - first < Self.mostSingleYears {
            bands = (first...last).map { YearBand(first: $0, last: $0) }
            return
        }
        let end = last / 5 * 5
        let start = max(first / 5 * 5, end - 5 * (Self.mostBands - 1))
        var bands = stride(from: start, through: end, by: 5).map { YearBand(first: $0, last: $0 + 4) }
        if first < start { bands[0].first = nil }
        self.bands = bands
    }

    /// Index of the band that a year is in.
    func index(of year: Int) -> Int? {
        bands.firstIndex { $0.contains(year) }
    }

    private static let mostSingleYears = 8
    private static let mostBands = 12
}

/// Four digits, and nothing that could not be the year of a publication.
let plausibleYears = 1000...2999

extension StringProtocol {
    fileprivate var trimmed: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
