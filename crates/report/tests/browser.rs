//! The report in a real browser: no console message, no request to the network, each chart present and not empty, no scrolling
//! sideways on a telephone.
//!
//! Chromium is driven through its debugging pipe: messages are JSON, each ended by a zero byte, over two named pipes that a shell
//! hands to it as its third and fourth file.

mod fixture;

use serde_json::{Value, json};
use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

const CHARTS: [&str; 13] = [
    "sanctioned",
    "origins",
    "collateral",
    "flow",
    "refused",
    "scores",
    "speech",
    "groups",
    "precision",
    "benefits",
    "persistence",
    "worlds",
    "life",
];
const WAIT: Duration = Duration::from_secs(60);

struct Browser {
    child: Child,
    pipe: File,
    messages: Receiver<Value>,
    events: Vec<Value>,
    session: Option<String>,
    next: u64,
}

impl Browser {
    fn start(folder: &Path) -> Self {
        let chromium = ["chromium", "chromium-browser"].into_iter().find(|name| {
            Command::new(name).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok()
        });
        let Some(chromium) = chromium else {
            panic!(
                "this test needs Chromium, which is not installed: run `cargo xtask test`, which installs it"
            );
        };
        let (down, up) = (folder.join("down"), folder.join("up"));
        let made = Command::new("mkfifo").args([&down, &up]).status().expect("mkfifo runs");
        assert!(made.success(), "mkfifo failed");
        let child = Command::new("sh")
            .arg("-c")
            .arg(
                "exec \"$0\" --headless --no-sandbox --disable-gpu --disable-quic --no-first-run \
                 --disable-background-networking --disable-component-update --disable-sync --disable-dev-shm-usage \
                 --remote-debugging-pipe --user-data-dir=\"$1/profile\" about:blank 3<\"$1/down\" 4>\"$1/up\"",
            )
            .args([Path::new(chromium), folder])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("a shell runs");
        let pipe = OpenOptions::new().write(true).open(down).expect("the pipe opens");
        let mut answers = File::open(up).expect("the pipe opens");
        let (send, messages) = channel();
        std::thread::spawn(move || {
            let (mut buffer, mut bytes) = (Vec::new(), [0; 65536]);
            while let Ok(read @ 1..) = answers.read(&mut bytes) {
                for &byte in &bytes[..read] {
                    if byte != 0 {
                        buffer.push(byte);
                        continue;
                    }
                    let message = serde_json::from_slice(&buffer).expect("the browser speaks JSON");
                    buffer.clear();
                    if send.send(message).is_err() {
                        return;
                    }
                }
            }
        });
        let mut browser = Self { child, pipe, messages, events: Vec::new(), session: None, next: 0 };
        let target = browser.call("Target.createTarget", json!({ "url": "about:blank" }));
        let target = target["targetId"].as_str().expect("a target").to_owned();
        let session = browser.call("Target.attachToTarget", json!({ "targetId": target, "flatten": true }));
        browser.session = session["sessionId"].as_str().map(str::to_owned);
        for domain in ["Page.enable", "Runtime.enable", "Log.enable", "Network.enable"] {
            browser.call(domain, json!({}));
        }
        browser
    }

    fn call(&mut self, method: &str, params: Value) -> Value {
        self.next += 1;
        let mut message = json!({ "id": self.next, "method": method, "params": params });
        if let Some(session) = &self.session {
            message["sessionId"] = json!(session);
        }
        let mut bytes = serde_json::to_vec(&message).expect("a message is JSON");
        bytes.push(0);
        self.pipe.write_all(&bytes).expect("the browser listens");
        loop {
            let answer = self.messages.recv_timeout(WAIT).expect("the browser answers");
            if answer["id"] == json!(self.next) {
                assert!(answer["error"].is_null(), "{method}: {}", answer["error"]);
                return answer["result"].clone();
            }
            self.events.push(answer);
        }
    }

    fn open(&mut self, page: &Path, width: u32) {
        self.call(
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600 }),
        );
        self.events.clear();
        self.call("Page.navigate", json!({ "url": format!("file://{}", page.display()) }));
        while !self.events.iter().any(|event| event["method"] == "Page.loadEventFired") {
            let event = self.messages.recv_timeout(WAIT).expect("the page loads");
            self.events.push(event);
        }
    }

    fn ask(&mut self, expression: &str) -> Value {
        let answer =
            self.call("Runtime.evaluate", json!({ "expression": expression, "returnByValue": true }));
        assert!(answer["exceptionDetails"].is_null(), "{answer}");
        answer["result"]["value"].clone()
    }

    fn complaints(&self) -> Vec<&Value> {
        let loud = ["Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded"];
        self.events.iter().filter(|event| loud.iter().any(|name| event["method"] == *name)).collect()
    }

    fn requests(&self) -> Vec<&str> {
        self.events
            .iter()
            .filter(|event| event["method"] == "Network.requestWillBeSent")
            .filter_map(|event| event["params"]["request"]["url"].as_str())
            .collect()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A folder that is removed afterwards.
fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

fn page_of(shape: &fixture::Shape, folder: &Path) -> PathBuf {
    let page = folder.join("report.html");
    let text = demerit_report::render(&fixture::tables(shape)).expect("a report");
    std::fs::write(&page, text).expect("the page is written");
    page
}

/// The visible drawings of each chart: name, width, height, number of marks.
const DRAWINGS: &str = "[...document.querySelectorAll('svg[data-chart]')].map(svg => { \
    const box = svg.getBoundingClientRect(); \
    const marks = [...svg.querySelectorAll('path,rect,circle')].filter(mark => { \
        const size = mark.getBoundingClientRect(); return size.width > 0 || size.height > 0; }).length; \
    return { name: svg.dataset.chart, id: svg.id, width: box.width, height: box.height, marks }; \
    }).filter(one => one.width > 0)";

#[test]
fn each_chart_is_drawn_without_a_complaint_or_a_request() {
    let folder = folder();
    let shape = fixture::Shape { seeds: vec![1, 2, 3], many: true, ..fixture::Shape::default() };
    let page = page_of(&shape, folder.path());
    let mut browser = Browser::start(folder.path());
    for width in [1440, 1024, 390] {
        browser.open(&page, width);
        let drawings = browser.ask(DRAWINGS);
        let drawings = drawings.as_array().expect("a list");
        for chart in CHARTS {
            let of: Vec<&Value> = drawings.iter().filter(|one| one["name"] == chart).collect();
            assert_eq!(of.len(), 1, "at {width} px the chart {chart} is drawn {} times", of.len());
            let number = |name: &str| of[0][name].as_f64().unwrap_or(0.0);
            assert!(number("width") > 200.0 && number("height") > 80.0, "at {width} px: {}", of[0]);
            assert!(number("marks") > 0.0, "at {width} px the chart {chart} is empty");
        }
        let over = browser.ask("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assert_eq!(over, json!(0), "at {width} px the page scrolls sideways");
        let ids = browser.ask(
            "(() => { const ids = [...document.querySelectorAll('[id]')].map(one => one.id); \
                               return ids.filter((id, at) => ids.indexOf(id) !== at); })()",
        );
        assert_eq!(ids, json!([]), "an id stands twice");
        let links = browser.ask("[...document.querySelectorAll('a')].map(one => one.getAttribute('href')) \
                                 .filter(one => !one.startsWith('#') || !document.getElementById(one.slice(1)))");
        assert_eq!(links, json!([]), "a link leads nowhere or out of the page");
        assert!(browser.complaints().is_empty(), "at {width} px: {:?}", browser.complaints());
        let requests = browser.requests();
        assert!(requests.iter().all(|url| *url == format!("file://{}", page.display())), "{requests:?}");
        assert!(
            !requests.is_empty(),
            "the page itself was not seen to be loaded, so that requests are not seen at all"
        );
    }
}

#[test]
fn a_short_run_without_a_twin_or_a_score_is_whole() {
    let folder = folder();
    let shape = fixture::Shape {
        twin: false,
        scored: false,
        ticks: 5,
        persons: 1,
        mechanisms: false,
        ..fixture::Shape::default()
    };
    let page = page_of(&shape, folder.path());
    let mut browser = Browser::start(folder.path());
    browser.open(&page, 390);
    let over = browser.ask("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assert_eq!(over, json!(0));
    assert!(browser.complaints().is_empty(), "{:?}", browser.complaints());
    assert_eq!(browser.ask("document.querySelectorAll('figure[id]').length"), json!(10));
}

#[test]
fn dark_and_light_differ_and_both_can_be_read() {
    let folder = folder();
    let page = page_of(&fixture::Shape::default(), folder.path());
    let mut browser = Browser::start(folder.path());
    let mut pages = Vec::new();
    for scheme in ["light", "dark"] {
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        browser.call("Emulation.setEmulatedMedia", features);
        browser.open(&page, 1024);
        let contrast = browser.ask(CONTRAST);
        let contrast = contrast.as_f64().expect("a number");
        assert!(contrast >= 4.5, "text has a contrast of only {contrast} in {scheme}");
        pages.push(browser.ask("getComputedStyle(document.body).backgroundColor"));
    }
    assert_ne!(pages[0], pages[1]);
}

/// The lowest contrast of any text of the page or of a chart with the page, after WCAG 2.
const CONTRAST: &str = "(() => { \
    const parse = colour => (colour.match(/[\\d.]+/g) || []).map(Number); \
    const part = value => { const share = value / 255; return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4; }; \
    const light = rgb => 0.2126 * part(rgb[0]) + 0.7152 * part(rgb[1]) + 0.0722 * part(rgb[2]); \
    const page = light(parse(getComputedStyle(document.body).backgroundColor)); \
    let lowest = 99; \
    for (const one of document.querySelectorAll('p, td, th, li, h1, h2, h3, figcaption, svg text.tick, svg text.end')) { \
        const style = getComputedStyle(one); \
        const ink = light(parse(one.tagName === 'text' ? style.fill : style.color)); \
        lowest = Math.min(lowest, (Math.max(page, ink) + 0.05) / (Math.min(page, ink) + 0.05)); \
    } \
    return lowest; })()";
