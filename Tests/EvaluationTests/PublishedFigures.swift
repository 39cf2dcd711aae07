import Evaluation

/// Whether a figure is the published one, to the digits given.
func isClose(_ figure: Figure, _ published: Double, within tolerance: Double = 0.000051) -> Bool {
    figure.value.map { abs($0 - published) <= tolerance } ?? false
}

/// Codings as a row of signs a coder, one sign a unit; `.` where there is none.
func ratings(_ rows: [String], categories: String) -> Ratings {
    let names = Array(categories)
    let columns = rows.map { Array($0) }
    return Ratings(
        categories: names.count, coders: rows.count,
        units: columns[0].indices.map { unit in columns.map { names.firstIndex(of: $0[unit]) } })
}

/// Units that so many coders put into each category.
func ratings(countsOfUnits counts: [[Int]]) -> Ratings {
    let coders = counts[0].reduce(0, +)
    return Ratings(
        categories: counts[0].count, coders: coders,
        units: counts.map { unit in unit.enumerated().flatMap { [Int?](repeating: $0, count: $1) } })
}

/// Thirty patients, six psychiatrists, five diagnoses: Fleiss 1971, as the R package irr has it (`diagnoses`).
let fleiss1971 = ratings(
    [
        "422521311511212311215221121215", "423521311542242311235421421235", "423523334544244311435444421435",
        "453543334544344341455454421435", "453543534544344351455454425435", "455543544544345552455454545435",
    ], categories: "12345")

/// Four coders, twelve units, gaps: Krippendorff 2011, example C; the R package irrCAC has it as `raw.4raters`.
let krippendorff2011 = ratings(
    ["123321412...", "1233224125.3", ".3332342251.", "12332441251."], categories: "12345")

/// Three coders, fifteen units, gaps: the worked example of Wikipedia's "Krippendorff's alpha".
let wikipediaAlpha = ratings(
    [".....34121133.3", "1.213343.......", "..21344.21133.4"], categories: "1234")
