//! Packages that must not be listed, in any list of packages that the repository holds: the workspace's lock
//! file, the lists of the programs that `bench/` compares with and of the test of the tables, and those of an
//! explorer in the browser.
//!
//! A name is barred as a whole, or for a word in it: `opencv` bars `opencv-python-headless`, `csv` bars
//! `arrow-csv`. Two kinds are let pass in `bench/`, name by name: what another framework brings along stands
//! in its own lock file and is never built into Demerit.

use crate::tree::TextFile;
use serde_json::Value;
use std::collections::BTreeSet;

/// A kind of packages, and how they are known.
#[derive(Debug)]
pub struct Kind {
    /// What such a package would let in.
    pub what: &'static str,
    /// Whole names, with spaces between.
    names: &'static str,
    /// Words that a name may not hold; a name's words stand between `-`, `_`, `.`, `/` and `@`.
    words: &'static str,
}

/// The kinds that are barred.
pub const KINDS: [Kind; 8] = [
    Kind {
        what: "a client of the web",
        names: "surf awc ehttp chttp hyper-tls hyper-rustls http_req rusoto_core aws-config ssh2 russh \
                lettre requests urllib3 got request ky superagent",
        words: "reqwest ureq isahc curl attohttpc minreq httpclient octocrab ftp suppaftp tungstenite \
                httpx aiohttp axios undici paramiko pycurl",
    },
    Kind {
        what: "scraping",
        names: "select spider voyager readability lxml",
        words: "scraper scraping scrapy crawler fantoccini thirtyfour headless chromiumoxide \
                beautifulsoup4 bs4 selenium playwright puppeteer cheerio trafilatura",
    },
    Kind {
        what: "computer vision or a camera",
        names: "imageproc v4l rscam rqrr gstreamer ocrs",
        words: "opencv kornia tesseract leptess nokhwa bardecoder ffmpeg torchvision ultralytics yolo \
                mediapipe easyocr pytesseract webcam",
    },
    Kind {
        what: "recognition of faces",
        names: "visage mtcnn retinaface",
        words: "face faces facial rustface deepface insightface facenet arcface",
    },
    Kind {
        what: "recognition of speech",
        names: "cpal portaudio pyaudio sounddevice",
        words: "whisper vosk deepspeech stt pocketsphinx speech speechrecognition speechbrain",
    },
    Kind {
        what: "real places or the place of a device",
        names: "s2 proj nmea gpx h3o leaflet",
        words: "maxminddb maxmind geoip geoip2 ip2location ipgeolocate geoclue gpsd gps geocoding geocoder \
                geolocation geo geojson geopy geopandas osmpbf osmpbfreader osmnx shapefile mapbox turf",
    },
    Kind {
        what: TABLES,
        names: "mysql sqlx readstat vcard4 xlsx dbf",
        words: "csv calamine openpyxl pandas polars datafusion duckdb rusqlite sqlite sqlite3 diesel \
                postgres postgresql psycopg psycopg2 mysql mongodb pymongo odbc pyodbc sqlalchemy \
                papaparse xlrd",
    },
    Kind {
        what: SEARCH,
        names: "tpe cma nlopt genevo oxigen deap gym",
        words: "argmin cmaes egobox optuna nevergrad pymoo hyperopt gymnasium metaheuristics optimization \
                optimizer optimisation optimiser genetic annealing bayesopt",
    },
];

const TABLES: &str = "tables of persons";
const SEARCH: &str = "a search for the best rules";

/// What frameworks of the comparison bring along, and what a test opens a run's tables with as a researcher
/// would: the list, and the names that stand in it for that reason alone.
const WITH_A_PEER: [(&str, &[&str]); 7] = [
    ("bench/ambr/requirements.txt", &["polars", "polars-runtime-32"]),
    ("bench/ixa/Cargo.lock", &["csv", "csv-core"]),
    ("bench/krabmaga/Cargo.lock", &["csv", "csv-core"]),
    ("bench/mesa/requirements.txt", &["pandas"]),
    ("bench/modelly/requirements.txt", &["pandas"]),
    ("bench/starsim/requirements.txt", &["openpyxl", "optuna", "pandas", "sqlalchemy"]),
    ("tests/tables/requirements.txt", &["duckdb", "pandas", "polars", "polars-runtime-32"]),
];

/// Why a package is barred, if it is.
#[must_use]
pub fn kind_of(package: &str) -> Option<&'static Kind> {
    let package = package.to_lowercase();
    let words: BTreeSet<&str> = package.split(['-', '_', '.', '/', '@']).collect();
    KINDS.iter().find(|kind| {
        kind.names.split_whitespace().any(|name| name == package)
            || kind.words.split_whitespace().any(|word| words.contains(word))
    })
}

/// Barred packages in the lists of packages among the files, and lists in a form that cannot be read.
#[must_use]
pub fn barred(files: &[TextFile]) -> Vec<String> {
    let mut faults = Vec::new();
    for file in files {
        match listed(file) {
            None => {}
            Some(Err(fault)) => faults.push(format!("{}: {fault}", file.path)),
            Some(Ok(names)) => faults.extend(names.iter().filter_map(|name| {
                let kind = kind_of(name)?;
                (!comes_with_a_peer(&file.path, name, kind))
                    .then(|| format!("{} holds {name}: {}", file.path, kind.what))
            })),
        }
    }
    faults
}

/// Names that are let pass though nothing lists them any more.
#[must_use]
pub fn let_pass_for_nothing(files: &[TextFile]) -> Vec<String> {
    let mut faults = Vec::new();
    for (path, names) in WITH_A_PEER {
        let file = files.iter().find(|file| file.path == path);
        let there = file.and_then(listed).and_then(Result::ok).unwrap_or_default();
        let there: BTreeSet<String> = there.iter().map(|name| name.to_lowercase()).collect();
        let gone = names.iter().filter(|name| !there.contains(**name));
        faults.extend(gone.map(|name| format!("{path} is let have {name} and has it not")));
    }
    faults
}

fn comes_with_a_peer(path: &str, name: &str, kind: &Kind) -> bool {
    let name = name.to_lowercase();
    [TABLES, SEARCH].contains(&kind.what)
        && WITH_A_PEER.iter().any(|(list, names)| *list == path && names.contains(&&*name))
}

/// The names of a list of packages; nothing where the file is none.
#[must_use]
pub fn listed(file: &TextFile) -> Option<Result<BTreeSet<String>, String>> {
    let name = file.path.rsplit('/').next().unwrap_or_default();
    Some(match name {
        "Cargo.lock" | "uv.lock" | "poetry.lock" => locked(&file.text),
        "pyproject.toml" => project(&file.text),
        "package.json" => browser(&file.text),
        "package-lock.json" => browser_locked(&file.text),
        "yarn.lock" | "pnpm-lock.yaml" | "bun.lock" | "bun.lockb" | "Pipfile" | "Pipfile.lock"
        | "environment.yml" | "setup.py" | "setup.cfg" | "go.mod" | "Gemfile" => {
            Err("a list of packages in a form that no test reads".to_owned())
        }
        _ if name.starts_with("requirements") && file.is("txt") => Ok(required(&file.text)),
        _ => return None,
    })
}

fn locked(text: &str) -> Result<BTreeSet<String>, String> {
    let file: toml::Table = text.parse().map_err(|fault: toml::de::Error| fault.message().to_owned())?;
    let packages =
        file.get("package").and_then(toml::Value::as_array).ok_or("a lock file that lists no package")?;
    let name = |package: &toml::Value| package.get("name")?.as_str().map(str::to_owned);
    packages
        .iter()
        .map(|package| name(package).ok_or_else(|| "a package without a name".to_owned()))
        .collect()
}

/// Names in front of versions, markers and options.
fn required(text: &str) -> BTreeSet<String> {
    let lines = text.lines().map(str::trim).filter(|line| !line.starts_with(['#', '-']));
    let name = |line: &str| {
        line.split(|letter: char| !letter.is_alphanumeric() && !"-_.".contains(letter))
            .next()
            .map(str::to_owned)
    };
    lines.filter_map(name).filter(|name| !name.is_empty()).collect()
}

fn project(text: &str) -> Result<BTreeSet<String>, String> {
    let file: toml::Table = text.parse().map_err(|fault: toml::de::Error| fault.message().to_owned())?;
    let mut lines = Vec::new();
    let mut open: Vec<&toml::Value> =
        ["project", "build-system", "dependency-groups"].iter().filter_map(|key| file.get(*key)).collect();
    while let Some(value) = open.pop() {
        match value {
            toml::Value::String(text) => lines.push(text.as_str()),
            toml::Value::Array(items) => open.extend(items),
            toml::Value::Table(fields) => {
                let told =
                    ["name", "version", "description", "readme", "license", "authors", "urls", "scripts"];
                open.extend(
                    fields.iter().filter(|(key, _)| !told.contains(&key.as_str())).map(|(_, value)| value),
                );
            }
            _ => {}
        }
    }
    Ok(required(&lines.join("\n")))
}

fn browser(text: &str) -> Result<BTreeSet<String>, String> {
    let file: Value = serde_json::from_str(text).map_err(|fault| fault.to_string())?;
    let groups = ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"];
    let named = groups.iter().filter_map(|group| file[group].as_object());
    Ok(named.flat_map(|group| group.keys().cloned()).collect())
}

fn browser_locked(text: &str) -> Result<BTreeSet<String>, String> {
    let file: Value = serde_json::from_str(text).map_err(|fault| fault.to_string())?;
    let packages = file["packages"].as_object().ok_or("a lock file that lists no package")?;
    let paths = packages.keys().filter(|path| !path.is_empty());
    Ok(paths.map(|path| path.rsplit("node_modules/").next().unwrap_or_default().to_owned()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each kind with packages of three worlds, as a lock file would have them.
    const PLANTED: [(&str, &[&str]); 8] = [
        ("a client of the web", &["reqwest", "curl-sys", "tokio-tungstenite", "requests", "axios"]),
        ("scraping", &["scraper", "headless_chrome", "beautifulsoup4", "puppeteer-core"]),
        ("computer vision or a camera", &["opencv", "opencv-python", "tesseract.js", "nokhwa"]),
        ("recognition of faces", &["rustface", "face_recognition", "face-api.js", "dlib-face-recognition"]),
        ("recognition of speech", &["whisper-rs", "vosk", "SpeechRecognition", "openai-whisper"]),
        ("real places or the place of a device", &["geo", "geo-types", "maxminddb", "geopy", "@turf/turf"]),
        ("tables of persons", &["csv", "arrow-csv", "tokio-postgres", "sqlx", "pandas", "papaparse"]),
        (
            "a search for the best rules",
            &["argmin", "argmin-math", "cmaes", "optuna", "scikit-optimize-optimizer"],
        ),
    ];

    fn lock(names: &[&str]) -> String {
        names.iter().map(|name| format!("[[package]]\nname = \"{name}\"\nversion = \"1.0.0\"\n")).collect()
    }

    #[test]
    fn every_kind_is_caught_in_a_made_up_lock_file() {
        assert_eq!(PLANTED.map(|(what, _)| what), KINDS.map(|kind| kind.what));
        for (what, names) in PLANTED {
            for name in names {
                let found = barred(&[TextFile::new("Cargo.lock", &lock(&["serde", name, "rayon"]))]);
                assert_eq!(found, [format!("Cargo.lock holds {name}: {what}")]);
            }
        }
    }

    #[test]
    fn what_serves_a_page_or_writes_a_table_passes() {
        let names =
            ["axum", "hyper", "hyper-util", "tower-http", "http", "parquet", "arrow-select", "arrow-ipc"];
        assert_eq!(barred(&[TextFile::new("Cargo.lock", &lock(&names))]), [""; 0]);
    }

    #[test]
    fn lists_of_python_and_of_a_browser_are_read() {
        let found = |path: &str, text: &str| barred(&[TextFile::new(path, text)]).len();
        assert_eq!(
            found("python/requirements.txt", "# tools\nnumpy==2.5.5\nGeoPy >= 2 ; python_version > '3'\n"),
            1
        );
        assert_eq!(found("python/requirements-dev.txt", "-r requirements.txt\n\nhttpx[http2]==1\n"), 1);
        let project = "[project]\nname = \"demerit\"\ndependencies = [\"numpy>=2\", \"pandas>=3\"]\n\
                       [project.optional-dependencies]\ncharts = [\"opencv-python\"]\n";
        assert_eq!(found("python/pyproject.toml", project), 2);
        let page = r#"{"name":"explorer","dependencies":{"lit":"3"},"devDependencies":{"axios":"1"}}"#;
        assert_eq!(found("explorer/package.json", page), 1);
        let locked =
            r#"{"packages":{"":{},"node_modules/lit":{},"node_modules/lit/node_modules/@turf/turf":{}}}"#;
        assert_eq!(found("explorer/package-lock.json", locked), 1);
        assert_eq!(found("explorer/yarn.lock", ""), 1);
        assert_eq!(found("Cargo.lock", "version = 4\n"), 1);
        assert_eq!(found("docs/package.md", "axios"), 0);
    }

    #[test]
    fn a_peer_brings_tables_along_and_nothing_else() {
        let found = |path: &str, text: &str| barred(&[TextFile::new(path, text)]).len();
        assert_eq!(found("bench/mesa/requirements.txt", "pandas==3.1.1\n"), 0);
        assert_eq!(found("bench/mesa/requirements.txt", "openpyxl==3.1.5\n"), 1);
        assert_eq!(found("python/requirements.txt", "pandas==3.1.1\n"), 1);
        for (path, names) in WITH_A_PEER {
            assert!(path.starts_with("bench/") || path.starts_with("tests/tables/"), "{path}");
            for name in names {
                let what = kind_of(name).map(|kind| kind.what);
                assert!(what == Some(TABLES) || what == Some(SEARCH), "{name}");
            }
        }
        let gone = let_pass_for_nothing(&[TextFile::new("bench/mesa/requirements.txt", "pandas==3\n")]);
        assert!(
            gone.contains(&"bench/modelly/requirements.txt is let have pandas and has it not".to_owned())
        );
        assert!(!gone.iter().any(|fault| fault.contains("mesa")));
    }
}
