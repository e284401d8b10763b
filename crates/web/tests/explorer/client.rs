//! A client of bytes: it sends what it is told, word for word, and reads what comes.

use demerit_web::{Explorer, First, Kept, Watch};
use demerit_words::Language;
use serde_json::Value;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::time::{Duration, Instant};

/// Until an answer has come, or whatever is waited for; some refusals take their time by design, and the
/// machine may be busy.
pub(crate) const LONGEST: Duration = Duration::from_secs(300);

/// An explorer that answers, and how it is reached.
pub(crate) struct Here {
    pub(crate) port: u16,
    pub(crate) token: String,
    pub(crate) watch: Watch,
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Here {
    /// Starts an explorer on a port that is free.
    pub(crate) fn start() -> Self {
        Self::showing(First::Usual)
    }

    /// Starts one that shows a study at first.
    pub(crate) fn showing(first: First) -> Self {
        let explorer = Explorer::open(0, Language::En, first).unwrap();
        let (address, watch) = (explorer.address(), explorer.watch());
        std::thread::spawn(move || explorer.answer());
        let port = address.trim_end_matches('/').rsplit(':').next().unwrap().parse().unwrap();
        let mut here = Self { port, token: String::new(), watch };
        let page = here.get("/").text();
        let rest = page.split_once("name=\"demerit-token\" content=\"").unwrap().1;
        here.token = rest.split('"').next().unwrap().to_owned();
        here
    }

    /// A connection.
    pub(crate) fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).unwrap();
        stream.set_read_timeout(Some(LONGEST)).unwrap();
        stream
    }

    /// Waits until what is kept is so.
    pub(crate) fn wait(&self, is_so: impl Fn(&Kept) -> bool) {
        let began = Instant::now();
        while !is_so(&self.watch.kept()) {
            assert!(began.elapsed() < LONGEST, "{:?}", self.watch.kept());
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// Sends bytes as they are and reads to the end.
    pub(crate) fn raw(&self, bytes: &[u8]) -> Answer {
        let mut stream = self.connect();
        // The other side may refuse before it has read everything.
        let _ = stream.write_all(bytes);
        Answer::read(&mut stream)
    }

    /// A head with the right host that closes the connection after the answer.
    pub(crate) fn head(&self, line: &str, headers: &str) -> String {
        format!("{line} HTTP/1.1\r\nhost: 127.0.0.1:{}\r\nconnection: close\r\n{headers}\r\n", self.port)
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.raw(self.head(&format!("GET {path}"), "").as_bytes())
    }

    pub(crate) fn asked_with(&self, path: &str, headers: &str) -> Answer {
        self.raw(self.head(&format!("GET {path}"), headers).as_bytes())
    }

    /// Posts as the page does.
    pub(crate) fn post(&self, path: &str, kind: &str, body: &[u8]) -> Answer {
        self.post_from("page-1", path, kind, body)
    }

    pub(crate) fn post_from(&self, page: &str, path: &str, kind: &str, body: &[u8]) -> Answer {
        let headers = format!(
            "x-demerit-token: {}\r\nx-demerit-tab: {page}\r\ncontent-type: {kind}\r\ncontent-length: {}\r\n",
            self.token,
            body.len()
        );
        let mut bytes = self.head(&format!("POST {path}"), &headers).into_bytes();
        bytes.extend(body);
        self.raw(&bytes)
    }

    pub(crate) fn post_json(&self, path: &str, body: &Value) -> Answer {
        self.post(path, "application/json", body.to_string().as_bytes())
    }
}

impl Answer {
    pub(crate) fn read(stream: &mut TcpStream) -> Self {
        let mut bytes = Vec::new();
        // A connection that is reset after its answer has told what it had to tell.
        let _ = stream.read_to_end(&mut bytes);
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n");
        let (head, mut body) = match end {
            Some(end) => (bytes[..end].to_vec(), bytes[end + 4..].to_vec()),
            None => (bytes, Vec::new()),
        };
        let head = String::from_utf8(head).unwrap();
        let status = head.split(' ').nth(1).and_then(|word| word.parse().ok()).unwrap_or(0);
        if head.to_ascii_lowercase().contains("transfer-encoding: chunked") {
            body = unchunked(&body);
        }
        Self { status, head, body }
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().skip(1).filter_map(|line| line.split_once(": "));
        lines.into_iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    /// The message of a refusal.
    pub(crate) fn message(&self) -> String {
        self.json()["error"]["message"].as_str().unwrap_or_else(|| panic!("{self:?}")).to_owned()
    }
}

fn unchunked(mut body: &[u8]) -> Vec<u8> {
    let mut whole = Vec::new();
    while let Some(end) = body.windows(2).position(|two| two == b"\r\n") {
        let size = std::str::from_utf8(&body[..end]).unwrap();
        let size = usize::from_str_radix(size, 16).unwrap();
        let rest = &body[end + 2..];
        if size == 0 || rest.len() < size + 2 {
            break;
        }
        whole.extend(&rest[..size]);
        body = &rest[size + 2..];
    }
    whole
}
