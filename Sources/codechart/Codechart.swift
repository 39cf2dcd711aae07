import ArgumentParser
import Foundation
import Pipeline

/// The tool: one file a subcommand, in `Commands/`.
struct Codechart: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "codechart",
        abstract: "Code the text of reports with a codebook and chart what it finds.",
        discussion: """
            codechart reads PDF and HTML reports, applies an executable keyword-and-rule codebook, and writes the \
            data-extraction chart of a systematic review: one row a document, every statement an exact quote that \
            is checked on every run.

            Begin with `codechart init my-review`, put reports into my-review/Corpus, and `codechart run`.
            To see why a sentence was coded: codechart explain "Lack of shared data" --under "Challenges"

            Exit codes: 0 done; 1 a gate was not met; 2 wrong usage or configuration; 3 done, but some documents \
            could not be read; 4 internal error; 130 interrupted.
            """,
        version: codechartVersion,
        subcommands: [
            Init.self, Run.self, Extract.self, CodeCommand.self, Explain.self, Kwic.self, CodebookCommand.self,
            Decide.self, Evaluate.self, Check.self, AgreementOfCoders.self, Adjudicate.self, Suggest.self, Sample.self,
            Audit.self,
            Doctor.self, Worker.self,
        ])
}

/// The entry: runs the command and ends with DESIGN's exit codes instead of ArgumentParser's own.
@main enum Main {
    static func main() {
        // Writing to a closed pipe (`codechart extract … | head`) is an error to handle, not a signal to die of.
        signal(SIGPIPE, SIG_IGN)
        do {
            let arguments = Array(CommandLine.arguments.dropFirst())
            // A run starts a worker for each processor: the tree of commands would be a third of what its start computes.
            if arguments == WorkerProgram.itself.arguments { exit(status { try Worker().run() }) }
            let command = try Codechart.parseAsRoot(arguments)
            if let asynchronous = command as? any AsyncParsableCommand {
                runInterruptibly(asynchronous)
            } else {
                // On the main thread with no other beside it: a worker can restrict itself only then.
                exit(
                    status { [command] in
                        var command = command
                        try command.run()
                    })
            }
        } catch {
            exit(status(of: error).rawValue)
        }
    }

    /// Runs the command in a task that Ctrl-C and a polite kill cancel.
    private static func runInterruptibly(_ command: any AsyncParsableCommand) -> Never {
        let handedOver = HandedOver(command: command)
        let task = Task {
            var command = handedOver.command
            let result: ExitStatus
            do {
                try await command.run()
                result = .done
            } catch {
                result = status(of: error)
            }
            exit(Task.isCancelled ? ExitStatus.interrupted.rawValue : result.rawValue)
        }
        let sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number)
            source.setEventHandler {
                // Whoever asks twice does not want to wait for a document to be done.
                if task.isCancelled { exit(ExitStatus.interrupted.rawValue) }
                task.cancel()
            }
            source.resume()
            return source
        }
        withExtendedLifetime(sources) { dispatchMain() }
    }

    private static func status(_ body: () throws -> Void) -> Int32 {
        do {
            try body()
            return ExitStatus.done.rawValue
        } catch {
            return status(of: error).rawValue
        }
    }

    /// Shows an error, unless its command did, and says how to end.
    private static func status(of error: any Error) -> ExitStatus {
        switch error {
        case let status as CommandStatus:
            return status.exitStatus
        case let failure as Failure:
            Terminal.show(failure)
            return failure.status
        case is CancellationError:
            Terminal.error("interrupted")
            return .interrupted
        default:
            return statusOfArguments(error)
        }
    }

    /// Usage errors and requests for help, which come as errors too.
    private static func statusOfArguments(_ error: any Error) -> ExitStatus {
        let message = Codechart.fullMessage(for: error)
        switch Codechart.exitCode(for: error) {
        case .success:
            Terminal.print(message)
            return .done
        case .validationFailure:
            Terminal.error(message)
            return .usage
        default:
            Terminal.error(message)
            return .internalError
        }
    }
}

/// A command on its way to the task that runs it; nobody else touches it any more.
private struct HandedOver: @unchecked Sendable {
    let command: any AsyncParsableCommand
}

/// Ends a command that has said all there is to say.
struct CommandStatus: Error {
    var exitStatus: ExitStatus

    /// Ends the command unless the status is `done`.
    static func end(_ status: ExitStatus) throws {
        if status != .done { throw CommandStatus(exitStatus: status) }
    }
}
