//! The explorer in a real browser: the tour from end to end, sliders, scrubbing, lives, languages, dark and
//! light, a connection that is lost and found, two tabs. No complaint of the browser, no address but the
//! program's own.

mod changes;
mod links;
mod trouble;

use demerit_tests_browser::{Browser, Tab};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// A small country for two years: what the page does is the same as for a large one.
const STUDY: &str = r#"
name = "small"
title = "A small country"
about = "For tests."
society = "china-2020"
persons = 4000
start_year = 2012
years = 2
seed = 7
cohort = 0

[[worlds]]
name = "regime"
rollout = [
    { phase = "before", from_year = 0, regime = "courts-only" },
    { phase = "national", from_year = 0.25, regime = "no-dark-corner" },
]

[[worlds]]
name = "twin"
rollout = [{ phase = "before", from_year = 0, regime = "courts-only" }]
"#;

/// The program, serving its page.
struct Served {
    child: Child,
    address: String,
}

impl Served {
    fn at(folder: &Path, port: u16) -> Self {
        let study = folder.join("small.toml");
        std::fs::write(&study, STUDY).expect("the study is written");
        let mut child = Command::new(env!("CARGO_BIN_EXE_demerit"))
            .args(["explore", "--no-open", "--port", &port.to_string()])
            .arg(&study)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let mut address = String::new();
        BufReader::new(child.stdout.take().expect("a pipe"))
            .read_line(&mut address)
            .expect("the address is told");
        let address = address.trim().to_owned();
        assert!(address.starts_with("http://127.0.0.1:"), "`{address}` is no address of this machine");
        Self { child, address }
    }

    fn port(&self) -> u16 {
        self.address
            .trim_end_matches('/')
            .rsplit(':')
            .next()
            .and_then(|port| port.parse().ok())
            .expect("a port")
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A folder, the program and a browser with a page that has lived all its weeks.
struct Seen {
    browser: Browser,
    tab: Tab,
    served: Served,
    folder: tempfile::TempDir,
}

/// Whether the run on screen is over.
const DONE: &str = "demerit.run() && document.body.dataset.done === demerit.run()";

/// Whether the last week is painted.
const LAST_WEEK: &str = "demerit.painted() === Number(document.querySelector('#week').max)";

impl Seen {
    fn at(width: u32) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let served = Served::at(folder.path(), 0);
        let mut browser = Browser::start(folder.path());
        let tab = browser.tab();
        browser.open(&tab, &served.address, width);
        browser.wait(&tab, DONE);
        Self { browser, tab, served, folder }
    }

    fn ask(&mut self, expression: &str) -> String {
        let value = self.browser.ask(&self.tab, expression);
        value.as_str().map_or_else(|| value.to_string(), str::to_owned)
    }

    fn wait(&mut self, expression: &str) {
        self.browser.wait(&self.tab, expression);
    }

    /// Waits until a run other than this one is over.
    fn wait_for_another(&mut self, run: &str) {
        self.wait(&format!("demerit.run() !== '{run}' && {DONE}"));
    }

    fn run(&mut self) -> String {
        self.ask("demerit.run()")
    }

    /// Nothing was complained of, and nobody else was asked for anything.
    fn is_quiet(&mut self) {
        let run = self.run();
        let complaints = complaints(&self.browser, &self.tab, &run);
        assert!(complaints.is_empty(), "{complaints:#?}");
        let requests = self.browser.requests(&self.tab);
        assert!(requests.len() > 10, "requests were not seen");
        let own = |one: &String| {
            one.starts_with(&self.served.address) || one.starts_with("blob:") || one.starts_with("data:")
        };
        let foreign: Vec<_> = requests.iter().filter(|one| !own(one)).collect();
        assert!(foreign.is_empty(), "{foreign:?}");
    }
}

/// What the browser complained of, but for pictures that were asked for of a run that was dropped meanwhile,
/// and for advice on how these tests look at pictures.
fn complaints(browser: &Browser, tab: &Tab, run: &str) -> Vec<String> {
    let mut all = browser.complaints(tab);
    let own = format!("/api/run/{run}/");
    all.retain(|one| {
        let is_dropped = one.contains("404") && one.contains("/api/run/") && !one.contains(&own);
        !one.contains("willReadFrequently") && !is_dropped
    });
    all
}

/// How many different colours the picture of a world has.
fn colours(world: usize) -> String {
    format!(
        "(() => {{ const one = document.querySelectorAll('canvas.picture')[{world}]; \
         const data = new Uint32Array(one.getContext('2d').getImageData(0, 0, one.width, one.height).data.buffer); \
         return new Set(data).size; }})()"
    )
}

/// What a picture looks like, as one number.
const LOOKS: &str = "(() => { const one = document.querySelector('canvas.picture'); \
    const data = new Uint32Array(one.getContext('2d').getImageData(0, 0, one.width, one.height).data.buffer); \
    let sum = 0; for (const pixel of data) sum = (sum * 31 + pixel) >>> 0; return sum; })()";

#[test]
fn the_tour_says_what_the_figures_bear_and_no_more() {
    let mut seen = Seen::at(1440);
    let asked = "import('/assets/verdict.js').then(({ verdict, lessBy }) => [[0.033, 0.0001], [0.0001, 0.033], \
        [0.05, 0.051], [0, 0], [0, 0.01], [null, 0.1], [0.1, null]].map(([was, now]) => \
        `${verdict(was, now)} ${lessBy(was ?? 0, now ?? 0).toFixed(2)}`).join())";
    let told = seen.ask(asked);
    assert_eq!(told, "fell 1.00,rose 0.00,same 0.00,same 0.00,rose 0.00,nothing 0.00,nothing 1.00");
}

#[test]
fn the_tour_leads_through_seven_steps() {
    lead_through_the_tour();
}

fn lead_through_the_tour() {
    let mut seen = Seen::at(1440);
    let mut run = seen.run();
    seen.browser.click(&seen.tab, "#tour-begin");
    let mut titles = Vec::new();
    for step in 1..=7 {
        seen.wait_for_another(&run);
        run = seen.run();
        seen.wait("document.querySelector('#tour-live').textContent.length > 20 && document.querySelector('#tour-chart figure, #tour-chart .nothing')");
        titles.push(seen.ask("document.querySelector('#tour-title').textContent"));
        assert!(seen.ask("location.hash").contains(&format!("tour={step}")));
        // What is asked for can be found, and is marked.
        seen.browser.click(&seen.tab, ".task button");
        seen.wait("document.querySelector('.wanted') && document.querySelector('.wanted').contains(document.activeElement)");
        if step == 3 {
            // A switch that the step asks for; what it changed is then said.
            seen.browser.press(&seen.tab, " ");
            seen.wait_for_another(&run);
            run = seen.run();
            seen.wait("document.querySelector('#tour-result').textContent.length > 20");
        }
        seen.browser.click(&seen.tab, "#tour-next");
    }
    assert_eq!(
        seen.ask("document.querySelector('#tour').hidden"),
        "true",
        "after the last step the tour is over"
    );
    titles.dedup();
    assert_eq!(titles.len(), 7, "{titles:?}");
    seen.is_quiet();
}

#[test]
fn a_slider_makes_other_worlds_and_the_old_figures_stay_beside() {
    let mut seen = Seen::at(1440);
    let run = seen.run();
    seen.wait("document.querySelectorAll('#numbers tbody tr').length >= 7");
    assert_eq!(seen.ask("document.querySelectorAll('#numbers td.side-2').length"), "0");
    seen.ask("document.querySelector('[data-control=alcohol] input[type=range]').focus()");
    for _ in 0..12 {
        seen.browser.press(&seen.tab, "ArrowRight");
    }
    seen.wait_for_another(&run);
    seen.wait("document.querySelectorAll('#numbers td.side-2').length >= 7");
    let hash = seen.ask("decodeURIComponent(location.hash)");
    assert!(hash.contains("rules["), "the link `{hash}` has no change in it");
    let hash = seen.ask("location.href");
    let other = seen.browser.tab();
    seen.browser.open(&other, &hash, 1024);
    seen.browser.wait(&other, DONE);
    let set = "document.querySelector('[data-control=alcohol] input[type=number]').value";
    assert_eq!(
        seen.browser.ask(&other, set),
        seen.browser.ask(&seen.tab, set),
        "the link opens something else"
    );
    // All changes can be taken back at once.
    let run = seen.run();
    seen.browser.click(&seen.tab, "#reset");
    seen.wait_for_another(&run);
    assert!(!seen.ask("location.hash").contains("figures"));
    seen.is_quiet();
}

#[test]
fn weeks_are_scrubbed_and_colours_changed_with_the_keys() {
    let mut seen = Seen::at(1024);
    seen.wait(&format!("{} > 1", colours(0)));
    seen.ask("document.activeElement.blur()");
    seen.browser.press(&seen.tab, "End");
    seen.wait(&format!("{DONE} && {LAST_WEEK}"));
    let end = seen.ask("document.querySelector('#when').textContent");
    let last = seen.ask(LOOKS);
    seen.browser.press(&seen.tab, "Home");
    seen.wait(&format!("document.querySelector('#week').value === '0' && {LOOKS} !== {last}"));
    assert_ne!(seen.ask("document.querySelector('#when').textContent"), end);
    seen.browser.press(&seen.tab, "ArrowRight");
    seen.wait("document.querySelector('#week').value === '1'");
    seen.browser.press(&seen.tab, "End");
    seen.wait(&format!("{LOOKS} === {last}"));
    seen.browser.click(&seen.tab, ".looks input[value=score]");
    seen.wait(&format!("{LOOKS} !== {last}"));
    // It plays from the beginning to the end, and stops there.
    seen.ask("document.querySelector('#speed').selectedIndex = 2, document.querySelector('#speed').dispatchEvent(new Event('change'))");
    seen.browser.click(&seen.tab, "#play");
    seen.wait("Number(document.querySelector('#week').value) > 10 && Number(document.querySelector('#week').value) < 100");
    seen.wait("document.querySelector('#week').value === document.querySelector('#week').max && document.querySelector('#play').textContent === '►'");
    seen.is_quiet();
}

#[test]
fn somebody_is_hovered_over_and_their_life_opened() {
    let mut seen = Seen::at(1440);
    seen.browser.hover(&seen.tab, "canvas.picture", 0.2, 0.3);
    seen.wait("!document.querySelector('#tip').hidden && document.querySelector('#tip .here')");
    seen.browser.click_at(&seen.tab, "canvas.picture", 0.2, 0.3);
    seen.wait("document.querySelector('#life').open && document.querySelectorAll('#life h3').length >= 2");
    assert!(seen.ask("location.hash").contains("p="));
    seen.browser.press(&seen.tab, "Escape");
    seen.wait("!document.querySelector('#life').open && !location.hash.includes('p=')");
    // The same with keys alone.
    seen.ask("document.querySelector('canvas.picture').focus()");
    seen.browser.press(&seen.tab, "ArrowRight");
    seen.browser.press(&seen.tab, "ArrowDown");
    seen.wait("document.querySelector('#spoken').textContent.length > 10");
    seen.browser.press(&seen.tab, "Enter");
    seen.wait("document.querySelector('#life').open");
    seen.is_quiet();
}

#[test]
fn a_chart_tells_what_it_is_made_of() {
    let mut seen = Seen::at(1440);
    seen.ask("document.querySelector('[data-chart=sanctioned]').scrollIntoView()");
    seen.wait("document.querySelector('[data-chart=sanctioned] svg')");
    // Charts above it may still push it down, so that a hand would miss it.
    seen.ask("document.querySelector('[data-chart=sanctioned] .why-button').click()");
    seen.wait("document.querySelector('#why').open && document.querySelectorAll('#why dl dt').length > 0");
    seen.wait("document.querySelector('#why .origins svg')");
    seen.browser.click(&seen.tab, "#why .act");
    seen.wait("document.querySelectorAll('#shares tr').length > 2");
    let parts = seen.ask("document.querySelectorAll('#why table tbody tr').length");
    assert!(parts.parse::<u32>().is_ok_and(|count| count > 2), "{parts}");
    seen.is_quiet();
}

#[test]
fn two_languages_and_two_schemes() {
    let mut seen = Seen::at(1024);
    let light = seen.ask("getComputedStyle(document.body).backgroundColor");
    let before = seen.ask(LOOKS);
    seen.browser.prefer(&seen.tab, "prefers-color-scheme", "dark");
    seen.wait(&format!(
        "getComputedStyle(document.body).backgroundColor !== '{light}' && {LOOKS} !== {before}"
    ));
    let run = seen.run();
    let english = seen.ask("document.querySelector('#panel h2').textContent");
    seen.ask("(() => { const one = document.querySelector('#language'); one.value = 'id'; one.dispatchEvent(new Event('change')); })()");
    seen.wait_for_another(&run);
    assert_eq!(seen.ask("document.documentElement.lang"), "id");
    assert_ne!(seen.ask("document.querySelector('#panel h2').textContent"), english);
    // No message is missing: what is missing shows its name.
    let names = seen.ask(
        "[...document.querySelectorAll('button, label, summary, h2, h3, legend, option, p, th')].map(one => one.textContent.trim()) \
         .filter(text => /^[a-z]+(-[a-z0-9]+)+$/.test(text)).join(' ')",
    );
    assert_eq!(names, "");
    seen.is_quiet();
}

#[test]
fn no_page_scrolls_sideways_and_no_id_stands_twice() {
    let mut seen = Seen::at(1440);
    for width in [1440, 1024, 390] {
        seen.browser.widen(&seen.tab, width);
        seen.wait("document.readyState === 'complete'");
        let over = seen.ask("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assert_eq!(over, "0", "at {width} px the page scrolls sideways");
        let unnamed = seen.ask(
            "[...document.querySelectorAll('input:not([type=file]), select, button')].filter(one => one.offsetParent && \
             !(one.ariaLabel || one.textContent.trim() || one.labels?.length || one.getAttribute('aria-labelledby'))).length",
        );
        assert_eq!(unnamed, "0", "at {width} px something that can be used has no name");
    }
    let twice = seen.ask("(() => { const ids = [...document.querySelectorAll('[id]')].map(one => one.id); return ids.filter((id, at) => ids.indexOf(id) !== at).join(' '); })()");
    assert_eq!(twice, "");
    seen.is_quiet();
}

#[test]
fn a_lost_connection_is_told_and_found_again() {
    let mut seen = Seen::at(1024);
    let port = seen.served.port();
    let run = seen.run();
    let _ = seen.served.child.kill();
    let _ = seen.served.child.wait();
    seen.wait("!document.querySelector('#banner').hidden");
    seen.served = Served::at(seen.folder.path(), port);
    // No two starts call a run the same.
    seen.wait_for_another(&run);
    seen.wait("document.querySelector('#banner').hidden");
    // The other start has another token, which the page has taken up: it can begin a run.
    seen.ask("document.querySelector('#beside, [name=beside][value=unchanged]').click()");
    seen.wait(&format!("{DONE} && document.querySelectorAll('canvas.picture').length === 2"));
    assert_eq!(seen.ask("document.querySelector('#banner').hidden"), "true");
}

#[test]
fn two_tabs_do_not_disturb_each_other() {
    let mut seen = Seen::at(1024);
    let other = seen.browser.tab();
    seen.browser.open(&other, &seen.served.address.clone(), 390);
    seen.browser.wait(&other, DONE);
    let first = seen.run();
    assert_ne!(seen.browser.ask(&other, "demerit.run()"), first.as_str());
    seen.browser.ask(&other, "document.querySelector('[name=beside][value=unchanged]').click()");
    seen.browser.wait(&other, "document.body.dataset.done === demerit.run() && document.querySelectorAll('#numbers td.side-2').length >= 7");
    // The first one's run is still there.
    assert_eq!(seen.run(), first);
    seen.browser.click(&seen.tab, ".looks input[value=fear]");
    seen.wait(&format!("{} > 1", colours(0)));
    let run = seen.browser.ask(&other, "demerit.run()");
    let complaints = complaints(&seen.browser, &other, run.as_str().unwrap_or_default());
    assert!(complaints.is_empty(), "{complaints:#?}");
    seen.is_quiet();
}
