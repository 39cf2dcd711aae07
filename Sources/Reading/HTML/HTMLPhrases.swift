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

/// Beginnings, as letters only, of headings and labels above links to other texts, share buttons and comments.
///
/// They say nothing alone: a report may have a section "Related work".
private let leadsToOtherTexts = [
    // English
    "alsoread", "comments", "filedunder", "followus", "latestnews", "leaveacomment", "leaveareply", "morearticles",
    "morefrom", "morenews", "morestories", "mostpopular", "mostread", "newsletter", "postedin", "readalso", "readmore",
    "readnext", "recommended", "related", "seealso", "share", "signup", "sponsor", "subscribe", "tags", "trending",
    "youmayalsolike", "youmayalsobe", "youmightalsolike", "youmightalsobe",
    // German
    "ähnliche", "daskönnte", "kommentare", "lesensieauch", "mehrzum", "meistgelesen", "schlagwort", "schlagwörter",
    "teilen", "verwandte", "weiterebeiträge", "weitereartikel", "weiterlesen", "zumthema",
    // French
    "àlireaussi", "articlesliés", "articlessimilaires", "commentaires", "lireaussi", "motsclés", "partager",
    "surlemêmesujet", "vousaimerezaussi",
    // Spanish, Portuguese, Italian
    "articolicorrelati", "artículosrelacionados", "commenti", "comentarios", "comentários", "compartilh", "compartir",
    "condividi", "etiquetas", "leatambién", "leermás", "leetambién", "leggianche", "leiamais", "leiatambém",
    "noticiasrelacionadas", "notíciasrelacionadas", "potrebbeinteressarti", "relacionad", "tambiénteinteresa",
    "temasrelacionados", "tepuedeinteresar", "vejatambém", "vocêpodegostar",
    // Dutch, Polish, Scandinavian
    "czytajtakże", "czytajteż", "gerelateerd", "komentarze", "kommentarer", "leesmeer", "leesook", "læsogså",
    "läsockså",
    "lesogså", "powiązane", "reacties", "relaterad", "relaterede", "relaterte", "udostępnij", "verwanteartikelen",
].map { Array($0.utf8) }

/// Whether a short text calls what follows it links to other texts.
func leadsToOtherTexts(_ text: String) -> Bool {
    guard text.utf8.count < shortestProse else { return false }
    let letters = letters(of: text)
    return leadsToOtherTexts.contains { letters.starts(with: $0) }
}

/// Beginnings of lines that say who made an image.
private let creditPhrases = [
    "bild:", "bildquelle", "credit:", "foto:", "foto von", "foto de", "fotos:", "image:", "image credit", "images:",
    "photo:", "photo by", "photo credit", "photo courtesy", "photograph:", "photos:", "picture:",
]

/// Whether a text says who made an image.
func isImageCredit(_ text: String) -> Bool {
    text.utf8.count < 2 * shortestProse && creditPhrases.contains { text.lowercased().hasPrefix($0) }
}

/// Whether a text is a line of copyright.
func isCopyrightLine(_ text: String) -> Bool {
    guard text.utf8.count < 3 * shortestProse else { return false }
    return text.hasPrefix("©") || text.lowercased().contains("all rights reserved") || text.hasPrefix("Copyright ©")
}
