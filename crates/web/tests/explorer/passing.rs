//! Who may pass: hosts, origins, tokens, addresses.

use crate::client::Here;

const SAFE: [(&str, &str); 7] = [
    ("content-security-policy", "default-src 'none'; script-src 'self'"),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("x-frame-options", "DENY"),
    ("permissions-policy", "camera=()"),
];

#[test]
fn every_answer_is_safe_to_show_and_none_may_be_read_by_others() {
    let here = Here::start();
    for path in ["/", "/api/catalogue", "/no/such/thing", "/assets/nothing.js", "/api/run/r1/events"] {
        for headers in ["", "origin: http://evil.example\r\n", "accept: */*\r\n"] {
            let answer = here.asked_with(path, headers);
            for (name, value) in SAFE {
                assert!(
                    answer.header(name).is_some_and(|found| found.contains(value)),
                    "{path} {name}: {}",
                    answer.head
                );
            }
            assert!(!answer.head.to_ascii_lowercase().contains("access-control-"), "{}", answer.head);
            assert_eq!(answer.header("cache-control"), Some("no-store"), "{path}");
        }
    }
    for word in ["unsafe-inline", "unsafe-eval", "http:", "https:", "*"] {
        let answer = here.get("/");
        assert!(!answer.header("content-security-policy").unwrap().contains(word), "{word}");
    }
}

#[test]
fn a_foreign_name_for_this_machine_is_no_way_in() {
    let here = Here::start();
    let own = format!("127.0.0.1:{}", here.port);
    let of = |first: &str, hosts: &[&str]| {
        let hosts: String = hosts.iter().map(|host| format!("host: {host}\r\n")).collect();
        here.raw(format!("{first}\r\n{hosts}connection: close\r\n\r\n").as_bytes()).status
    };
    assert_eq!(of("GET / HTTP/1.1", &[&own]), 200);
    assert_eq!(of("GET / HTTP/1.1", &[&format!("localhost:{}", here.port)]), 200);
    for host in ["evil.example", "127.0.0.1", "localhost", "[::1]", "", "127.0.0.1:1"] {
        assert_eq!(of("GET / HTTP/1.1", &[host]), 421, "{host}");
        assert_eq!(of("GET / HTTP/1.1", &[&format!("evil.{host}:{}", here.port)]), 421, "{host}");
    }
    assert_eq!(of("GET / HTTP/1.1", &[]), 421);
    assert_eq!(of("GET / HTTP/1.0", &[]), 421);
    assert_eq!(of("GET / HTTP/1.1", &[&own, "evil.example"]), 400);
    assert_eq!(of("GET http://evil.example/ HTTP/1.1", &[&own]), 421, "the first line names another host");
    assert_eq!(of(&format!("GET http://{own}/ HTTP/1.1"), &[&own]), 200);
    assert_ne!(of("CONNECT evil.example:443 HTTP/1.1", &["evil.example:443"]), 200);
    assert_eq!(of("OPTIONS * HTTP/1.1", &[&own]), 403);
}

#[test]
fn a_foreign_page_reads_and_changes_nothing() {
    let here = Here::start();
    for path in ["/", "/api/catalogue", "/api/run/r1/frame/0/standing/0"] {
        for origin in
            ["http://evil.example", "null", "http://127.0.0.1", "http://127.0.0.1:1", "https://localhost"]
        {
            assert_eq!(here.asked_with(path, &format!("origin: {origin}\r\n")).status, 403, "{origin}");
        }
        for site in ["cross-site", "same-site", "whatever"] {
            let answer = here.asked_with(path, &format!("sec-fetch-site: {site}\r\n"));
            assert_eq!((answer.status, answer.text().contains(&here.token)), (403, false), "{site}");
        }
    }
    let own = format!("origin: http://localhost:{}\r\nsec-fetch-site: same-origin\r\n", here.port);
    assert_eq!(here.asked_with("/api/catalogue", &own).status, 200);
}

#[test]
fn nothing_is_changed_without_the_token() {
    let here = Here::start();
    let posts =
        ["/api/run", "/api/study", "/api/open", "/api/run/r1/life", "/api/run/r1/why", "/", "/nothing"];
    for path in posts {
        for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"] {
            let line = format!("{method} {path}");
            assert_eq!(here.raw(here.head(&line, "content-length: 0\r\n").as_bytes()).status, 403, "{line}");
            for token in ["", "0", &"0".repeat(64), &here.token[1..], &here.token.to_uppercase()] {
                if token == here.token {
                    continue;
                }
                let headers = format!("x-demerit-token: {token}\r\ncontent-length: 0\r\n");
                assert_eq!(here.raw(here.head(&line, &headers).as_bytes()).status, 403, "{line} {token}");
            }
        }
        // The token in the address, in a cookie or twice is no token.
        let (token, line) = (&here.token, format!("POST {path}?x-demerit-token={}", here.token));
        let cookie = format!("cookie: x-demerit-token={token}\r\ncontent-length: 0\r\n");
        assert_eq!(here.raw(here.head(&line, &cookie).as_bytes()).status, 403);
        let twice = format!("x-demerit-token: {token}\r\nx-demerit-token: {token}\r\ncontent-length: 0\r\n");
        assert_eq!(here.raw(here.head(&format!("POST {path}"), &twice).as_bytes()).status, 400);
    }
    assert_ne!(Here::start().token, here.token, "each start has its own");
}

#[test]
fn no_address_leads_to_a_file() {
    let here = Here::start();
    for path in [
        "/../Cargo.toml",
        "/assets/../Cargo.toml",
        "/assets/../../../../../../etc/passwd",
        "/assets/..%2f..%2f..%2f..%2fetc%2fpasswd",
        "/assets/%2e%2e/%2e%2e/etc/passwd",
        "/assets//etc/passwd",
        "/assets/..\\..\\etc\\passwd",
        "/assets/index.html%00.js",
        "/assets/%ff%fe",
        "/assets/",
        "/assets",
        "//etc/passwd",
        "/etc/passwd",
        "/page/index.html",
        "/assets/index.html",
        "/%2e%2e/",
        "/api/run/../../etc/passwd/events",
        "/.git/config",
    ] {
        let answer = here.get(path);
        assert!(matches!(answer.status, 400 | 404), "{path}: {answer:?}");
        assert!(!answer.text().contains("root:"), "{path}");
    }
    for base in ["/etc/passwd", "../study.toml", "opened-../x", "file:///etc/passwd", "no-dark-corner.toml"] {
        let answer = here.get(&format!("/api/controls?base={base}"));
        assert_eq!(answer.status, 404, "{base}: {answer:?}");
    }
}

#[test]
fn whatever_is_misspelt_is_refused_in_json_with_a_reason() {
    let here = Here::start();
    for (path, status) in [
        ("/nothing", 404),
        ("/api", 404),
        ("/api/run/r999/events", 404),
        ("/api/run/r999/figures", 404),
        ("/api/run/r999/frame/0/standing/0", 404),
        ("/api/run/r999/frame/-1/standing/0", 400),
        ("/api/run/r999/frame/0/standing/99999999999999", 400),
        ("/api/run/r999/frame/0/standing/x", 400),
        ("/api/run/r999/life/x", 400),
        ("/api/run/%ff/figures", 400),
        ("/api/catalogue?lang=xx", 400),
        ("/api/catalogue?lang=en&lang=id", 400),
        ("/api/controls?base=nothing", 404),
        ("/api/open", 405),
        ("/api/run", 405),
    ] {
        let answer = here.get(path);
        assert_eq!(answer.status, status, "{path}: {answer:?}");
        assert!(!answer.message().is_empty(), "{path}");
        assert_eq!(answer.header("content-type"), Some("application/json"), "{path}");
    }
}
