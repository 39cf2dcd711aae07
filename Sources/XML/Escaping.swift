extension Unicode.Scalar {
    /// Whether XML 1.0 has no way to write it (section 2.2), or a parser would change it (CR, section 2.11).
    package var isLostInXML: Bool {
        switch value {
        case 0x09, 0x0A: false
        case ..<0x20, 0xFFFE, 0xFFFF: true
        default: false
        }
    }
}
