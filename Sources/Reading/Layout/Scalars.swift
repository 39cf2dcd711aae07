// What layout asks of code points. ASCII first: it is nearly all there is.

func isDigit(_ scalar: UInt32) -> Bool { scalar >= 0x30 && scalar <= 0x39 }

func isLetter(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return (scalar | 0x20) >= 0x61 && (scalar | 0x20) <= 0x7A }
    return Unicode.Scalar(scalar)?.properties.isAlphabetic ?? false
}

func isUppercase(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar >= 0x41 && scalar <= 0x5A }
    return Unicode.Scalar(scalar)?.properties.isUppercase ?? false
}

func isLowercase(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar >= 0x61 && scalar <= 0x7A }
    return Unicode.Scalar(scalar)?.properties.isLowercase ?? false
}

/// The lower case of a letter where that is one code point, else the scalar itself.
func lowercased(_ scalar: UInt32) -> UInt32 {
    if scalar < 0x80 { return scalar >= 0x41 && scalar <= 0x5A ? scalar | 0x20 : scalar }
    guard let mapping = Unicode.Scalar(scalar)?.properties.lowercaseMapping.unicodeScalars else { return scalar }
    return mapping.count == 1 ? mapping.first!.value : scalar
}

/// Hyphen-minus, soft hyphen, hyphen: what may stand where a word was divided.
func isHyphen(_ scalar: UInt32) -> Bool { scalar == 0x2D || scalar == 0xAD || scalar == 0x2010 }

/// `-`, `‐`, `–`, `—`, `−`, `－`.
func isDash(_ scalar: UInt32) -> Bool {
    scalar == 0x2D || (scalar >= 0x2010 && scalar <= 0x2015) || scalar == 0x2212 || scalar == 0xFF0D
}

/// `.`, `!`, `?`, `…` and their full-width forms.
func isSentenceEnd(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2E, 0x21, 0x3F, 0x2026, 0x3002, 0xFF01, 0xFF1F, 0xFF0E: true
    default: false
    }
}

/// `"`, `'`, `’`, `”`, `»`.
func isClosingQuote(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x22, 0x27, 0xBB, 0x2019, 0x201D: true
    default: false
    }
}

/// What may follow a full stop inside its sentence: closing quotes and brackets, digits of citation marks with
/// their commas and dashes, daggers.
func isAfterSentenceEnd(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x22, 0x27, 0x29, 0x2A, 0x2C, 0x2D, 0x5B, 0x5D, 0xBB, 0x2013, 0x2018...0x201D, 0x2020, 0x2021: true
    default: isDigit(scalar)
    }
}

/// Private use code points: symbols of fonts that say nothing about their meaning.
func isPrivateUse(_ scalar: UInt32) -> Bool {
    (scalar >= 0xE000 && scalar <= 0xF8FF) || scalar >= 0xF0000
}

/// A string of code points; what is none becomes U+FFFD.
func string(_ scalars: some Sequence<UInt32>) -> String {
    var view = String.UnicodeScalarView()
    for scalar in scalars { view.append(Unicode.Scalar(scalar) ?? "\u{FFFD}") }
    return String(view)
}
