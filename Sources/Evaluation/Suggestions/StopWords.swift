/// Words that no term begins or ends with, for they say nothing of what a passage is about.
///
/// - Parameter language: Snowball's code or name; of languages other than English nothing is known, and only words of
///   one letter are stop words.
func isStopWord(_ word: String, language: String) -> Bool {
    if word.unicodeScalars.count < 2 || word.allSatisfy(\.isNumber) { return true }
    return language.hasPrefix("en") && englishStopWords.contains(word)
}

/// Function words of English: articles, pronouns, prepositions, conjunctions, auxiliaries, and numbers, adverbs and
/// abbreviations that stand with anything. What asks for something or says that it is missing (*should*, *must*, *few*, *without*) is none:
/// there are codes for needs and for lacks.
private let englishStopWords: Set<String> = Set(
    """
    about above across after again al all almost along already also although always am among amongst an and another any
    anyone anything are aren't around as at away be became because been before being below beside besides between both
    but by can can't cannot could couldn't did didn't do does doesn't doing don't done down during each eg either else
    et etc even ever every for four from further had hadn't has hasn't have haven't having he he'd he'll he's her here
    hers herself him himself his how however i'd i'll i'm i've ie if in indeed into is isn't it it's its itself just let
    like likely many may me might mine more most much my myself neither no nor not now of off often on once one only
    onto or other others otherwise our ours ourselves out over own per perhaps quite rather re really same shall she
    she'd she'll she's shouldn't since so some someone something soon still such than that that's the their theirs them
    themselves then there there's thereby therefore these they they'd they'll they're they've this those though three
    through throughout thus to too toward towards two under until up upon us very via vs was wasn't we we'd we'll we're
    we've well were weren't what when where whereas whether which while who whom whose why will with within won't would
    wouldn't yet you you'd you'll you're you've your yours yourself yourselves
    """.split(whereSeparator: \.isWhitespace).map(String.init))
