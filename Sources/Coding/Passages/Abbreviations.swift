/// Words, in lower case and without their last full stop, whose full stop ends no sentence: what follows
/// belongs to them (a name, a number, a reference).
let openAbbreviations = WordList([
    // Titles before a name.
    "dr", "drs", "prof", "mr", "mrs", "ms", "mx", "hon", "sen", "gov", "col", "lt", "capt", "sgt", "st", "mt", "ft",
    "messrs",
    // Latin, and what stands before an example or a comparison.
    "e.g", "eg", "i.e", "ie", "viz", "cf", "vs", "v", "approx", "ca", "c", "resp", "incl", "esp", "q.v", "a.k.a",
    // Before a number.
    "fig", "figs", "eq", "eqs", "eqn", "sect", "ch", "chap", "refs", "vol", "vols", "p", "pp", "para", "paras",
    "suppl", "eds", "edn",
    // Parts of the names of places and bodies.
    "dept", "univ", "assoc", "natl", "intl",
])

/// Words whose full stop belongs to them before a digit only: "no. 5" against "The answer was no."
let abbreviationsBeforeDigits = WordList([
    "no", "nos", "nr", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "item",
    "sec", "ref", "tab", "app", "art", "ed",
])

/// Words whose full stop may end a sentence too: it does when a word follows that begins sentences and hardly
/// ever a name.
let closedAbbreviations = WordList([
    "al", "inc", "ltd", "co", "corp", "plc", "jr", "sr", "bros", "ph.d", "phd", "m.d", "b.sc", "m.sc", "a.m", "p.m",
    "b.c", "a.d", "ibid", "min", "max", "hr", "hrs", "mins", "wk", "wks", "yr", "yrs", "mo", "govt", "misc", "dist",
    "est", "rev", "gen", "trans",
])

/// Words, in lower case, that begin sentences and are hardly ever the name that follows an initial or an
/// abbreviation.
let sentenceStarters = WordList([
    "a", "about", "according", "additionally", "after", "again", "all", "also", "although", "among", "an", "and",
    "another", "any", "as", "at", "because", "before", "being", "between", "both", "but", "by", "despite", "due",
    "during", "each", "even", "every", "few", "finally", "findings", "first", "firstly", "following", "for", "from",
    "further", "furthermore", "given", "had", "has", "have", "he", "hence", "her", "here", "his", "how", "however",
    "i", "if", "in", "indeed", "instead", "is", "it", "its", "lastly", "later", "many", "more", "moreover", "most",
    "much", "my", "nevertheless", "no", "none", "nor", "not", "now", "of", "often", "on", "once", "one", "only", "or",
    "other", "others", "our", "out", "overall", "people", "results", "second", "secondly", "several", "she",
    "similarly", "since", "so", "some", "studies", "such", "than", "that", "the", "their", "then", "there",
    "therefore", "these", "they", "third", "this", "those", "three", "through", "throughout", "thus", "to",
    "together", "two", "under", "unlike", "until", "upon", "using", "was", "we", "were", "what", "when", "where",
    "whereas", "whether", "which", "while", "who", "why", "with", "within", "without", "yet", "you", "your",
])
