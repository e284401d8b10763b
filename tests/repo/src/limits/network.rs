//! Nothing calls out, and what listens does so on this machine alone.
//!
//! The explorer may listen, and only on a loopback address that stands where it is bound. Tests may call, to
//! try the explorer. Programs that fetch are not started either.

use super::{holds_word, is_program, uses};
use crate::tree::TextFile;

/// Types that listen.
const LISTENERS: [&str; 4] = ["TcpListener", "UdpSocket", "UnixListener", "UnixDatagram"];

/// Types and paths that call out.
const CALLERS: [&str; 4] = ["TcpStream", "UnixStream", "ToSocketAddrs", "std::net"];

/// Programs that fetch or send.
const FETCHERS: [&str; 8] = ["curl", "wget", "ssh", "scp", "rsync", "nc", "ftp", "aria2c"];

/// The one file that may listen: the explorer's.
const LISTENING_PLACE: &str = "crates/web/src/listen.rs";

/// Where the explorer lives. What it may not do with the connections that come is held by `explorer.rs`.
const EXPLORER: &str = "crates/web/src/";

/// Addresses under which every machine around could call.
const OPEN_TO_ALL: [&str; 6] = ["0.0.0.0", "[::]", "UNSPECIFIED", "INADDR_ANY", "\"::\"", "'::'"];

/// Calls that begin to listen, in Rust, Python and JavaScript.
const BINDS: [&str; 10] = [
    "Listener::bind(",
    "Socket::bind(",
    "Server::bind(",
    "Datagram::bind(",
    ".bind((",
    ".bind(&",
    "HTTPServer((",
    "TCPServer((",
    ".listen(",
    ".bind_addr(",
];

/// Addresses of this machine alone.
const LOOPBACK: [&str; 4] = ["LOCALHOST", "127.0.0.1", "[::1]", "localhost"];

/// Program text that listens elsewhere than in one file of the explorer, or calls out; tests may call, but
/// not listen.
#[must_use]
pub fn users(files: &[TextFile]) -> Vec<String> {
    let mut faults = Vec::new();
    for file in files.iter().filter(|file| file.is("rs") && file.path.starts_with("crates/")) {
        for name in FETCHERS {
            let start = format!("Command::new(\"{name}\")");
            faults.extend(lines_with(file, &start).map(|at| format!("{at}: `{name}` is started")));
        }
        if file.path != LISTENING_PLACE {
            faults.extend(uses(file, &LISTENERS, "listens; only the explorer may, in one file"));
        }
        if is_program(file) && !file.path.starts_with(EXPLORER) {
            faults.extend(uses(file, &CALLERS, "reaches for the network"));
        }
    }
    faults
}

/// Listeners that are not bound to this machine alone, in programs of every language that the repository
/// holds.
#[must_use]
pub fn open_listeners(files: &[TextFile]) -> Vec<String> {
    let mut faults = Vec::new();
    for file in files.iter().filter(|file| is_runnable(file)) {
        for address in OPEN_TO_ALL {
            let open = lines_with(file, address);
            faults.extend(open.map(|at| format!("{at}: `{address}` is open to every machine around")));
        }
        for bind in BINDS {
            for (at, _) in file.text.match_indices(bind) {
                // The address stands in the call itself, so that nobody has to follow it through the program.
                let rest = &file.text[at..];
                let call = &rest[..rest.find([';', '\n']).unwrap_or(rest.len())];
                if !LOOPBACK.iter().any(|address| call.contains(address)) {
                    let line = file.text[..at].lines().count().max(1);
                    faults.push(format!("{}:{line}: `{bind}…)` names no loopback address", file.path));
                }
            }
        }
    }
    faults
}

fn lines_with<'a>(file: &'a TextFile, part: &'a str) -> impl Iterator<Item = String> + 'a {
    let holds = move |line: &str| {
        if part.starts_with(char::is_alphanumeric) { holds_word(line, part) } else { line.contains(part) }
    };
    let lines = file.text.lines().enumerate().filter(move |(_, line)| holds(line));
    lines.map(|(index, _)| format!("{}:{}", file.path, index + 1))
}

/// Whether a file is a program, a script or a setting; this file's own samples are left out.
fn is_runnable(file: &TextFile) -> bool {
    let endings = ["rs", "py", "js", "mjs", "ts", "sh", "toml", "yml", "yaml", "service", "html"];
    endings.iter().any(|ending| file.is(ending)) && file.path != "tests/repo/src/limits/network.rs"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_listens_but_the_explorer() {
        let found = |path: &str, text: &str| users(&[TextFile::new(path, text)]).len();
        assert_eq!(found("crates/cli/src/main.rs", "let open = TcpListener::bind(place);"), 1);
        assert_eq!(found("crates/web/src/listen.rs", "let open = TcpListener::bind(place);"), 0);
        assert_eq!(found("crates/web/src/lib.rs", "let open = TcpListener::bind(place);"), 1);
        assert_eq!(found("crates/web/tests/explorer/main.rs", "let open = TcpListener::bind(place);"), 1);
        assert_eq!(found("crates/web/tests/explorer/client.rs", "use std::net::TcpStream;"), 0);
        assert_eq!(found("crates/report/src/page.rs", "use std::net::TcpStream;"), 1);
        assert_eq!(found("crates/report/tests/browser.rs", "use std::net::TcpStream;"), 0);
        assert_eq!(found("crates/study/src/load.rs", "Command::new(\"curl\").arg(place)"), 1);
        assert_eq!(found("crates/study/src/load.rs", "Command::new(\"kill\").arg(number)"), 0);
    }

    #[test]
    fn the_explorer_listens_on_this_machine_alone() {
        let found = |path: &str, text: &str| open_listeners(&[TextFile::new(path, text)]).len();
        let rust = |text: &str| found("crates/web/src/lib.rs", text);
        assert_eq!(rust("let open = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;"), 0);
        assert_eq!(rust("let open = TcpListener::bind(\"127.0.0.1:0\").await?;"), 0);
        assert_eq!(rust("let here = Ipv4Addr::LOCALHOST;\nlet open = TcpListener::bind(address)?;"), 1);
        assert_eq!(rust("let open = TcpListener::bind((Ipv4Addr::UNSPECIFIED, 80))?;"), 2);
        assert_eq!(rust("let open = TcpListener::bind(\"0.0.0.0:80\")?;"), 2);
        assert_eq!(rust("let address = \"[::]:80\";"), 1);
        assert_eq!(rust("settings.bind(|| check());"), 0);
        assert_eq!(found("python/serve.py", "HTTPServer(('', 8000), Handler)"), 1);
        assert_eq!(found("python/serve.py", "HTTPServer(('127.0.0.1', 8000), Handler)"), 0);
        assert_eq!(found("explorer/serve.mjs", "server.listen(8000)"), 1);
        assert_eq!(found("explorer/settings.toml", "host = \"10.0.0.0\""), 0);
        assert_eq!(found("docs/explorer.md", "never 0.0.0.0"), 0);
    }
}
