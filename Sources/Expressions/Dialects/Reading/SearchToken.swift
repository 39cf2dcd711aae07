/// A piece of a database's search string with its place.
struct SearchToken {
    enum Kind {
        /// Outside quotation marks; may be part of a phrase or a heading with its neighbours.
        case word(Expression)
        /// A bare number, which Ovid takes for a line.
        case number(Expression, Int)
        /// The words between quotation marks.
        case phrase([Expression])
        /// A heading with its words.
        case heading(Expression)
        case joint(Joint)
        case open, close
        /// What follows is a heading.
        case headingBefore
        /// What stands before is in a field.
        case fieldAfter(FieldRole)
        /// PubMed's `[tiab:~3]`.
        case proximityAfter(Int)
        /// Lines of the strategy, joined by OR or AND.
        case lines([Int], Joint)
        /// A condition that is none on the text; a warning has said so.
        case limit
    }

    var kind: Kind
    /// Code points of the whole text.
    var range: Range<Int>
}
