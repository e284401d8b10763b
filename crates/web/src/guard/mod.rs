//! What every request has to pass before anything answers it, and what every answer carries.
//!
//! 1. *Host* names this machine by an exact word, so that a foreign name that leads here (rebinding) is
//!    turned away.
//! 2. *Origin*, if there, is ours; *Sec-Fetch-Site*, if there, says that our page or a person asks.
//! 3. Whatever is not a mere look carries the token.
//!
//! Answers say to the browser: load nothing from elsewhere, run no script that stands in the page, be shown
//! in no frame, guess no type, tell nobody where a reader comes from. No answer allows another origin to read
//! it.
//!
//! Leaves out: other accounts of the same machine, which can ask for the page as its owner can. They would
//! find made-up persons.

pub(crate) mod token;

use crate::api_error::ApiError;
use axum::extract::{Request, State};
use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::sync::Arc;
use token::Token;

/// What the browser may do with a page of ours.
pub(crate) const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
                                 font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// What every answer carries.
const ALWAYS: [(HeaderName, &str); 7] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), microphone=(), geolocation=(), display-capture=(), usb=()",
    ),
];

/// By which names the explorer is reached, and the token of those who may change something.
pub(crate) struct Guard {
    hosts: Vec<String>,
    token: Token,
}

impl Guard {
    /// A guard of a port of this machine.
    pub(crate) fn new(port: u16, token: Token) -> Self {
        let mut hosts = Vec::new();
        for name in ["127.0.0.1", "localhost"] {
            hosts.push(format!("{name}:{port}"));
            if port == 80 {
                hosts.push(name.to_owned());
            }
        }
        Self { hosts, token }
    }

    fn is_host(&self, name: &[u8]) -> bool {
        self.hosts.iter().any(|host| host.as_bytes() == name)
    }

    /// The digits of the token, for the page.
    pub(crate) fn token(&self) -> &str {
        self.token.digits()
    }

    /// Whether a request may pass.
    fn look(&self, request: &Request) -> Result<(), ApiError> {
        let headers = request.headers();
        let host = only(headers, &header::HOST)?.filter(|host| self.is_host(host.as_bytes()));
        // A request may also name the host in its first line, as to a proxy; the two have to agree.
        let named = request.uri().authority().map(|authority| authority.as_str().as_bytes());
        let Some(host) = host.filter(|host| named.is_none_or(|named| named == host.as_bytes())) else {
            return Err(ApiError::new(StatusCode::MISDIRECTED_REQUEST, "the explorer has another address")
                .place("Host")
                .hint(format!("open http://{}/", self.hosts[0])));
        };
        let own = format!("http://{}", String::from_utf8_lossy(host.as_bytes()));
        let foreign = |place: &str| {
            ApiError::new(StatusCode::FORBIDDEN, "the explorer answers to its own page alone")
                .place(place)
                .hint(format!("type {own}/ into a window of its own"))
        };
        let is_ours = |origin: &[u8]| origin.strip_prefix(b"http://").is_some_and(|host| self.is_host(host));
        if only(headers, &header::ORIGIN)?.is_some_and(|origin| !is_ours(origin.as_bytes())) {
            return Err(foreign("Origin"));
        }
        let site = HeaderName::from_static("sec-fetch-site");
        if only(headers, &site)?.is_some_and(|site| site != "same-origin" && site != "none") {
            return Err(foreign("Sec-Fetch-Site"));
        }
        if matches!(*request.method(), Method::GET | Method::HEAD) {
            return Ok(());
        }
        let refused = |why: &str| ApiError::new(StatusCode::FORBIDDEN, why).place(token::HEADER);
        match only(headers, &HeaderName::from_static(token::HEADER))? {
            Some(token) if self.token.is(token.as_bytes()) => Ok(()),
            Some(_) => Err(refused("the page is of an earlier start").hint("load it again")),
            None => Err(refused("the token is missing")),
        }
    }
}

/// The value of a header, which may stand once at most.
fn only<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Result<Option<&'a HeaderValue>, ApiError> {
    let mut all = headers.get_all(name).iter();
    let first = all.next();
    if all.next().is_some() {
        return Err(ApiError::bad("a header stands twice").place(name.as_str()));
    }
    Ok(first)
}

/// Lets a request pass or not, and gives every answer what it has to carry.
pub(crate) async fn pass(State(guard): State<Arc<Guard>>, request: Request, next: Next) -> Response {
    let mut response = match guard.look(&request) {
        Ok(()) => next.run(request).await,
        Err(error) => error.into_response(),
    };
    let headers = response.headers_mut();
    for (name, value) in ALWAYS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    // Assets say themselves how long they may be kept.
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;

    const PORT: u16 = 2018;

    fn guard() -> Guard {
        Guard::new(PORT, Token::draw().unwrap())
    }

    fn status(guard: &Guard, method: &str, uri: &str, headers: &[(&str, &str)]) -> Option<u16> {
        let mut request = Request::builder().method(method).uri(uri);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let refused = guard.look(&request.body(Body::empty()).unwrap()).err();
        refused.map(|error| error.into_response().status().as_u16())
    }

    #[test]
    fn only_the_exact_names_of_this_machine_pass() {
        let guard = guard();
        let of = |host: &str| status(&guard, "GET", "/", &[("host", host)]);
        assert_eq!((of("127.0.0.1:2018"), of("localhost:2018")), (None, None));
        for host in [
            "",
            "127.0.0.1",
            "localhost",
            "127.0.0.1:2019",
            "127.0.0.1:20180",
            "evil.example:2018",
            "10.0.0.1:2018",
            "localhost.:2018",
            "LOCALHOST:2018",
            "a.localhost:2018",
            "[::1]:2018",
            "127.0.0.1:2018, localhost:2018",
            "x@127.0.0.1:2018",
            "2130706433:2018",
            "127.1:2018",
        ] {
            assert_eq!(of(host), Some(421), "{host}");
        }
        assert_eq!(status(&guard, "GET", "/", &[]), Some(421));
        let twice = [("host", "127.0.0.1:2018"), ("host", "127.0.0.1:2018")];
        assert_eq!(status(&guard, "GET", "/", &twice), Some(400));
        let ours = [("host", "127.0.0.1:2018")];
        assert_eq!(status(&guard, "GET", "http://127.0.0.1:2018/", &ours), None);
        assert_eq!(status(&guard, "GET", "http://evil.example/", &ours), Some(421));
        assert_eq!(status(&guard, "GET", "http://localhost:2018/", &ours), Some(421));
    }

    #[test]
    fn foreign_pages_are_turned_away() {
        let guard = guard();
        let of = |name: &str, value: &str| {
            status(&guard, "GET", "/api/catalogue", &[("host", "localhost:2018"), (name, value)])
        };
        assert_eq!(of("origin", "http://localhost:2018"), None);
        for origin in
            ["http://evil.example", "null", "", "https://localhost:2018", "http://localhost", "file://"]
        {
            assert_eq!(of("origin", origin), Some(403), "{origin}");
        }
        assert_eq!((of("sec-fetch-site", "same-origin"), of("sec-fetch-site", "none")), (None, None));
        for site in ["cross-site", "same-site", "", "Same-Origin"] {
            assert_eq!(of("sec-fetch-site", site), Some(403), "{site}");
        }
    }

    #[test]
    fn whatever_changes_something_needs_the_token() {
        let guard = guard();
        let other = Token::draw().unwrap();
        for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "FOO"] {
            let host = ("host", "localhost:2018");
            assert_eq!(status(&guard, method, "/", &[host]), Some(403));
            assert_eq!(status(&guard, method, "/", &[host, (token::HEADER, other.digits())]), Some(403));
            assert_eq!(status(&guard, method, "/", &[host, (token::HEADER, guard.token())]), None);
        }
    }

    #[test]
    fn the_port_of_the_web_may_be_left_out() {
        let guard = Guard::new(80, Token::draw().unwrap());
        let headers = [("host", "localhost"), ("origin", "http://localhost")];
        assert_eq!(status(&guard, "GET", "/", &headers), None);
    }
}
