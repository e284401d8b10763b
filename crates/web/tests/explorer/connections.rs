//! Connections: too many, too slow, with heads that are no heads, and ones that nobody reads.

use crate::client::{Answer, Here, LONGEST};
use crate::streams::Events;
use serde_json::json;
use std::io::{ErrorKind, Read, Write};
use std::time::{Duration, Instant};

#[test]
fn heads_that_are_too_large_or_none_are_refused() {
    let here = Here::start();
    let many: String = (0..200).map(|number| format!("x-{number}: y\r\n")).collect();
    assert_eq!(here.asked_with("/", &many).status, 431);
    assert_eq!(here.asked_with("/", &format!("x: {}\r\n", "y".repeat(100_000))).status, 431);
    assert!(matches!(here.get(&format!("/{}", "y".repeat(100_000))).status, 414 | 431));
    for bytes in [
        &b"\r\n\r\n\r\n\r\n"[..],
        b"\0\0\0\0\0\0\0\0",
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET / HTTP/1.1\nhost x\n\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"GET / HTTP/1.1\r\nhost: 127.0.0.1\r\n bad: fold\r\n\r\n",
    ] {
        let mut stream = here.connect();
        stream.write_all(bytes).unwrap();
        stream.shutdown(std::net::Shutdown::Write).unwrap();
        let answer = Answer::read(&mut stream);
        assert_ne!(answer.status, 200, "{bytes:?}");
    }
    assert_eq!(here.get("/").status, 200, "it answers still");
}

#[test]
fn who_sends_slowly_is_not_waited_for() {
    let here = Here::start();
    let (began, head) = (Instant::now(), here.head("GET /", "x-slow: "));
    let mut slow = here.connect();
    let mut silent = here.connect();
    let headers = format!(
        "x-demerit-token: {}\r\nx-demerit-tab: a\r\ncontent-type: application/json\r\ncontent-length: 100\r\n",
        here.token
    );
    let mut half = here.connect();
    half.write_all(format!("{}{{", here.head("POST /api/run", &headers)).as_bytes()).unwrap();
    for letter in head.as_bytes().iter().cycle() {
        if slow.write_all(&[*letter]).is_err() {
            break;
        }
        assert!(began.elapsed() < LONGEST, "a letter now and then keeps a connection");
        std::thread::sleep(Duration::from_millis(200));
    }
    let mut rest = Vec::new();
    let end = silent.read_to_end(&mut rest);
    assert!(!end.is_err_and(|error| error.kind() == ErrorKind::WouldBlock), "silence keeps one");
    assert_eq!(Answer::read(&mut half).status, 408);
}

#[test]
fn connections_that_say_nothing_or_say_it_slowly_shut_nobody_out() {
    let here = Here::start();
    let run = here.begin("page-1", 100, 0.1);
    let mut listens = Events::of(&here, &run, "");
    listens.until("done");
    let mut slow = Vec::new();
    for number in 0..200 {
        let mut stream = here.connect();
        // Those that were sent away for others are told nothing.
        let _ = stream.write_all(&b"GET / HT"[..number % 9]);
        slow.push(stream);
    }
    assert_eq!(here.get("/").status, 200);
    slow.extend((0..200).map(|_| here.connect()));
    assert_eq!(here.post_json(&format!("/api/run/{run}/life"), &json!({ "person": 3 })).status, 202);
    assert_eq!(listens.until("life-ready"), json!({ "person": 3 }), "who listens does so still");
}

#[test]
fn connections_that_read_nothing_shut_nobody_out() {
    let here = Here::start();
    let asks = format!("GET /api/catalogue HTTP/1.1\r\nhost: 127.0.0.1:{}\r\n\r\n", here.port);
    let deaf: Vec<_> = (0..64)
        .map(|_| {
            let mut stream = here.connect();
            stream.write_all(asks.repeat(100).as_bytes()).unwrap();
            stream
        })
        .collect();
    for _ in 0..64 {
        assert_eq!(here.get("/").status, 200);
    }
    drop(deaf);
}

#[test]
fn several_requests_may_share_a_connection_and_each_is_looked_at() {
    let here = Here::start();
    let mut stream = here.connect();
    let good = format!("GET /favicon.svg HTTP/1.1\r\nhost: 127.0.0.1:{}\r\n\r\n", here.port);
    let bad = "GET / HTTP/1.1\r\nhost: evil.example\r\nconnection: close\r\n\r\n";
    stream.write_all(format!("{good}{good}{bad}").as_bytes()).unwrap();
    let mut text = String::new();
    let _ = stream.read_to_string(&mut text);
    let statuses: Vec<&str> = text
        .match_indices("HTTP/1.1 ")
        .map(|(at, start)| &text[at + start.len()..at + start.len() + 3])
        .collect();
    assert_eq!(statuses.len(), 3, "{text}");
    assert_eq!(statuses[2], "421");
}
