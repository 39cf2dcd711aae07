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

func goldPassage(
    _ id: String, _ codes: [String: [String]], text: String = "Text.", document: String? = nil, coder: String? = nil,
    isAmbiguous: Bool = false
) -> GoldPassage {
    GoldPassage(
        passage: Passage(id: id, text: text),
        codes: codes.sorted { $0.key < $1.key }.map { DimensionCodes(dimension: $0.key, codes: $0.value) },
        document: document, coder: coder, isAmbiguous: isAmbiguous, place: Place(file: "gold.ndjson", line: Int(id)))
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

let gardenCodebook = """
    codebook: garden
    dimensions:
      - dimension: topic
        assign: all
        codes:
          - code: soil
            rules:
              - {rule: ground, match: soil}
              - {rule: sandy, match: sand NEAR/1 bank, weight: 2}
          - code: water
            rules: [{rule: wet, match: rain* NEAR/2 (heavy OR steady)}]
    """

/// Four passages of two gardens: one right, one wrong, one missed, one that nobody coded.
let gardenGold = [
    goldPassage("1", ["topic": ["soil"]], text: "Rich soil.", document: "north", coder: "A"),
    goldPassage("2", ["topic": ["water"]], text: "Soil & <sand>.", document: "north", coder: "B"),
    goldPassage("3", ["topic": ["water"]], text: "Rain, and it was long and heavy.", document: "south", coder: "A"),
    goldPassage("4", [:], text: "Wet soil.", document: "south", coder: "B"),
]
