/// Accents as combining marks, by the command that sets them (LaTeX2e, "Text accents").
let latexMarks: [String: Unicode.Scalar] = [
    "`": "\u{300}", "'": "\u{301}", "^": "\u{302}", "~": "\u{303}", "=": "\u{304}", "u": "\u{306}", ".": "\u{307}",
    "\"": "\u{308}", "r": "\u{30A}", "H": "\u{30B}", "v": "\u{30C}", "d": "\u{323}", "c": "\u{327}", "k": "\u{328}",
    "b": "\u{331}", "t": "\u{361}",
]

/// Letters and signs by their commands, as exporters of reference managers write them.
let latexSymbols: [String: String] = [
    "ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å",
    "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ",
    "S": "§", "P": "¶", "pounds": "£", "copyright": "©", "dots": "…", "ldots": "…", "textellipsis": "…",
    "textendash": "–", "textemdash": "—", "textquoteleft": "‘", "textquoteright": "’", "textquotesingle": "'",
    "textquotedblleft": "“", "textquotedblright": "”", "quotesinglbase": "‚", "quotedblbase": "„", "guillemotleft": "«",
    "guillemotright": "»", "guilsinglleft": "‹", "guilsinglright": "›", "textbackslash": "\\", "backslash": "\\",
    "textasciitilde": "~", "textasciicircum": "^", "textunderscore": "_", "textless": "<", "textgreater": ">",
    "textbar": "|", "textbraceleft": "{", "textbraceright": "}", "textdollar": "$", "textregistered": "®",
    "texttrademark": "™", "textdegree": "°", "textmu": "µ", "textpm": "±", "texttimes": "×", "textbullet": "•",
    "textperiodcentered": "·", "textexclamdown": "¡", "textquestiondown": "¿", "texteuro": "€", "euro": "€",
    "textsterling": "£", "textordfeminine": "ª", "textordmasculine": "º", "textonehalf": "½", "slash": "/",
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "kappa": "κ", "lambda": "λ", "mu": "μ",
    "pi": "π", "sigma": "σ", "tau": "τ", "phi": "φ", "chi": "χ", "omega": "ω", "Delta": "Δ", "Omega": "Ω",
    "times": "×", "pm": "±", "cdot": "·", "leq": "≤", "geq": "≥", "le": "≤", "ge": "≥", "approx": "≈", "sim": "∼",
    "rightarrow": "→", "degree": "°", "circ": "°", "infty": "∞", "LaTeX": "LaTeX", "TeX": "TeX",
]

/// Commands that say how their argument looks; the argument stays.
let latexFonts: Set<String> = [
    "emph", "em", "textit", "it", "itshape", "textsl", "textbf", "bf", "bfseries", "textsc", "sc", "scshape", "textrm",
    "rm", "textsf", "sf", "texttt", "tt", "textnormal", "textup", "textmd", "text", "textsuperscript", "textsubscript",
    "mathrm", "mathit", "mathbf", "mathsf", "ensuremath", "mbox", "hbox", "url", "path", "enquote", "uppercase",
    "MakeUppercase", "lowercase", "MakeLowercase", "relax", "protect", "nocase", "textcase",
]
