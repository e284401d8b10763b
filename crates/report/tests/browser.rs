//! The report in a real browser: no console message, no request to the network, each chart present and not
//! empty, no scrolling sideways on a telephone.

mod fixture;

use demerit_tests_browser::Browser;
use demerit_words::{Language, Words};
use demerit_worlds::tables::Told;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// The drawings that a page has: its charts, that of many worlds, and that of the life.
fn drawn(shape: &fixture::Shape) -> Vec<&'static str> {
    let charts = demerit_report::charts(&Told::of(&fixture::tables(shape), None), Words::default(), |_| true);
    let names: Vec<&str> = charts.iter().map(|chart| chart.name).collect();
    assert!(names.len() > 10, "{names:?}");
    names.into_iter().chain(["worlds", "life"]).collect()
}

/// A folder that is removed afterwards.
fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

fn address(page: &Path) -> String {
    format!("file://{}", page.display())
}

fn page_of(shape: &fixture::Shape, folder: &Path) -> PathBuf {
    page_in(Language::En, shape, folder)
}

fn page_in(language: Language, shape: &fixture::Shape, folder: &Path) -> PathBuf {
    let page = folder.join(format!("report-{language}.html"));
    let text = demerit_report::render(
        &Told::of(&fixture::tables(shape), None),
        demerit_report::Sureness::default(),
        Words::new(language),
    )
    .expect("a report");
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
    let tab = browser.tab();
    for width in [1440, 1024, 390] {
        browser.open(&tab, &address(&page), width);
        let drawings = browser.ask(&tab, DRAWINGS);
        let drawings = drawings.as_array().expect("a list");
        for chart in drawn(&shape) {
            let of: Vec<&Value> = drawings.iter().filter(|one| one["name"] == chart).collect();
            assert_eq!(of.len(), 1, "at {width} px the chart {chart} is drawn {} times", of.len());
            let number = |name: &str| of[0][name].as_f64().unwrap_or(0.0);
            assert!(number("width") > 200.0 && number("height") > 80.0, "at {width} px: {}", of[0]);
            assert!(number("marks") > 0.0, "at {width} px the chart {chart} is empty");
        }
        let over =
            browser.ask(&tab, "document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assert_eq!(over, json!(0), "at {width} px the page scrolls sideways");
        let ids = browser.ask(
            &tab,
            "(() => { const ids = [...document.querySelectorAll('[id]')].map(one => one.id); \
                               return ids.filter((id, at) => ids.indexOf(id) !== at); })()",
        );
        assert_eq!(ids, json!([]), "an id stands twice");
        let links = browser.ask(&tab, "[...document.querySelectorAll('a')].map(one => one.getAttribute('href')) \
                                 .filter(one => !one.startsWith('#') || !document.getElementById(one.slice(1)))");
        assert_eq!(links, json!([]), "a link leads nowhere or out of the page");
        assert!(browser.complaints(&tab).is_empty(), "at {width} px: {:?}", browser.complaints(&tab));
        let requests = browser.requests(&tab);
        assert!(requests.iter().all(|url| *url == address(&page)), "{requests:?}");
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
    let tab = browser.tab();
    browser.open(&tab, &address(&page), 390);
    let over =
        browser.ask(&tab, "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assert_eq!(over, json!(0));
    assert!(browser.complaints(&tab).is_empty(), "{:?}", browser.complaints(&tab));
    assert_eq!(browser.ask(&tab, "document.querySelectorAll('figure[id]').length"), json!(12));
}

/// Texts of drawings that reach out of their drawing, where they are cut off, by more than a few points.
const CUT: &str = "[...document.querySelectorAll('svg[data-chart]')].flatMap(svg => { \
    const all = svg.getBoundingClientRect(); \
    return all.width === 0 ? [] : [...svg.querySelectorAll('text')].filter(text => { \
        const box = text.getBoundingClientRect(); return box.left < all.left - 3 || box.right > all.right + 3; }) \
        .map(text => svg.dataset.chart + ': ' + text.textContent); })";

#[test]
fn no_name_of_an_indonesian_page_is_cut_off() {
    let folder = folder();
    let mut browser = Browser::start(folder.path());
    let tab = browser.tab();
    let page =
        page_in(Language::Id, &fixture::Shape { many: true, ..fixture::Shape::default() }, folder.path());
    for width in [1440, 390] {
        browser.open(&tab, &address(&page), width);
        assert_eq!(browser.ask(&tab, "document.documentElement.lang"), json!("id"));
        assert_eq!(browser.ask(&tab, CUT), json!([]), "at {width} px");
        let over =
            browser.ask(&tab, "document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assert_eq!(over, json!(0), "at {width} px the page scrolls sideways");
    }
}

#[test]
fn dark_and_light_differ_and_both_can_be_read() {
    let folder = folder();
    let page = page_of(&fixture::Shape::default(), folder.path());
    let mut browser = Browser::start(folder.path());
    let tab = browser.tab();
    let mut pages = Vec::new();
    for scheme in ["light", "dark"] {
        browser.prefer(&tab, "prefers-color-scheme", scheme);
        browser.open(&tab, &address(&page), 1024);
        let contrast = browser.ask(&tab, CONTRAST);
        let contrast = contrast.as_f64().expect("a number");
        assert!(contrast >= 4.5, "text has a contrast of only {contrast} in {scheme}");
        pages.push(browser.ask(&tab, "getComputedStyle(document.body).backgroundColor"));
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
