import CPoppler

/// A picture in memory, white at first; coordinates are pixels from the top left.
struct PDFCanvas: ~Copyable {
    /// cairo's context; valid as long as this value.
    let context: OpaquePointer
    let width: Int
    let height: Int
    private let surface: OpaquePointer

    /// Returns nil when there is no memory for the picture.
    init?(width: Int, height: Int) {
        // Without an alpha channel: what the page does not paint is white paper.
        let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, gint(clamping: width), gint(clamping: height))
        let context = cairo_create(surface)
        guard let surface, let context, cairo_status(context) == CAIRO_STATUS_SUCCESS else {
            cairo_destroy(context)
            cairo_surface_destroy(surface)
            return nil
        }
        self.surface = surface
        self.context = context
        self.width = width
        self.height = height
        cairo_set_source_rgb(context, 1, 1, 1)
        cairo_paint(context)
    }

    deinit {
        cairo_destroy(context)
        cairo_surface_destroy(surface)
    }

    /// Draws a page over the whole picture.
    func draw(_ page: OpaquePointer, scale: Double) {
        cairo_save(context)
        cairo_scale(context, scale, scale)
        poppler_page_render(page, context)
        cairo_restore(context)
    }

    /// The picture as PNG; nil when cairo cannot write it.
    func png() -> [UInt8]? {
        var bytes: [UInt8] = []
        let status = withUnsafeMutablePointer(to: &bytes) { target in
            cairo_surface_write_to_png_stream(
                surface,
                { target, piece, count in
                    guard let target, let piece else { return CAIRO_STATUS_WRITE_ERROR }
                    target.assumingMemoryBound(to: [UInt8].self).pointee
                        .append(contentsOf: UnsafeBufferPointer(start: piece, count: Int(count)))
                    return CAIRO_STATUS_SUCCESS
                }, target)
        }
        return status == CAIRO_STATUS_SUCCESS ? bytes : nil
    }

    /// The picture in greys as a portable graymap, the simplest format there is: `P5`, width, height, 255, pixels.
    func graymap() -> [UInt8]? {
        greys().map { Array(graymapHeader(width: width, height: height).utf8) + $0 }
    }

    /// Lightness of the pixels, row by row from the top.
    func greys() -> [UInt8]? {
        cairo_surface_flush(surface)
        guard let data = cairo_image_surface_get_data(surface) else { return nil }
        let stride = Int(cairo_image_surface_get_stride(surface))
        return [UInt8](unsafeUninitializedCapacity: width * height) { bytes, count in
            for row in 0..<height {
                let pixels = UnsafeRawPointer(data + row * stride)
                for column in 0..<width {
                    let pixel = pixels.load(fromByteOffset: 4 * column, as: UInt32.self)
                    // Most of a page is white.
                    bytes[row * width + column] = pixel & 0xFF_FFFF == 0xFF_FFFF ? 0xFF : grey(pixel)
                }
            }
            count = width * height
        }
    }

    /// Lightness by ITU-R BT.601, in integers.
    private func grey(_ pixel: UInt32) -> UInt8 {
        let (red, green, blue) = (pixel >> 16 & 0xFF, pixel >> 8 & 0xFF, pixel & 0xFF)
        return UInt8((299 * red + 587 * green + 114 * blue) / 1000)
    }
}

/// What a graymap of that size begins with.
package func graymapHeader(width: Int, height: Int) -> String { "P5\n\(width) \(height)\n255\n" }
