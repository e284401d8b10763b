//! Streams of events: as a page reads them, and as nobody should.

use crate::client::Here;
use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::time::{Duration, Instant};

/// A stream of events that is read line by line.
pub(crate) struct Events {
    lines: BufReader<TcpStream>,
}

impl Events {
    /// Asks for the events of a run.
    pub(crate) fn of(here: &Here, run: &str, headers: &str) -> Self {
        let mut stream = here.connect();
        let line = format!("GET /api/run/{run}/events");
        stream.write_all(here.head(&line, headers).as_bytes()).unwrap();
        Self { lines: BufReader::new(stream) }
    }

    /// The status of the answer.
    pub(crate) fn status(&mut self) -> u16 {
        let line = self.line().unwrap();
        line.split(' ').nth(1).unwrap().parse().unwrap()
    }

    fn line(&mut self) -> Option<String> {
        let mut line = String::new();
        (self.lines.read_line(&mut line).ok()? > 0).then(|| line.trim_end().to_owned())
    }

    /// The next event: its number, its name, what it tells. `None` at the end of the stream.
    pub(crate) fn next(&mut self) -> Option<(u64, String, Value)> {
        let (mut number, mut name) = (None, None);
        loop {
            let line = self.line()?;
            if let Some(id) = line.strip_prefix("id: ") {
                number = id.parse().ok();
            } else if let Some(event) = line.strip_prefix("event: ") {
                name = Some(event.to_owned());
            } else if let Some(data) = line.strip_prefix("data: ") {
                return Some((number.unwrap(), name.unwrap(), serde_json::from_str(data).unwrap()));
            }
        }
    }

    /// Reads until an event of this name comes.
    pub(crate) fn until(&mut self, wanted: &str) -> Value {
        loop {
            let (_, name, what) = self.next().unwrap_or_else(|| panic!("the stream ended before `{wanted}`"));
            assert!(name == wanted || !name.contains("failed"), "{name}: {what}");
            if name == wanted {
                return what;
            }
        }
    }
}

/// Waits until so many streams are open.
fn wait(here: &Here, streams: usize) {
    let began = Instant::now();
    while here.watch.kept().streams != streams {
        assert!(began.elapsed() < Duration::from_secs(20), "{:?}", here.watch.kept());
        std::thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn eight_pages_may_listen_and_a_place_comes_back_when_one_leaves() {
    let here = Here::start();
    let run = here.begin("page-1", 100, 0.1);
    let mut open: Vec<Events> = (0..8).map(|_| Events::of(&here, &run, "")).collect();
    assert!(open.iter_mut().all(|events| events.status() == 200));
    assert_eq!(here.watch.kept().streams, 8);
    assert_eq!(Events::of(&here, &run, "").status(), 503);
    open.pop();
    wait(&here, 7);
    assert_eq!(Events::of(&here, &run, "").status(), 200);
}

#[test]
fn who_closes_half_of_a_connection_has_left() {
    let here = Here::start();
    let run = here.begin("page-1", 100, 0.1);
    let mut events = Events::of(&here, &run, "");
    assert_eq!(events.status(), 200);
    events.until("done");
    wait(&here, 1);
    events.lines.get_ref().shutdown(Shutdown::Write).unwrap();
    wait(&here, 0);
    let mut rest = Vec::new();
    let _ = events.lines.read_to_end(&mut rest);
}

#[test]
fn who_comes_back_is_told_where_things_stand() {
    let here = Here::start();
    let run = here.begin("page-1", 100, 0.2);
    Events::of(&here, &run, "").until("done");
    for last in ["0", "7", "99999999999999999999999", "-1", "x"] {
        let mut events = Events::of(&here, &run, &format!("last-event-id: {last}\r\n"));
        let names: Vec<String> = std::iter::from_fn(|| events.next()).take(3).map(|one| one.1).collect();
        assert_eq!(names, ["hello", "week", "done"], "{last}");
    }
}

#[test]
fn a_stream_gives_signs_of_life() {
    let here = Here::start();
    let run = here.begin("page-1", 100, 0.1);
    let mut events = Events::of(&here, &run, "");
    events.until("done");
    let began = Instant::now();
    loop {
        let line = events.line().unwrap();
        if line.starts_with(": ") {
            break;
        }
    }
    assert!((8..=14).contains(&began.elapsed().as_secs()), "{:?}", began.elapsed());
}
