import DocumentModel

/// Words that stand alone above an advertisement.
private let advertisementLabels: Set<String> = [
    "advert", "advertentie", "advertisement", "advertising", "annons", "annonce", "anuncio", "anzeige", "iklan",
    "mainos",
    "pubblicità", "publicidad", "publicidade", "publicité", "reklam", "reklama", "reklame", "sponsored", "werbung",
]

func isAdvertisementLabel(_ text: String) -> Bool {
    text.utf8.count <= 14 && advertisementLabels.contains(text.lowercased())
}

/// Headings and labels, as letters only, above links to other texts, share buttons and comments.
///
/// They say nothing alone: "Share" may head an advice and "Related work" a section.
private let leads: Set<[UInt8]> = Set(
    [
        "comentarios", "comentários", "commentaires", "comments", "commenti", "compartilhar", "compartilhe",
        "compartir", "condividi", "etiquetas", "followus", "kommentare", "kommentarer", "komentarze", "latestnews",
        "mostpopular", "mostread", "motsclés", "newsletter", "partager", "reacties", "recommended", "related",
        "relacionadas", "relacionados", "schlagworte", "schlagwörter", "seealso", "share", "sponsoren", "sponsored",
        "sponsors", "subscribe", "tags", "teilen", "trending", "udostępnij",
    ].map { Array($0.utf8) })

/// Beginnings of such labels, by their first byte.
private let beginningsOfLeads: [UInt8: [[UInt8]]] = Dictionary(
    grouping: [
        // English
        "alsoread", "filedunder", "leaveacomment", "leaveareply", "morearticles", "morefrom", "morenews", "morestories",
        "postedin", "readalso", "readmore", "readnext", "recommendedarticles", "recommendedforyou",
        "recommendedreading", "recommendedstories", "relatedarticle", "relatedcontent", "relatedlinks", "relatednews",
        "relatedposts", "relatedstories", "relatedtopics", "sharethis", "shareon", "signupfor", "subscribeto",
        "youmayalsolike", "youmayalsobe", "youmightalsolike", "youmightalsobe",
        // German
        "daskönntedich", "daskönnteihnen", "daskönntesie", "lesensieauch", "mehrzumthema", "meistgelesen",
        "verwandteartikel", "verwandtebeiträge", "verwandtethemen", "weiterebeiträge", "weitereartikel", "weiterlesen",
        "zumthema", "ähnlicheartikel", "ähnlichebeiträge", "ähnlichethemen",
        // French
        "articlesliés", "articlessimilaires", "lireaussi", "surlemêmesujet", "vousaimerezaussi", "àlireaussi",
        // Spanish, Portuguese, Italian
        "articolicorrelati", "artículosrelacionados", "leatambién", "leermás", "leetambién", "leggianche", "leiamais",
        "leiatambém", "noticiasrelacionadas", "notíciasrelacionadas", "potrebbeinteressarti", "tambiénteinteresa",
        "temasrelacionados", "tepuedeinteresar", "vejatambém", "vocêpodegostar",
        // Dutch, Polish, Scandinavian
        "czytajtakże", "czytajteż", "gerelateerd", "leesmeer", "leesook", "lesogså", "læsogså", "läsockså",
        "powiązane", "relaterad", "relaterede", "relaterte", "verwanteartikelen",
    ].map { Array($0.utf8) }, by: { $0[0] })

/// Whether a short text that is no sentence calls what follows it links to other texts.
func leadsToOtherTexts(_ text: String) -> Bool {
    guard text.utf8.count < shortestProse, !text.hasSuffix(".") || text.hasSuffix("...") else { return false }
    let letters = letters(of: text)
    guard let first = letters.first else { return false }
    return leads.contains(letters) || beginningsOfLeads[first]?.contains { letters.starts(with: $0) } == true
}

/// Beginnings of lines that say who made an image.
private let creditPhrases = [
    "bild:", "bildquelle", "credit:", "foto:", "foto von", "foto de", "fotos:", "image:", "image credit", "images:",
    "photo:", "photo by", "photo credit", "photo courtesy", "photograph:", "photos:", "picture:",
]

/// Whether a text says who made an image; a sentence does not.
func isImageCredit(_ text: String) -> Bool {
    guard text.utf8.count < 2 * shortestProse, !endsSentence(text), let first = text.utf8.first,
        "BbCcFfIiPp".utf8.contains(first)
    else {
        return false
    }
    let opening = text.prefix(20).lowercased()
    return creditPhrases.contains { opening.hasPrefix($0) }
}

/// Whether a text is a line of copyright.
func isCopyrightLine(_ text: String) -> Bool {
    guard text.utf8.count < 3 * shortestProse else { return false }
    if text.hasPrefix("©") || text.hasPrefix("Copyright ©") { return hasYear(text) }
    guard firstRange(of: Array("ll rights reserved".utf8), in: Array(text.utf8.map(asciiLowercased))[...]) != nil else {
        return false
    }
    return hasYear(text) || text.utf8.count < shortestProse || text.contains("©")
}
