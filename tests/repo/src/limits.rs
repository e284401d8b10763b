//! What Demerit must never become: a way in for records of real persons, or a way out into anyone's life.
//!
//! Three fences: packages that would make it easy to become that are not to be locked, at any depth; tables are read
//! back only where a run folder is opened; nothing listens on a network or calls out to one, the local explorer
//! excepted. The lists name what is commonly used; they are a fence against drift, not a proof.

use crate::tree::TextFile;
use crate::workspace::Locked;

/// Packages that must not be locked, by what they would let in.
const BARRED: [(&str, &[&str]); 7] = [
    (
        "a client of the web",
        &[
            "reqwest",
            "ureq",
            "isahc",
            "curl",
            "curl-sys",
            "surf",
            "attohttpc",
            "minreq",
            "awc",
            "ehttp",
            "chttp",
            "hyper-tls",
            "hyper-rustls",
            "http_req",
            "httpclient",
            "octocrab",
            "rusoto_core",
            "aws-config",
            "ftp",
            "suppaftp",
            "ssh2",
            "russh",
            "lettre",
            "tungstenite",
            "tokio-tungstenite",
        ],
    ),
    ("scraping", &["scraper", "select", "spider", "fantoccini", "thirtyfour", "voyager", "readability"]),
    (
        "computer vision or a camera",
        &[
            "opencv",
            "imageproc",
            "kornia",
            "kornia-imgproc",
            "tesseract",
            "tesseract-rs",
            "leptess",
            "ocrs",
            "nokhwa",
            "v4l",
            "rscam",
            "bardecoder",
            "rqrr",
            "gstreamer",
            "ffmpeg-next",
        ],
    ),
    ("recognition of faces", &["rustface", "rust-faces", "dlib-face-recognition", "face_id", "visage"]),
    (
        "recognition of speech",
        &["whisper-rs", "vosk", "deepspeech", "coqui-stt", "pocketsphinx", "cpal", "portaudio"],
    ),
    (
        "real places or the place of a device",
        &[
            "maxminddb",
            "geoip",
            "geoip2",
            "ip2location",
            "ipgeolocate",
            "geoclue",
            "gpsd_proto",
            "geocoding",
            "reverse_geocoder",
            "geo",
            "geo-types",
            "geojson",
            "gpx",
            "nmea",
            "h3o",
            "s2",
            "osmpbf",
            "osmpbfreader",
            "shapefile",
            "proj",
        ],
    ),
    (
        "tables of persons",
        &[
            "csv",
            "csv-core",
            "arrow-csv",
            "calamine",
            "polars",
            "datafusion",
            "duckdb",
            "rusqlite",
            "sqlx",
            "diesel",
            "postgres",
            "tokio-postgres",
            "mysql",
            "mysql_async",
            "mongodb",
            "odbc-api",
            "readstat",
            "vcard4",
        ],
    ),
];

/// Names whose use means that a table is read back.
const TABLE_READERS: [&str; 7] = [
    "ParquetRecordBatchReader",
    "ParquetRecordBatchReaderBuilder",
    "ArrowReaderBuilder",
    "ArrowReaderMetadata",
    "SerializedFileReader",
    "arrow_reader",
    "RowIter",
];

/// Where tables may be read back: the run folder's module of the study crate.
const READING_PLACE: &str = "crates/study/src/run_folder";

/// Types that listen.
const LISTENERS: [&str; 4] = ["TcpListener", "UdpSocket", "UnixListener", "UnixDatagram"];

/// Types and paths that call out.
const CALLERS: [&str; 4] = ["TcpStream", "UnixStream", "ToSocketAddrs", "std::net"];

/// Locked packages that are barred.
#[must_use]
pub fn barred(locked: &Locked) -> Vec<String> {
    let mut faults = Vec::new();
    for (reason, names) in BARRED {
        let found = names.iter().filter(|name| locked.contains_key(**name));
        faults.extend(found.map(|name| format!("Cargo.lock holds {name}: {reason}")));
    }
    faults
}

/// Program text that reads tables back elsewhere than from a run folder. Tests may read what a run wrote.
#[must_use]
pub fn readers_of_tables(files: &[TextFile]) -> Vec<String> {
    let sources = files.iter().filter(|file| is_program(file) && !file.path.starts_with(READING_PLACE));
    sources
        .flat_map(|file| uses(file, &TABLE_READERS, "reads a table; only the run folder's module may"))
        .collect()
}

/// Program text that listens or calls out, the explorer excepted; tests may call, but not listen.
#[must_use]
pub fn users_of_the_network(files: &[TextFile]) -> Vec<String> {
    let mut faults = Vec::new();
    for file in files.iter().filter(|file| file.is("rs") && file.path.starts_with("crates/")) {
        if file.path.starts_with("crates/web/") {
            continue;
        }
        faults.extend(uses(file, &LISTENERS, "listens; only the explorer may"));
        if is_program(file) {
            faults.extend(uses(file, &CALLERS, "reaches for the network"));
        }
    }
    faults
}

fn is_program(file: &TextFile) -> bool {
    file.is("rs") && file.path.starts_with("crates/") && file.path.contains("/src/")
}

/// Lines in which one of the names stands as a whole word.
fn uses(file: &TextFile, names: &[&str], what: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for (index, line) in file.text.lines().enumerate() {
        if let Some(name) = names.iter().find(|name| holds_word(line, name)) {
            faults.push(format!("{}:{}: `{name}` {what}", file.path, index + 1));
        }
    }
    faults
}

/// Whether `word` stands in `line` with no letter, digit or underscore on either side.
#[must_use]
pub fn holds_word(line: &str, word: &str) -> bool {
    let part_of_word = |letter: char| letter.is_alphanumeric() || letter == '_';
    line.match_indices(word).any(|(at, _)| {
        !line[..at].chars().next_back().is_some_and(part_of_word)
            && !line[at + word.len()..].chars().next().is_some_and(part_of_word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn a_barred_package_is_found_and_a_server_is_not() {
        let locked = |names: &[&str]| -> Locked {
            names.iter().map(|name| ((*name).to_owned(), BTreeSet::new())).collect()
        };
        assert_eq!(barred(&locked(&["ureq", "serde", "csv"])).len(), 2);
        assert!(barred(&locked(&["axum", "hyper", "hyper-util", "serde"])).is_empty());
    }

    #[test]
    fn tables_are_read_in_one_place() {
        let text = "use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;\n";
        let at = |path: &str| readers_of_tables(&[TextFile::new(path, text)]).len();
        assert_eq!(at("crates/society/src/persons.rs"), 1);
        assert_eq!(at("crates/study/src/run_folder.rs"), 0);
        assert_eq!(at("crates/study/tests/tables.rs"), 0);
    }

    #[test]
    fn nothing_listens_but_the_explorer() {
        let found = |path: &str, text: &str| users_of_the_network(&[TextFile::new(path, text)]).len();
        assert_eq!(found("crates/cli/src/main.rs", "let open = TcpListener::bind(place);"), 1);
        assert_eq!(found("crates/web/src/lib.rs", "let open = TcpListener::bind(place);"), 0);
        assert_eq!(found("crates/report/src/page.rs", "use std::net::TcpStream;"), 1);
        assert_eq!(found("crates/report/tests/browser.rs", "use std::net::TcpStream;"), 0);
    }

    #[test]
    fn words_are_whole() {
        assert!(holds_word("a csv file", "csv") && holds_word("csv", "csv"));
        assert!(!holds_word("csvs and my_csv", "csv"));
    }
}
