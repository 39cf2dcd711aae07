import CXLSXWriter

/// Looks of the cells in a workbook; formats live as long as the workbook.
package struct XLSXStyle {
    let title: UnsafeMutablePointer<lxw_format>
    let banner: UnsafeMutablePointer<lxw_format>
    let note: UnsafeMutablePointer<lxw_format>
    let heading: UnsafeMutablePointer<lxw_format>
    let cell: UnsafeMutablePointer<lxw_format>
    /// Cells that say why there is nothing, and cells repeated in a continuation row.
    let quiet: UnsafeMutablePointer<lxw_format>
    /// Cells with a figure, by its decimal places.
    let figures: [UnsafeMutablePointer<lxw_format>]
    /// Cells that people fill in.
    let input: UnsafeMutablePointer<lxw_format>
    let link: UnsafeMutablePointer<lxw_format>

    /// Points of a line of the cell font; ``LineBreaks`` knows its widths.
    package static let lineHeight = 11.5
    /// Points of the tallest row that Excel shows.
    package static let tallestRow = 409.0
    private static let cellSize = 9.0
    private static let standardSize = 10.0

    private static let ink: UInt32 = 0x1F2933
    private static let grey: UInt32 = 0x6B7785
    private static let rule: UInt32 = 0xC9D1D9
    private static let headingFill: UInt32 = 0x1F4E5F
    private static let bannerFill: UInt32 = 0xFFF4D6
    private static let inputFill: UInt32 = 0xFFFBEA
    private static let linkInk: UInt32 = 0x0B5CAD

    init(workbook: UnsafeMutablePointer<lxw_workbook>) {
        // Column widths count the digits of the workbook's first format, Calibri 11 in libxlsxwriter: programs
        // without that font would make columns wider than the lines were counted for.
        if let standard = workbook.pointee.formats.pointee.stqh_first {
            format_set_font_name(standard, fontName)
            format_set_font_size(standard, Self.standardSize)
        }
        title = Self.format(workbook, size: 16, color: Self.ink)
        format_set_bold(title)
        banner = Self.format(workbook, size: 10, color: 0x7A4B00)
        format_set_bold(banner)
        format_set_bg_color(banner, Self.bannerFill)
        note = Self.format(workbook, size: Self.cellSize, color: Self.grey)
        heading = Self.format(workbook, size: Self.cellSize, color: 0xFFFFFF)
        format_set_bold(heading)
        format_set_bg_color(heading, Self.headingFill)
        format_set_text_wrap(heading)
        format_set_align(heading, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        cell = Self.bodyFormat(workbook, color: Self.ink)
        quiet = Self.bodyFormat(workbook, color: Self.grey)
        figures = ["0", "0.0", "0.00", "0.000"].map { form in
            let figure = Self.bodyFormat(workbook, color: Self.ink)
            format_set_align(figure, UInt8(LXW_ALIGN_RIGHT.rawValue))
            format_set_num_format(figure, form)
            return figure
        }
        input = Self.bodyFormat(workbook, color: Self.ink)
        format_set_bg_color(input, Self.inputFill)
        link = Self.bodyFormat(workbook, color: Self.linkInk)
        format_set_underline(link, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
    }

    private static func format(
        _ workbook: UnsafeMutablePointer<lxw_workbook>, size: Double, color: UInt32
    ) -> UnsafeMutablePointer<lxw_format> {
        let format = workbook_add_format(workbook)!
        format_set_font_name(format, fontName)
        format_set_font_size(format, size)
        format_set_font_color(format, lxw_color_t(color))
        return format
    }

    private static func bodyFormat(
        _ workbook: UnsafeMutablePointer<lxw_workbook>, color: UInt32
    ) -> UnsafeMutablePointer<lxw_format> {
        let format = format(workbook, size: cellSize, color: color)
        format_set_text_wrap(format)
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
        format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
        format_set_border_color(format, lxw_color_t(rule))
        return format
    }
}

/// Its widths are those of Liberation Sans, so charts look the same where it is missing.
private let fontName = "Arial"
