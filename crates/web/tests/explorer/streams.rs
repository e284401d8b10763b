//! Streams of events: as a page reads them, and as nobody should.

use crate::client::Here;
use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Shutdown, TcpStream};

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

#[test]
fn eight_streams_that_lie_idle_shut_nobody_out_and_a_seat_comes_back_when_one_leaves() {
    let here = Here::start();
    let run = here.begin("page-1", 100, 0.1);
    let mut idle: Vec<Events> = (0..8).map(|_| Events::of(&here, &run, "")).collect();
    assert!(idle.iter_mut().all(|events| events.status() == 200));
    assert_eq!(here.watch.kept().streams, 8);
    let mut ninth = Events::of(&here, &run, "");
    assert_eq!(ninth.status(), 200);
    ninth.until("done");
    here.wait(|kept| kept.streams == 8);
    let ended = idle.iter_mut().filter_map(|events| {
        events.lines.get_ref().shutdown(Shutdown::Write).unwrap();
        std::iter::from_fn(|| events.line()).last()
    });
    assert_eq!(ended.count(), 8, "all of them were told something");
    here.wait(|kept| kept.streams == 1);
    drop(ninth);
    here.wait(|kept| kept.streams == 0);
}

#[test]
fn who_closes_half_of_a_connection_has_left() {
    let here = Here::start();
    let run = here.begin("page-1", 100, 0.1);
    let mut events = Events::of(&here, &run, "");
    assert_eq!(events.status(), 200);
    events.until("done");
    here.wait(|kept| kept.streams == 1);
    events.lines.get_ref().shutdown(Shutdown::Write).unwrap();
    here.wait(|kept| kept.streams == 0);
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
    while !events.line().unwrap().starts_with(": ") {}
}
