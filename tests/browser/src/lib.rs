//! A real browser for tests: Chromium without a window, driven through its debugging pipe.
//!
//! Messages are JSON, each ended by a zero byte, over two named pipes that a shell hands to the browser as
//! its third and fourth file. A [`Tab`] is one page. What cannot be done ends the test with a sentence that
//! says what it waited for.

use serde_json::{Value, json};
use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

/// How long anything may take.
const WAIT: Duration = Duration::from_secs(300);
/// Between two looks at whether something is so.
const LOOK: Duration = Duration::from_millis(50);

/// A browser.
pub struct Browser {
    child: Child,
    pipe: File,
    messages: Receiver<Value>,
    events: Vec<Value>,
    next: u64,
}

/// A page of the browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tab {
    session: String,
}

impl Browser {
    /// Starts a browser with a profile of its own in a folder.
    ///
    /// # Panics
    /// If Chromium is not installed or does not start.
    #[must_use]
    pub fn start(folder: &Path) -> Self {
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
        Self { child, pipe, messages, events: Vec::new(), next: 0 }
    }

    /// Opens a tab.
    pub fn tab(&mut self) -> Tab {
        let target = self.send(None, "Target.createTarget", json!({ "url": "about:blank" }));
        let target = target["targetId"].as_str().expect("a target").to_owned();
        let attached =
            self.send(None, "Target.attachToTarget", json!({ "targetId": target, "flatten": true }));
        let tab = Tab { session: attached["sessionId"].as_str().expect("a session").to_owned() };
        for domain in ["Page.enable", "Runtime.enable", "Log.enable", "Network.enable"] {
            self.call(&tab, domain, json!({}));
        }
        tab
    }

    /// Calls a method of the debugging protocol for a tab.
    pub fn call(&mut self, tab: &Tab, method: &str, params: Value) -> Value {
        self.send(Some(&tab.session), method, params)
    }

    fn send(&mut self, session: Option<&str>, method: &str, params: Value) -> Value {
        self.next += 1;
        let mut message = json!({ "id": self.next, "method": method, "params": params });
        if let Some(session) = session {
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

    /// Goes to an address in a window so wide, and waits until it is loaded; forgets what happened before.
    pub fn open(&mut self, tab: &Tab, address: &str, width: u32) {
        self.widen(tab, width);
        self.events.retain(|event| event["sessionId"] != tab.session);
        self.call(tab, "Page.navigate", json!({ "url": address }));
        while !self.events_of(tab).any(|event| event["method"] == "Page.loadEventFired") {
            let event = self.messages.recv_timeout(WAIT).expect("the page loads");
            self.events.push(event);
        }
    }

    /// Makes the window so wide; narrow ones are telephones.
    pub fn widen(&mut self, tab: &Tab, width: u32) {
        let metrics = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600 });
        self.call(tab, "Emulation.setDeviceMetricsOverride", metrics);
    }

    /// Sets what a reader prefers, such as `prefers-color-scheme` to `dark`.
    pub fn prefer(&mut self, tab: &Tab, feature: &str, value: &str) {
        self.call(
            tab,
            "Emulation.setEmulatedMedia",
            json!({ "features": [{ "name": feature, "value": value }] }),
        );
    }

    /// The value of an expression of the page's script; a promise is waited for.
    pub fn ask(&mut self, tab: &Tab, expression: &str) -> Value {
        let wish = json!({ "expression": expression, "returnByValue": true, "awaitPromise": true });
        let answer = self.call(tab, "Runtime.evaluate", wish);
        assert!(answer["exceptionDetails"].is_null(), "{answer}");
        answer["result"]["value"].clone()
    }

    /// Waits until an expression is neither false, nothing, zero nor empty; gives what it is.
    pub fn wait(&mut self, tab: &Tab, expression: &str) -> Value {
        let began = Instant::now();
        loop {
            let value = self.ask(
                tab,
                &format!("(() => {{ try {{ return {expression}; }} catch {{ return null; }} }})()"),
            );
            let is_there = match &value {
                Value::Null => false,
                Value::Bool(is) => *is,
                Value::Number(number) => number.as_f64() != Some(0.0),
                Value::String(text) => !text.is_empty(),
                Value::Array(list) => !list.is_empty(),
                Value::Object(_) => true,
            };
            if is_there {
                return value;
            }
            assert!(began.elapsed() < WAIT, "waited in vain for `{expression}`; {:?}", self.complaints(tab));
            std::thread::sleep(LOOK);
        }
    }

    /// Clicks in the middle of what a selector finds, as a hand would.
    pub fn click(&mut self, tab: &Tab, selector: &str) {
        self.click_at(tab, selector, 0.5, 0.5);
    }

    /// Clicks at a spot of what a selector finds, in shares of its width and height; again where it moved
    /// away under the hand.
    ///
    /// # Panics
    /// If no click reaches it.
    pub fn click_at(&mut self, tab: &Tab, selector: &str, across: f64, down: f64) {
        let text = serde_json::to_string(selector).expect("a text is JSON");
        let began = Instant::now();
        loop {
            let spot = self.spot(tab, selector, across, down);
            self.ask(
                tab,
                &format!(
                    "globalThis.isHit = false, document.querySelector({text}).addEventListener('click', () => (globalThis.isHit = true), \
                     {{ once: true, capture: true }})"
                ),
            );
            for kind in ["mouseMoved", "mousePressed", "mouseReleased"] {
                let mut event = json!({ "type": kind, "x": spot[0], "y": spot[1] });
                if kind != "mouseMoved" {
                    event["button"] = "left".into();
                    event["clickCount"] = 1.into();
                }
                self.call(tab, "Input.dispatchMouseEvent", event);
            }
            if self.ask(tab, "isHit") == json!(true) {
                return;
            }
            assert!(began.elapsed() < WAIT, "no click reaches `{selector}`; {:?}", self.complaints(tab));
        }
    }

    /// Moves the pointer over what a selector finds.
    pub fn hover(&mut self, tab: &Tab, selector: &str, across: f64, down: f64) {
        let spot = self.spot(tab, selector, across, down);
        self.call(
            tab,
            "Input.dispatchMouseEvent",
            json!({ "type": "mouseMoved", "x": spot[0], "y": spot[1] }),
        );
    }

    /// Where a spot of what a selector finds is, once it stands still.
    fn spot(&mut self, tab: &Tab, selector: &str, across: f64, down: f64) -> [f64; 2] {
        let text = serde_json::to_string(selector).expect("a text is JSON");
        self.wait(tab, &format!("document.querySelector({text})"));
        let find = format!(
            "(() => {{ const one = document.querySelector({text}); one.scrollIntoView({{ block: 'center', behavior: 'instant' }}); \
             const box = one.getBoundingClientRect(); return [box.left + box.width * {across}, box.top + box.height * {down}, box.width]; }})()"
        );
        let mut found = self.ask(tab, &find);
        loop {
            std::thread::sleep(LOOK);
            let again = self.ask(tab, &find);
            if again == found {
                break;
            }
            found = again;
        }
        assert!(found[2].as_f64() > Some(0.0), "`{selector}` cannot be seen");
        [0, 1].map(|side| found[side].as_f64().expect("a number"))
    }

    /// Presses a key by its name, such as `ArrowRight`, `Enter` or ` `.
    pub fn press(&mut self, tab: &Tab, key: &str) {
        let code = match key {
            " " => 32,
            "Enter" => 13,
            "Escape" => 27,
            "End" => 35,
            "Home" => 36,
            "ArrowLeft" => 37,
            "ArrowUp" => 38,
            "ArrowRight" => 39,
            "ArrowDown" => 40,
            _ => 0,
        };
        for kind in ["keyDown", "keyUp"] {
            let mut event = json!({ "type": kind, "key": key, "windowsVirtualKeyCode": code });
            if kind == "keyDown" && key == "Enter" {
                event["text"] = "\r".into();
            }
            self.call(tab, "Input.dispatchKeyEvent", event);
        }
    }

    fn events_of<'a>(&'a self, tab: &'a Tab) -> impl Iterator<Item = &'a Value> {
        self.events.iter().filter(|event| event["sessionId"] == tab.session)
    }

    /// What the page or the browser complained of: words on the console, faults, breaches of the policy.
    #[must_use]
    pub fn complaints(&self, tab: &Tab) -> Vec<String> {
        let loud = ["Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded"];
        let found = self.events_of(tab).filter(|event| loud.iter().any(|name| event["method"] == *name));
        found.map(|event| event["params"].to_string()).collect()
    }

    /// Every address that the page asked for.
    #[must_use]
    pub fn requests(&self, tab: &Tab) -> Vec<String> {
        let asked = self.events_of(tab).filter(|event| event["method"] == "Network.requestWillBeSent");
        asked.filter_map(|event| Some(event["params"]["request"]["url"].as_str()?.to_owned())).collect()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
