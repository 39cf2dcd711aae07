package import SeededRandom

/// Draws passages evenly from strata, each passage of a stratum with the same chance, without replacement.
///
/// Every stratum gives as many as the others; what a stratum does not have, the others give. Numbers come from SplitMix64
/// (``SeededGenerator``), one for each passage in its order: those with the smallest are drawn (sampling by random keys,
/// as in Fan, Muller and Rezucha 1962), so that the same passages in the same order give the same sample.
///
/// - Parameters:
///   - strata: the stratum of each passage, numbers from 0.
///   - count: passages to draw; all of them if there are no more.
/// - Returns: indices of the passages, ascending.
package func stratifiedSample(of strata: [Int], count: Int, random: inout SeededGenerator) -> [Int] {
    var members = [[(key: UInt64, index: Int)]](repeating: [], count: (strata.max() ?? -1) + 1)
    for (index, stratum) in strata.enumerated() { members[stratum].append((random.next(), index)) }
    var chosen: [Int] = []
    for (members, share) in zip(members, shares(of: members.map(\.count), count: count)) {
        chosen += members.sorted { $0 < $1 }.prefix(share).map(\.index)
    }
    return chosen.sorted()
}

/// How many of each stratum: as evenly as their sizes allow, what is left over to the first ones.
private func shares(of sizes: [Int], count: Int) -> [Int] {
    var shares = [Int](repeating: 0, count: sizes.count)
    var left = min(count, sizes.reduce(0, +))
    while left > 0 {
        let open = sizes.indices.filter { shares[$0] < sizes[$0] }
        let each = max(1, left / open.count)
        for stratum in open where left > 0 {
            let more = min(each, sizes[stratum] - shares[stratum], left)
            shares[stratum] += more
            left -= more
        }
    }
    return shares
}
