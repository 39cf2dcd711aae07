import ArgumentParser
import Pipeline

/// What reading may cost, for the commands that start workers.
struct ReadingOptions: ParsableArguments {
    @Option(name: .shortAndLong, help: "Worker processes; as many as processors unless given.")
    var jobs: Int?

    @Option(help: "Seconds that one document may take.")
    var deadline = ReadSettings().deadline

    @Option(help: "Memory of a worker in MiB.")
    var memory = ReadSettings().memory >> 20

    @Flag(help: "Recognise the words of pages that are images, with tesseract (in English) where it is installed.")
    var ocr = false

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1") }
        guard (1...WorkerLimits.longestDeadline).contains(deadline) else {
            throw ValidationError("--deadline takes a number of seconds from 1 to \(WorkerLimits.longestDeadline)")
        }
        if memory < 128 { throw ValidationError("--memory takes a number of MiB from 128: poppler needs that much") }
    }

    var plan: ReadPlan {
        ReadPlan(
            jobs: jobs, limits: WorkerLimits(deadline: .seconds(deadline), memory: memory << 20), recognisesText: ocr)
    }
}
