import ArgumentParser
import Pipeline

struct Worker: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read documents for another program: requests in, replies out, a JSON object a line.",
        discussion: """
            What a run and distributed engines start. The worker restricts itself (no network, no writing, no new \
            programs, limited memory and CPU), says hello on standard output, and answers each request with one line:

              {"id": 1, "do": ["read"], "path": "report.pdf"}
              {"id": 1, "document": {…}, "letters": […], "resident": bytes}

            "do": ["render"] with "render": {"page": 1, "blocks": […]} draws a page as PNG into descriptor 3, which \
            must be a file opened for writing; the reply's "picture" says how many bytes it has.

            A path that is no UTF-8 goes into "path_base64"; "limits": {"memory": bytes, "cpu": seconds} may be given.
            """)

    func run() throws {
        try runReadingWorker()
    }
}
