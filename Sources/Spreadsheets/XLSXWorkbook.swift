import CXLSXWriter
import Diagnostics

/// A workbook that libxlsxwriter writes row by row; rows of several sheets may alternate.
///
/// In its constant memory mode a finished row goes to a temporary file of the sheet.
package final class XLSXWorkbook {
    package let path: String
    let style: XLSXStyle
    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private var isClosed = false

    /// libxlsxwriter stamps the present time on a workbook that has none, and the same input must give the
    /// same bytes: 2000-01-01.
    private static let created = 946_684_800

    package init(path: String, title: String) throws {
        self.path = path
        var options = lxw_workbook_options()
        options.constant_memory = 1
        guard let workbook = workbook_new_opt(path, &options) else {
            throw FileError(path: path, message: "cannot be written")
        }
        self.workbook = workbook
        style = XLSXStyle(workbook: workbook)
        // Excel refuses properties of more than 255 characters.
        XLSXText.encode(String(title.prefix(200))).withCString { title in
            var properties = lxw_doc_properties()
            properties.title = UnsafeMutablePointer(mutating: title)
            properties.created = Self.created
            workbook_set_properties(workbook, &properties)
        }
    }

    deinit {
        if !isClosed { lxw_workbook_free(workbook) }
    }

    func addSheet(_ name: String) throws -> UnsafeMutablePointer<lxw_worksheet> {
        guard let sheet = workbook_add_worksheet(workbook, name) else {
            throw FileError(path: path, message: "sheet ‘\(name)’ cannot be added")
        }
        return sheet
    }

    /// Writes the file.
    package func close() throws {
        isClosed = true
        try check(workbook_close(workbook))
    }

    func check(_ error: lxw_error) throws {
        guard error == LXW_NO_ERROR else {
            throw FileError(path: path, message: "cannot be written: " + String(cString: lxw_strerror(error)))
        }
    }
}
