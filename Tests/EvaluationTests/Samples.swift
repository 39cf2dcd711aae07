import Codebooks
import Diagnostics
import DocumentModel
import Evaluation

let sampleCodebook = Codebook(
    id: "sample",
    dimensions: [
        Dimension(
            id: "category",
            codes: [Code(id: "barrier", aliases: ["Challenges"]), Code(id: "facilitator", label: "Helpers")]),
        Dimension(id: "theme", codes: [Code(id: "money"), Code(id: "people"), Code(id: "trust")]),
        Dimension(id: "design", unit: .document, codes: [Code(id: "survey")]),
    ])

func goldPassage(_ id: String, _ codes: [String: [String]], isAmbiguous: Bool = false) -> GoldPassage {
    GoldPassage(
        passage: Passage(id: id, text: "Text."),
        codes: codes.sorted { $0.key < $1.key }.map { DimensionCodes(dimension: $0.key, codes: $0.value) },
        isAmbiguous: isAmbiguous, place: Place(file: "gold.ndjson", line: Int(id)))
}

func found(_ codes: [String: [String]]) -> PassageCodes {
    PassageCodes(
        assigned: codes.sorted { $0.key < $1.key }.map { DimensionCodes(dimension: $0.key, codes: $0.value) })
}

/// Six passages; the last two are ambiguous.
let sampleGold = [
    goldPassage("1", ["category": ["barrier"], "theme": ["money", "people"]]),
    goldPassage("2", ["category": ["barrier"], "theme": ["people"]]),
    goldPassage("3", ["category": ["facilitator"], "theme": []]),
    goldPassage("4", [:]),
    goldPassage("5", ["category": ["barrier"], "theme": ["people"]], isAmbiguous: true),
    goldPassage("6", ["category": [], "theme": []], isAmbiguous: true),
]

let sampleFound = [
    found(["category": ["barrier"], "theme": ["money"]]),
    found(["category": ["facilitator"], "theme": ["people", "money"]]),
    found(["category": ["facilitator"]]),
    found([:]),
    found([:]),
    found(["category": ["barrier"], "theme": ["money"]]),
]

let sampleAgreement = agreement(of: sampleGold, with: sampleFound, codebooks: [sampleCodebook])
