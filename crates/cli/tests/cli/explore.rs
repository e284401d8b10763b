//! The explorer as a command: where it is, when it ends, and when it does not begin. What it answers is
//! tested in `crates/web`.

use crate::program::{Place, Said, compare};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, ChildStdout, Command, Stdio};

/// An explorer that is open, and what it says.
struct Open {
    running: Child,
    out: BufReader<ChildStdout>,
    address: String,
}

impl Open {
    fn start(place: &Place, words: &[&str]) -> Self {
        Self::of(place.command(&[&["explore", "--no-open"], words].concat()))
    }

    fn of(mut command: Command) -> Self {
        let mut running = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut out = BufReader::new(running.stdout.take().unwrap());
        let mut address = String::new();
        out.read_line(&mut address).unwrap();
        Self { running, out, address: address.trim_end().to_owned() }
    }

    /// Asks for a path; gives the answer with its head.
    fn ask(&self, path: &str) -> String {
        self.send(&format!("GET {path}"), "", "")
    }

    /// Sends a request; gives the answer with its head.
    fn send(&self, line: &str, headers: &str, body: &str) -> String {
        let host = self.address.strip_prefix("http://").unwrap().trim_end_matches('/');
        let mut stream = TcpStream::connect(host).unwrap();
        let close = "connection: close";
        write!(stream, "{line} HTTP/1.1\r\nhost: {host}\r\n{close}\r\n{headers}\r\n{body}").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    /// Sends a signal; gives what was said in all.
    fn stop(mut self, signal: &str) -> Said {
        let number = self.running.id().to_string();
        assert!(Command::new("kill").args([&format!("-{signal}"), &number]).status().unwrap().success());
        let mut rest = String::new();
        self.out.read_to_string(&mut rest).unwrap();
        assert_eq!(rest, "", "the address is all that goes to standard output");
        Said::of(format!("demerit explore, then {signal}"), self.running.wait_with_output().unwrap())
    }
}

#[test]
fn it_says_where_it_is_and_ends_when_told_to() {
    let place = Place::new();
    for (signal, code) in [("INT", 130), ("TERM", 143)] {
        let open = Open::start(&place, &["--port", "0", "--lang", "id"]);
        assert!(open.address.starts_with("http://127.0.0.1:"), "{}", open.address);
        let page = open.ask("/");
        assert!(page.starts_with("HTTP/1.1 200") && page.contains("<html lang=\"id\""), "{page}");
        let said = open.stop(signal);
        assert_eq!(said.code, code, "{said}");
        assert!(said.err.starts_with("The explorer is open"), "{said}");
    }
}

#[test]
fn a_study_that_is_named_is_shown_first() {
    let place = Place::new();
    let named = Open::start(&place, &["--port", "0", "documented"]);
    assert!(named.ask("/api/catalogue").contains("\"default\":{\"base\":\"documented\""));
    named.stop("TERM");
    let study = place.demerit("show study no-dark-corner").fine();
    place.write("mine.toml", study.out.replacen("title = \"", "title = \"Mine: ", 1));
    let opened = Open::start(&place, &["--port", "0", "mine.toml"]);
    let catalogue = opened.ask("/api/catalogue");
    assert!(
        catalogue.contains("\"default\":{\"base\":\"opened-") && catalogue.contains("Mine: "),
        "{catalogue:.400}"
    );
    opened.stop("TERM");
}

#[cfg(target_os = "linux")]
#[test]
fn a_run_beyond_the_memory_is_refused_and_ends_no_other_page() {
    let place = Place::new();
    let mut command = Command::new("sh");
    command.args(["-c", "ulimit -v 600000; exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_demerit")]);
    command.args(["explore", "--no-open", "--port", "0"]).current_dir(place.path("."));
    let open = Open::of(command);
    let page = open.ask("/");
    let token = page.split_once("name=\"demerit-token\" content=\"").unwrap().1.split('"').next().unwrap();
    let begin = |page: u32| {
        let settings = "{\"persons\": 400000, \"years\": 12}";
        let headers = format!(
            "x-demerit-token: {token}\r\nx-demerit-tab: page-{page}\r\ncontent-type: application/json\r\ncontent-length: {}\r\n",
            settings.len()
        );
        open.send("POST /api/run", &headers, settings)
    };
    let begun: Vec<String> = (0..4).map(begin).collect();
    let last = begun.last().unwrap();
    assert!(last.starts_with("HTTP/1.1 507") && last.contains("two worlds of 400000 persons need"), "{last}");
    assert!(open.ask("/").starts_with("HTTP/1.1 200"));
    open.stop("TERM");
}

#[test]
fn it_does_not_begin_where_it_cannot() {
    let place = Place::new();
    let open = Open::start(&place, &["--port", "0"]);
    let port = open.address.trim_end_matches('/').rsplit(':').next().unwrap().to_owned();
    let taken = place.demerit(&format!("explore --no-open --port {port}")).refused(1);
    compare("explore-port-taken", &taken.with(&port, "PORT"));
    open.stop("TERM");
    for (name, call, code) in [
        ("explore-port-words", "explore --no-open --port web", 2),
        ("explore-port-far", "explore --no-open --port 65536", 2),
        ("explore-language", "explore --no-open --lang de", 2),
        ("explore-study", "explore --no-open no-dark-korner", 1),
    ] {
        compare(name, &place.demerit(call).refused(code));
    }
}
