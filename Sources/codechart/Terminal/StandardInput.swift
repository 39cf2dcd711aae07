import Foundation

/// An argument that may be too long for a command line: `-` stands for what comes on standard input.
///
/// - Throws: what reading throws.
func textOrStandardInput(_ argument: String) throws -> String {
    guard argument == "-" else { return argument }
    return String(decoding: try FileHandle.standardInput.readToEnd() ?? Data(), as: UTF8.self)
}
