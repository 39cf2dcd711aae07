// A worker whose reader does what broken documents make readers do. The file's name says what.

import Pipeline

@main
struct FaultyWorker {
    static func main() throws {
        switch CommandLine.arguments.dropFirst().first {
        case "no-hello": fatalError("no hello today")
        case "wrong-hello": print("good morning")
        case "other-protocol":
            print(#"{"protocol":9,"reader":1,"sandbox":{"landlock":0,"seccomp":false,"closed":false}}"#)
        default: try runWorker(reader: 7, handler: misbehave)
        }
    }
}
