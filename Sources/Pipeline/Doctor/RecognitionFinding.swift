/// tesseract's version and whether it knows English; without it scanned pages are reported, not read.
func tesseractFinding() -> DoctorFinding {
    let help = "with it the words of scanned pages can be recognised: apt-get install tesseract-ocr tesseract-ocr-eng"
    guard let program = pathOfTool("tesseract") else {
        return DoctorFinding("tesseract", "absent", .lacking, help: help)
    }
    guard let version = tesseractVersion() else {
        return DoctorFinding("tesseract", "does not run: \(program.text)", .lacking, help: help)
    }
    let knowsLanguage = output(of: program, "--list-langs").contains(Tesseract.language)
    return DoctorFinding("tesseract", version, knowsLanguage ? .ok : .lacking, help: knowsLanguage ? nil : help)
}

/// The version of the tesseract on the search path; nil if there is none that runs.
func tesseractVersion() -> String? {
    guard let program = pathOfTool("tesseract"), let line = output(of: program, "--version").first else { return nil }
    return line.split(separator: " ").last.map(String.init) ?? line
}

/// What a program prints, line by line.
private func output(of program: FileName, _ argument: String) -> [String] {
    guard let process = try? WorkerProcess(WorkerProgram(executable: program, arguments: [argument])) else { return [] }
    let exchange = process.exchange([], deadline: .seconds(10), limit: 1 << 16)
    return exchange.lines.map { String(decoding: $0, as: UTF8.self) }
}
