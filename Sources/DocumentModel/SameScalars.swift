import Foundation

extension String {
    /// Whether two texts have the same code points, which spans count; `==` takes é and e with an accent for the same.
    package func hasSameScalars(as other: String) -> Bool {
        let count = utf8.count
        guard count == other.utf8.count else { return false }
        let areEqual = utf8.withContiguousStorageIfAvailable { first in
            other.utf8.withContiguousStorageIfAvailable { second in
                // An empty text may have no address.
                count == 0 || memcmp(first.baseAddress!, second.baseAddress!, count) == 0
            }
        }
        return areEqual.flatMap(\.self) ?? utf8.elementsEqual(other.utf8)
    }
}
