//! The explorer answers its own page and does nothing else: it opens no file, starts no program and calls
//! nobody. Its page asks nobody but the server that it came from, and runs no text as a program.
//!
//! That the page may load nothing from elsewhere is said to the browser, too, in a policy that a test of the
//! explorer reads. This fence catches what would break that policy before a browser sees it.

use super::{is_program, uses};
use crate::tree::TextFile;

/// Where the server lives.
const SERVER: &str = "crates/web/src/";

/// Where its page lives.
const PAGE: &str = "crates/web/page/";

/// Names whose use means that a file is opened, a program is started, or a name is looked up.
const REACHES: [&str; 12] = [
    "fs",
    "File",
    "OpenOptions",
    "PathBuf",
    "Command",
    "process",
    "TcpSocket",
    "UnixStream",
    "UdpSocket",
    "ToSocketAddrs",
    "lookup_host",
    "env::var",
];

/// Calls that go out over a connection.
const CALLS: [&str; 3] = ["::connect(", ".connect(", "connect_timeout("];

/// What a page could ask others with, or look at its reader with, or run text with.
const STRANGERS: [&str; 16] = [
    "http://",
    "https://",
    "ws://",
    "wss://",
    "\"//",
    "'//",
    "(//",
    "sendBeacon",
    "WebSocket",
    "RTCPeerConnection",
    "geolocation",
    "getUserMedia",
    "eval(",
    "new Function",
    "document.write",
    "document.cookie",
];

/// What names a kind of drawing, and is never asked for.
const NAMESPACE: &str = "http://www.w3.org/";

/// Features of packages that would let the server do more than answer.
const BEYOND: [(&str, &[&str]); 4] = [
    ("axum", &["ws", "multipart", "http2"]),
    ("hyper", &["client", "full", "http2"]),
    ("hyper-util", &["client", "client-legacy", "client-proxy", "full"]),
    ("tokio", &["fs", "process", "full", "io-std", "signal"]),
];

/// Text of the server that opens, starts or calls; its own tests may.
#[must_use]
pub fn reaching(files: &[TextFile]) -> Vec<String> {
    let mut faults = Vec::new();
    for file in files.iter().filter(|file| is_program(file) && file.path.starts_with(SERVER)) {
        let text = file.text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
        let program = TextFile::new(&file.path, text);
        faults.extend(uses(&program, &REACHES, "reaches beyond what the explorer may"));
        for (index, line) in text.lines().enumerate() {
            if let Some(call) = CALLS.iter().find(|call| line.contains(**call)) {
                faults.push(format!("{}:{}: `{call}…)` calls somebody", file.path, index + 1));
            }
        }
    }
    faults
}

/// Text of the page that asks strangers, looks at its reader, or runs text as a program.
#[must_use]
pub fn asking(files: &[TextFile]) -> Vec<String> {
    let mut faults = Vec::new();
    for file in files.iter().filter(|file| file.path.starts_with(PAGE)) {
        for (index, line) in file.text.lines().enumerate() {
            let line = line.replace(NAMESPACE, "");
            if let Some(word) = STRANGERS.iter().find(|word| line.contains(**word)) {
                faults.push(format!("{}:{}: `{word}` is not for a page of ours", file.path, index + 1));
            }
        }
    }
    faults
}

/// Features in the workspace's manifest that would let the server do more than answer.
#[must_use]
pub fn features(manifest: &str) -> Vec<String> {
    let table: toml::Table = match manifest.parse() {
        Ok(table) => table,
        Err(fault) => return vec![format!("Cargo.toml: {fault}")],
    };
    let listed = &table["workspace"]["dependencies"];
    let mut faults = Vec::new();
    for (package, beyond) in BEYOND {
        let Some(one) = listed.get(package) else {
            faults.push(format!("Cargo.toml does not list {package}"));
            continue;
        };
        if one.get("default-features").and_then(toml::Value::as_bool) != Some(false) {
            faults.push(format!("{package} is taken with its default features"));
        }
        let features = one.get("features").and_then(toml::Value::as_array).map_or(&[][..], Vec::as_slice);
        let named = features.iter().filter_map(toml::Value::as_str).filter(|name| beyond.contains(name));
        faults.extend(named.map(|name| format!("{package} is taken with `{name}`")));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_that_reaches_out_is_found() {
        let found = |text: &str| reaching(&[TextFile::new("crates/web/src/answers/study.rs", text)]).len();
        assert_eq!(found("let text = std::fs::read_to_string(name)?;"), 1);
        assert_eq!(found("let text = File::open(name)?;"), 1);
        assert_eq!(found("Command::new(\"xdg-open\").spawn()?;"), 1);
        assert_eq!(found("let stream = TcpStream::connect(place).await?;"), 1);
        assert_eq!(found("let all = lookup_host(name).await?;"), 1);
        assert_eq!(found("let offset = files.len();"), 0);
        assert_eq!(found("fn plain() {}\n\n#[cfg(test)]\nmod tests {\n    use std::fs;\n}\n"), 0);
        let elsewhere = TextFile::new("crates/study/src/load.rs", "std::fs::read(path)");
        assert_eq!(reaching(&[elsewhere]).len(), 0);
    }

    #[test]
    fn a_page_that_asks_strangers_is_found() {
        let found = |text: &str| asking(&[TextFile::new("crates/web/page/app.js", text)]).len();
        for word in STRANGERS {
            assert_eq!(found(&format!("ask({word}evil.example)")), 1, "{word}");
        }
        assert_eq!(found("document.createElementNS(\"http://www.w3.org/2000/svg\", \"path\")"), 0);
        assert_eq!(found("fetch(\"/api/catalogue\") // from the server that it came from"), 0);
    }

    #[test]
    fn features_that_go_beyond_answering_are_found() {
        let with = |tokio: &str| {
            let plain = "{ version = \"1\", default-features = false }";
            format!(
                "[workspace.dependencies]\naxum = {plain}\nhyper = {plain}\nhyper-util = {plain}\ntokio = {tokio}\n"
            )
        };
        let tokio = |features: &str| {
            with(&format!("{{ version = \"1\", default-features = false, features = [{features}] }}"))
        };
        assert_eq!(features(&tokio("\"net\", \"rt\"")), [""; 0]);
        assert_eq!(features(&tokio("\"net\", \"fs\"")).len(), 1);
        assert_eq!(features(&with("\"1\"")).len(), 1, "with all that comes by default");
        assert_eq!(features("[workspace.dependencies]\n").len(), BEYOND.len());
    }
}
