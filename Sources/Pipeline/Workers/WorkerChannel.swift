import Glibc

/// The worker's two descriptors of the protocol, out of reach of the libraries that parse.
///
/// C libraries print to standard output and might read standard input: descriptor 1 becomes standard error,
/// descriptor 0 the null device.
struct WorkerChannel {
    let input: Int32
    let output: Int32

    init() throws(Failure) {
        // Behind the standard three and the one for pictures, so that none of them is taken.
        input = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, pictureDescriptor + 1)
        output = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, pictureDescriptor + 1)
        guard input >= 0, output >= 0 else {
            throw Failure.worker("the worker needs standard input and output: \(errorText(errno))")
        }
        let null = open("/dev/null", O_RDONLY | O_CLOEXEC)
        guard null >= 0, dup2(null, STDIN_FILENO) >= 0, dup2(STDERR_FILENO, STDOUT_FILENO) >= 0 else {
            throw Failure.worker("the worker cannot protect its protocol: \(errorText(errno))")
        }
        if null > STDERR_FILENO { close(null) }
    }

    func send(_ line: [UInt8]) throws(Failure) {
        var rest = line[...]
        while !rest.isEmpty {
            let length = rest.withUnsafeBytes { write(output, $0.baseAddress, $0.count) }
            if length >= 0 {
                rest = rest.dropFirst(length)
            } else if errno != EINTR {
                throw Failure.worker("the worker's reply cannot be written: \(errorText(errno))")
            }
        }
    }

    /// Waits for the next piece of input.
    ///
    /// - Returns: false at its end.
    func receive(into lines: inout LineBuffer) throws(Failure) -> Bool {
        while true {
            let length = withUnsafeTemporaryAllocation(byteCount: 1 << 12, alignment: 16) { buffer in
                let length = read(input, buffer.baseAddress, buffer.count)
                lines.append(UnsafeRawBufferPointer(rebasing: buffer[..<max(0, length)]))
                return length
            }
            if length >= 0 { return length > 0 }
            guard errno == EINTR else {
                throw .worker("the worker's requests cannot be read: \(errorText(errno))")
            }
        }
    }
}
