/// Beginnings of English words that are spelt in two ways, British first; a list of our own.
enum SpellingPairs {
    static let words: [(british: String, american: String)] = [
        ("behaviour", "behavior"), ("colour", "color"), ("favour", "favor"), ("flavour", "flavor"),
        ("harbour", "harbor"), ("honour", "honor"), ("humour", "humor"), ("labour", "labor"),
        ("neighbour", "neighbor"), ("rumour", "rumor"), ("tumour", "tumor"), ("endeavour", "endeavor"),
        ("centre", "center"), ("centred", "centered"), ("theatre", "theater"), ("fibre", "fiber"),
        ("programme", "program"), ("ageing", "aging"), ("judgement", "judgment"), ("acknowledgement", "acknowledgment"),
        ("paediatric", "pediatric"), ("orthopaedic", "orthopedic"), ("gynaecolog", "gynecolog"),
        ("anaesthe", "anesthe"), ("anaemi", "anemi"), ("leukaemi", "leukemi"), ("haemo", "hemo"),
        ("oestrogen", "estrogen"), ("foetal", "fetal"), ("foetus", "fetus"), ("diarrhoea", "diarrhea"),
        ("analyse", "analyze"), ("analysing", "analyzing"), ("catalogue", "catalog"), ("dialogue", "dialog"),
        ("licence", "license"), ("defence", "defense"), ("sceptic", "skeptic"),
        ("enrolment", "enrollment"), ("fulfilment", "fulfillment"), ("skilful", "skillful"),
        ("counselling", "counseling"), ("counsellor", "counselor"), ("modelling", "modeling"),
        ("labelling", "labeling"), ("labelled", "labeled"), ("travelling", "traveling"), ("traveller", "traveler"),
        ("marginalis", "marginaliz"), ("organis", "organiz"), ("reorganis", "reorganiz"), ("realis", "realiz"),
        ("centralis", "centraliz"), ("decentralis", "decentraliz"), ("generalis", "generaliz"),
        ("hospitalis", "hospitaliz"), ("specialis", "specializ"), ("prioritis", "prioritiz"), ("utilis", "utiliz"),
        ("optimis", "optimiz"), ("minimis", "minimiz"), ("maximis", "maximiz"), ("standardis", "standardiz"),
        ("characteris", "characteriz"), ("recognis", "recogniz"), ("emphasis", "emphasiz"),
        ("summaris", "summariz"), ("normalis", "normaliz"), ("modernis", "moderniz"), ("stigmatis", "stigmatiz"),
        ("randomis", "randomiz"), ("immunis", "immuniz"), ("mobilis", "mobiliz"), ("stabilis", "stabiliz"),
        ("digitis", "digitiz"), ("digitalis", "digitaliz"), ("institutionalis", "institutionaliz"),
        ("customis", "customiz"), ("incentivis", "incentiviz"), ("demoralis", "demoraliz"),
        ("categoris", "categoriz"), ("criticis", "criticiz"), ("formalis", "formaliz"), ("globalis", "globaliz"),
        ("harmonis", "harmoniz"), ("localis", "localiz"), ("medicalis", "medicaliz"), ("personalis", "personaliz"),
        ("privatis", "privatiz"), ("rationalis", "rationaliz"), ("socialis", "socializ"),
        ("synchronis", "synchroniz"), ("visualis", "visualiz"), ("authoris", "authoriz"),
        ("commercialis", "commercializ"), ("urbanis", "urbaniz"), ("industrialis", "industrializ"),
        ("sterilis", "steriliz"), ("legalis", "legaliz"), ("equalis", "equaliz"), ("finalis", "finaliz"),
    ]

    /// What may follow such a beginning without making another word of it: `laboratory` is no `labor`.
    static let endings: Set<String> = [
        "", "*", "s", "ed", "ing", "al", "able", "er", "ers", "hood", "hoods", "ful", "y", "ies", "ist", "ists",
        "ation",
        "ations", "ation*", "e", "es", "ed*", "ing*", "er*", "s*", "al*", "ally", "ic", "ia", "sia", "tic", "tist",
        "ment",
        "globin", "dialysis", "rrhage*", "philia", "ical", "ist*", "an*", "at*", "ati*", "us", "al*", "'s",
    ]
}
