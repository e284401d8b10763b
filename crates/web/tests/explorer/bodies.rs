//! What is posted: too much, too deep, of the wrong kind, with faults.

use crate::client::Here;
use serde_json::{Value, json};
use std::io::{Read, Write};

fn settings() -> Value {
    json!({
        "base": "no-dark-corner", "persons": 500, "years": 0.5, "seed": 1, "beside": "twin",
        "off": [], "safeguards": [], "figures": {},
    })
}

#[test]
fn json_that_is_none_is_refused_with_its_place() {
    let here = Here::start();
    let deep = "[".repeat(30_000);
    let deep_object = "{\"figures\":".repeat(5_000);
    let numbers = format!("{{\"persons\": {}}}", "9".repeat(50_000));
    for body in [
        "",
        "{",
        "null",
        "[]",
        "3",
        "\"x\"",
        "{\"base\": 3}",
        "{\"persons\": -1}",
        "{\"persons\": 1e999}",
        "\u{0}",
        "{'base': 'x'}",
        "{\"base\": \"documented\", \"base\": \"documented\"}",
        "{\"nothing\": 1}",
        "NaN",
        "{} {}",
        &deep,
        &deep_object,
        &numbers,
    ] {
        for path in ["/api/run", "/api/study"] {
            let answer = here.post(path, "application/json", body.as_bytes());
            assert_eq!(answer.status, 400, "{path} {:.60} {answer:?}", body);
            let error = &answer.json()["error"];
            assert!(
                error["place"].as_str().is_some_and(|place| place.starts_with("line 1, column")),
                "{answer:?}"
            );
        }
    }
    assert_eq!(here.post("/api/run", "application/json", b"{\"base\": \"\xff\xfe\"}").status, 400);
    assert_eq!(here.watch.kept().runs, 0);
}

#[test]
fn settings_of_the_wrong_kind_name_what_is_wrong() {
    let here = Here::start();
    for (key, value) in [
        ("base", json!("nothing")),
        ("base", json!("../../etc/passwd")),
        ("base", json!(["documented"])),
        ("persons", json!(0)),
        ("persons", json!(99)),
        ("persons", json!(400_001)),
        ("persons", json!(4_294_967_296_u64)),
        ("persons", json!("100")),
        ("persons", json!(100.5)),
        ("years", json!(0)),
        ("years", json!(-1)),
        ("years", json!(1e9)),
        ("years", json!(null)),
        ("seed", json!(-1)),
        ("seed", json!(9_007_199_254_740_992_u64)),
        ("beside", json!("nobody")),
        ("off", json!("spillover")),
        ("off", json!(["no-such-mechanism"])),
        ("safeguards", json!(["no-such-safeguard"])),
        ("figures", json!({ "no such figure": 1 })),
        ("figures", json!({ "society: cities.cameras": 1e300 })),
        ("figures", json!({ "society: cities.cameras": -5 })),
        ("figures", json!({ "society: cities.cameras": "80" })),
        ("figures", json!([])),
    ] {
        let mut wrong = settings();
        wrong[key] = value.clone();
        let answer = here.post_json("/api/run", &wrong);
        assert!(matches!(answer.status, 400 | 404), "{key} {value}: {answer:?}");
        assert!(!answer.message().is_empty());
    }
    assert_eq!(here.watch.kept().runs, 0);
}

#[test]
fn a_run_that_could_not_be_kept_is_refused_with_what_is_allowed() {
    let here = Here::start();
    let mut large = settings();
    (large["base"], large["persons"], large["years"]) = (json!("generations"), json!(400_000), json!(48));
    let answer = here.post_json("/api/run", &large);
    let error = &answer.json()["error"];
    assert_eq!((answer.status, &error["place"]), (400, &json!("persons")), "{answer:?}");
    assert!(error["hint"].as_str().is_some_and(|hint| hint.starts_with("up to 166667 persons")), "{error}");
    assert_eq!(here.watch.kept().runs, 0);
}

#[test]
fn a_page_has_to_say_which_one_it_is() {
    let here = Here::start();
    let body = settings().to_string();
    for page in ["", "a b", "../x", "ü", &"x".repeat(65)] {
        let answer = here.post_from(page, "/api/run", "application/json", body.as_bytes());
        assert_eq!(answer.status, 400, "{page}: {answer:?}");
        assert_eq!(answer.json()["error"]["place"], "x-demerit-tab");
    }
}

#[test]
fn too_large_a_body_is_not_read() {
    let here = Here::start();
    for (path, kind, most) in
        [("/api/run", "application/json", 64 * 1024), ("/api/open", "text/plain", 1 << 20)]
    {
        let mut body = vec![b' '; most];
        assert_eq!(
            here.post(path, kind, &body).status,
            400,
            "just as large as is allowed: empty, and refused as such"
        );
        body.push(b' ');
        assert_eq!(here.post(path, kind, &body).status, 413, "{path}");
        // Told to be huge, and never sent.
        let headers = format!(
            "x-demerit-token: {}\r\nx-demerit-tab: a\r\ncontent-type: {kind}\r\ncontent-length: 99999999999\r\n",
            here.token
        );
        assert_eq!(here.raw(here.head(&format!("POST {path}"), &headers).as_bytes()).status, 413, "{path}");
    }
}

#[test]
fn a_refusal_is_heard_by_who_is_still_sending() {
    let here = Here::start();
    let headers = format!(
        "x-demerit-token: {}\r\nx-demerit-tab: a\r\ncontent-type: text/plain\r\ncontent-length: {}\r\n",
        here.token,
        4 << 20
    );
    let mut stream = here.connect();
    stream.write_all(here.head("POST /api/open", &headers).as_bytes()).unwrap();
    for _ in 0..64 {
        stream.write_all(&[b' '; 1 << 16]).expect("the other side takes all of it");
    }
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).expect("the connection is not broken");
    assert!(answer.starts_with(b"HTTP/1.1 413 "), "{}", String::from_utf8_lossy(&answer));
}

#[test]
fn whether_there_is_such_a_run_is_said_before_the_body_comes() {
    let here = Here::start();
    for what in ["life", "why"] {
        let headers = format!(
            "x-demerit-token: {}\r\ncontent-type: application/json\r\ncontent-length: 9\r\n",
            here.token
        );
        let mut stream = here.connect();
        stream.write_all(here.head(&format!("POST /api/run/none/{what}"), &headers).as_bytes()).unwrap();
        let answer = crate::client::Answer::read(&mut stream);
        assert_eq!((answer.status, &answer.json()["error"]["place"]), (404, &json!("run")), "{answer:?}");
    }
}

#[test]
fn checks_leave_room_for_answers_to_others() {
    let here = Here::start();
    let mut text = String::from("name = \"s\"\ntitle = \"t\"\nabout = \"a\"\nsociety = \"plain\"\n");
    for world in 0..8_000 {
        text += &format!(
            "[[worlds]]\nname = \"w{world}\"\nrollout = [{{ phase = \"p\", from_year = 0, regime = \"courts-only\" }}]\n"
        );
    }
    let headers = format!(
        "x-demerit-token: {}\r\nx-demerit-tab: a\r\ncontent-type: text/plain\r\ncontent-length: {}\r\n",
        here.token,
        text.len()
    );
    let posted = format!("{}{text}", here.head("POST /api/open", &headers));
    let mut opens: Vec<_> = (0..12)
        .map(|_| {
            let mut stream = here.connect();
            stream.write_all(posted.as_bytes()).unwrap();
            stream
        })
        .collect();
    // All of them have come, as far as the system tells, and one is being checked.
    opens[0].peek(&mut [0]).unwrap();
    assert_eq!(here.get("/api/catalogue").status, 200);
    opens[7].set_nonblocking(true).unwrap();
    assert!(opens[7].peek(&mut [0]).is_err(), "the others wait for their turn, and nobody for them");
    let first = crate::client::Answer::read(&mut opens[0]);
    assert_eq!(first.status, 400, "{first:?}");
}

#[test]
fn bodies_in_pieces_are_counted_too() {
    let here = Here::start();
    let head = |kind: &str| {
        let headers = format!(
            "x-demerit-token: {}\r\nx-demerit-tab: a\r\ncontent-type: {kind}\r\ntransfer-encoding: chunked\r\n",
            here.token
        );
        here.head("POST /api/run", &headers)
    };
    let mut bytes = head("application/json").into_bytes();
    let piece = format!("1000\r\n{}\r\n", " ".repeat(0x1000));
    for _ in 0..17 {
        bytes.extend(piece.as_bytes());
    }
    bytes.extend(b"0\r\n\r\n");
    assert_eq!(here.raw(&bytes).status, 413);
    for wrong in ["zz\r\n{}\r\n0\r\n\r\n", "ffffffffffffffffff\r\n", "-1\r\n", "2\r\n{}x\r\n0\r\n\r\n"] {
        let answer = here.raw(format!("{}{wrong}", head("application/json")).as_bytes());
        assert_eq!(answer.status, 400, "{wrong:?}: {answer:?}");
    }
    let both = format!(
        "x-demerit-token: {}\r\ncontent-type: application/json\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n",
        here.token
    );
    let smuggled =
        format!("{}0\r\n\r\nGET /api/catalogue HTTP/1.1\r\n\r\n", here.head("POST /api/run", &both));
    assert!(here.raw(smuggled.as_bytes()).status >= 400, "two lengths are one too many");
    assert_eq!(here.get("/").status, 200, "it answers still");
}

#[test]
fn a_body_is_what_it_says_it_is() {
    let here = Here::start();
    let body = settings().to_string();
    for kind in
        ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/jsonx", ""]
    {
        assert_eq!(here.post("/api/run", kind, body.as_bytes()).status, 415, "{kind}");
    }
    assert_eq!(here.post("/api/open", "application/json", b"x").status, 415);
    assert_eq!(here.post("/api/open", "text/plain", b"\xff\xfe").status, 400);
}

#[test]
fn a_study_that_is_opened_is_checked_like_a_file_and_opens_none() {
    let here = Here::start();
    let open = |text: &str| here.post("/api/open", "text/plain;charset=UTF-8", text.as_bytes());
    let own = demerit_scenario::catalogue::text(demerit_scenario::catalogue::Kind::Study, "no-dark-corner")
        .unwrap();
    let answer = open(own);
    assert_eq!(answer.status, 200, "{answer:?}");
    let base = answer.json()["base"].as_str().unwrap().to_owned();
    assert!(base.starts_with("opened-"), "{base}");
    assert_eq!(answer.json()["settings"]["base"], base.as_str());
    assert_eq!(here.get(&format!("/api/controls?base={base}")).status, 200);

    let faulty = own.replace("seed = 2018", "seed = \"tomorrow\"");
    let answer = open(&faulty);
    assert_eq!(answer.status, 400);
    let fault = &answer.json()["error"]["faults"][0];
    assert!(
        fault["line"].as_u64().is_some_and(|line| line > 1) && fault["message"].is_string(),
        "{answer:?}"
    );

    for path in ["/etc/passwd", "../../../etc/passwd", "C:\\\\secret", "~/secret"] {
        let answer = open(&own.replace("\"china-2020\"", &format!("{path:?}")));
        assert_eq!(answer.status, 400, "{path}");
        assert!(answer.message().contains("there is no society"), "{answer:?}");
        assert!(!answer.text().contains("root:"));
    }
    let deep = format!("a = {}", "[".repeat(200_000));
    let dotted = format!("[{}a]\n", "a.".repeat(100_000));
    let quoted = "\"".repeat(500_000);
    let keys: String = (0..60_000).map(|number| format!("k{number} = 1\n")).collect();
    for text in ["", "x", "= = =", "\u{0}", &deep, &dotted, &quoted, &keys] {
        let answer = open(text);
        // The largest may want more than the time of a check where the machine is busy.
        assert!([400, 422].contains(&answer.status), "{:.40} {}", text, answer.text());
        assert!(answer.body.len() < 400_000, "{}", answer.body.len());
    }
    for number in 0..20 {
        assert_eq!(open(&own.replace("seed = 2018", &format!("seed = {number}"))).status, 200);
    }
    assert_eq!(here.watch.kept().opened, 8, "the oldest are put away");
    let gone = here.get(&format!("/api/controls?base={base}"));
    assert_eq!(gone.status, 404);
    assert!(gone.message().contains("not open any more"), "{gone:?}");
}

#[test]
fn a_body_that_ends_early_is_no_body() {
    let here = Here::start();
    let headers = format!(
        "x-demerit-token: {}\r\nx-demerit-tab: a\r\ncontent-type: application/json\r\ncontent-length: 100\r\n",
        here.token
    );
    let mut stream = here.connect();
    stream.write_all(format!("{}{{\"base\"", here.head("POST /api/run", &headers)).as_bytes()).unwrap();
    stream.shutdown(std::net::Shutdown::Write).unwrap();
    let answer = crate::client::Answer::read(&mut stream);
    assert!(matches!(answer.status, 0 | 400), "{answer:?}");
    assert_eq!(here.watch.kept().runs, 0);
}
