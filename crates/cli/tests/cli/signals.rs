//! Readers that go away, and requests to stop.
#![cfg(unix)]

use crate::program::{Place, Said};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

#[test]
fn a_closed_pipe_ends_the_program_quietly() {
    let place = Place::new();
    for call in ["list measures", "--help", "schema society", "describe society china-2020 --persons 500"] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let words: Vec<&str> = call.split(' ').collect();
        let output = place.command(&words).stdout(writer).output().unwrap();
        let said = Said::of(format!("demerit {call}"), output).fine();
        assert_eq!(said.err, "", "{call}");
    }
}

#[test]
fn standard_error_that_is_closed_changes_nothing() {
    let place = Place::new();
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let output = place.command(&["show", "regime", "nobody"]).stderr(writer).output().unwrap();
    Said::of("demerit show regime nobody".to_owned(), output).refused(1);
}

/// Starts a run so large that it is tried first, and waits until it has claimed its folder.
fn long_run(place: &Place) -> Child {
    let words = ["run", "--draws", "0", "--persons", "2000000", "--seeds", "50", "--threads", "1"];
    let running = place.command(&words).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let start = Instant::now();
    while place.names("runs").is_empty() {
        assert!(start.elapsed() < Duration::from_secs(300), "the run does not begin");
        sleep(Duration::from_millis(20));
    }
    running
}

fn stopped_by(signal: &str) -> (Place, Said) {
    let place = Place::new();
    let running = long_run(&place);
    let sent =
        Command::new("kill").args([&format!("-{signal}"), &running.id().to_string()]).status().unwrap();
    assert!(sent.success());
    let said = Said::of(format!("demerit run, then {signal}"), running.wait_with_output().unwrap());
    (place, said)
}

#[test]
fn ctrl_c_before_anything_was_lived_leaves_nothing_behind() {
    let (place, said) = stopped_by("INT");
    assert_eq!((said.code, said.out.as_str()), (130, ""), "{said}");
    assert!(said.err.ends_with("stopped; nothing was written\n"), "{said}");
    assert_eq!(place.names("runs"), Vec::<String>::new());
}

#[test]
fn a_request_to_end_does_the_same() {
    let (place, said) = stopped_by("TERM");
    assert_eq!(said.code, 143, "{said}");
    assert_eq!(place.names("runs"), Vec::<String>::new());
}
