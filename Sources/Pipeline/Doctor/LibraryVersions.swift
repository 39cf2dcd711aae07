import CArchive
import CLibXML2
import CPoppler
import CStemmer
import CXLSXWriter
import GRDB
import Glibc

/// Where poppler looks for the encodings of Chinese, Japanese and Korean text.
private let popplerDataFolders = ["/usr/share/poppler/cMap", "/usr/local/share/poppler/cMap"]

/// The libraries that are loaded, with the versions that they themselves tell.
func libraryFindings() -> [DoctorFinding] {
    [
        DoctorFinding("poppler", popplerVersion()),
        popplerDataFinding(),
        DoctorFinding("libxml2", libXML2Version()),
        DoctorFinding("GLib", glibVersion()),
        DoctorFinding("libxlsxwriter", xlsxWriterVersion()),
        DoctorFinding("libarchive", archiveVersion()),
        stemmerFinding(),
        sqliteFinding(),
    ]
}

private func popplerVersion() -> String { String(cString: poppler_get_version()) }

private func libXML2Version() -> String { LIBXML_DOTTED_VERSION }

private func glibVersion() -> String { "\(glib_major_version).\(glib_minor_version).\(glib_micro_version)" }

private func xlsxWriterVersion() -> String { String(cString: lxw_version()) }

private func archiveVersion() -> String { String(cString: archive_version_string()) }

private func popplerDataFinding() -> DoctorFinding {
    if popplerDataFolders.contains(where: { access($0, R_OK) == 0 }) {
        return DoctorFinding("poppler-data", "present")
    }
    return DoctorFinding(
        "poppler-data", "absent", .lacking,
        help: "without it Chinese, Japanese and Korean PDFs lose text: apt-get install poppler-data")
}

/// libstemmer does not tell its version.
private func stemmerFinding() -> DoctorFinding {
    var count = 0
    if let languages = sb_stemmer_list() {
        while languages[count] != nil { count += 1 }
    }
    return DoctorFinding("libstemmer", "\(count) languages")
}

private func sqliteFinding() -> DoctorFinding {
    do {
        let version = try DatabaseQueue().read { try String.fetchOne($0, sql: "SELECT sqlite_version()") }
        return DoctorFinding("SQLite", version ?? "unknown")
    } catch {
        return DoctorFinding("SQLite", "\(error)", .broken)
    }
}
