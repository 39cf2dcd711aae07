/// How to write the operator that a word in the middle of a phrase was probably meant to be, or nil.
///
/// `and` in lower case; Ovid's `adj`, `adjN` (N − 1 words between); EBSCO's `Nn` and `Wn` (n words between).
func operatorMeant(by term: Term) -> String? {
    guard term.parts.count == 1, !term.stemmed, let word = term.parts.first else { return nil }
    switch word {
    case "and", "or", "not": return word.uppercased()
    case "near": return "NEAR/3"
    case "adj": return "the words side by side"
    default: break
    }
    let sign = word.prefix { !$0.isNumber }
    guard let number = Int(word.dropFirst(sign.count)), (1...Proximity.maximumWords).contains(number) else {
        return nil
    }
    return switch sign {
    case "adj": "NEAR/\(number - 1)"
    case "N": "NEAR/\(number)"
    case "W": "PRE/\(number)"
    default: nil
    }
}
