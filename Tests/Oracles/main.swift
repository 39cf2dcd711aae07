import Evaluation
import JSON

// Reads cases, one a line, and writes what we make of them; agreement.py compares that with other programs.

/// `{"units": [[0, 1, null], …], "sets": [[[0], []], …], "categories": 3}`: of each unit the coders' categories, and
/// for sets their codes; categories have their numbers as values.
private struct Case: Decodable {
    var categories: Int
    var units: [[Int?]]
    var sets: [[[Int]]]
}

private func figures(of one: Case) -> [(String, Figure)] {
    let coders = one.units[0].count
    let ratings = Ratings(categories: one.categories, coders: coders, units: one.units)
    let values = (0..<one.categories).map(Double.init)
    let table = ratings.matrix(0, 1)
    let sets = SetRatings(coders: coders, units: one.sets.map { $0.map { Set($0) } })
    var figures: [(String, Figure)] = [
        ("percent", table.percentAgreement), ("kappa", table.cohensKappa), ("pi", table.scottsPi),
        ("linear_kappa", table.weightedKappa { Double(abs($0 - $1)) }),
        ("squared_kappa", table.weightedKappa { Double(($0 - $1) * ($0 - $1)) }),
        ("table_alpha", table.krippendorffsAlpha),
        ("fleiss", ratings.fleissKappa), ("nominal_alpha", ratings.krippendorffsAlpha()),
        ("ordinal_alpha", ratings.krippendorffsAlpha(.ordinal)),
        ("interval_alpha", ratings.krippendorffsAlpha(.interval(values))),
        ("ratio_alpha", ratings.krippendorffsAlpha(.ratio(values))),
        ("masi_alpha", sets.krippendorffsAlpha(.masi)),
    ]
    var all = Counts()
    var scores: [Double] = []
    for category in 0..<one.categories {
        var counts = Counts()
        for unit in one.units {
            if let gold = unit[0], let found = unit[1] { counts.add(gold: gold == category, found: found == category) }
        }
        all = all + counts
        figures += [
            ("precision_\(category)", counts.precision), ("recall_\(category)", counts.recall),
            ("f1_\(category)", counts.f1),
        ]
        if let f1 = counts.f1.value { scores.append(f1) }
    }
    return figures + [
        ("micro_f1", all.f1), ("macro_f1", .value(scores.reduce(0, +) / Double(max(scores.count, 1)))),
    ]
}

while let line = readLine() {
    let one = try decodeJSON(Case.self, from: Array(line.utf8))
    var json = JSONWriter()
    json.object { json in
        for (name, figure) in figures(of: one) {
            json.key(name)
            switch figure {
            case .value(let value): json.raw(Array("\(value)".utf8))
            case .undefined(let reason): json.value(reason)
            }
        }
    }
    print(json.text)
}
