//! Addresses: a link opens the study and the settings that it was copied from, and one that cannot be read
//! leaves no dead page.

use crate::{DONE, Seen, complaints};
use demerit_tests_browser::Tab;

const NOTICE: &str =
    "document.querySelector('#banner').hidden ? '' : document.querySelector('#banner').textContent";
const CHOSEN: &str = "document.querySelector('#base').value";

/// Opens an address with settings in a tab of its own.
fn open(seen: &mut Seen, settings: &str) -> Tab {
    let tab = seen.browser.tab();
    let address = format!("{}#s={}", seen.served.address, settings.replace('"', "%22").replace(' ', "%20"));
    seen.browser.open(&tab, &address, 1024);
    seen.browser.wait(&tab, DONE);
    tab
}

#[test]
fn a_link_opens_its_study_again() {
    let mut seen = Seen::at(1024);
    let tab = open(&mut seen, "{\"base\":\"no-dark-corner\",\"persons\":500,\"years\":0.5}");
    assert_eq!(seen.browser.ask(&tab, CHOSEN), "no-dark-corner");
    seen.browser.call(&tab, "Page.reload", serde_json::json!({}));
    seen.browser.wait(&tab, &format!("document.readyState === 'complete' && {DONE}"));
    assert_eq!(seen.browser.ask(&tab, CHOSEN), "no-dark-corner");
    let hash = seen.browser.ask(&tab, "decodeURIComponent(location.hash)");
    assert!(hash.as_str().is_some_and(|hash| hash.contains("no-dark-corner")), "{hash}");
    // The study that is open here is of a file, which no link holds.
    seen.browser.click(&seen.tab, "#link");
    seen.wait("!document.querySelector('#banner').hidden");
    let notice = seen.ask(NOTICE);
    assert!(notice.contains("file"), "{notice}");
    seen.is_quiet();
}

#[test]
fn a_link_that_cannot_be_read_is_told_and_leaves_the_study_as_it_is() {
    let mut seen = Seen::at(1024);
    for settings in [
        "{\"figures\":null}",
        "{\"off\":\"spillover\"}",
        "{\"nothing\":1}",
        "{\"__proto__\":{}}",
        "{\"base\":\"opened-0123456789abcdef\"}",
        "{\"figures\":{\"society: cities.cameras\":1e300}}",
        "{",
    ] {
        let tab = open(&mut seen, settings);
        let notice = seen.browser.ask(&tab, NOTICE);
        assert!(notice.as_str().is_some_and(|notice| notice.len() > 20), "{settings}: {notice}");
        assert_ne!(seen.browser.ask(&tab, "document.querySelectorAll('.control').length"), 0);
        assert_eq!(seen.browser.ask(&tab, "document.querySelector('#reset').disabled"), true, "{settings}");
        // A change of the reader's own is the end of the notice.
        seen.browser.ask(&tab, "document.querySelector('[name=beside][value=unchanged]').click()");
        seen.browser.wait(&tab, "document.querySelector('#banner').hidden");
        let run = seen.browser.ask(&tab, "demerit.run()");
        let mut loud = complaints(&seen.browser, &tab, run.as_str().unwrap_or_default());
        loud.retain(|one| !one.contains("/api/controls") && !one.contains("/api/run"));
        assert!(loud.is_empty(), "{settings}: {loud:#?}");
        seen.browser.call(&tab, "Page.close", serde_json::json!({}));
    }
}

#[test]
fn worlds_without_scores_have_no_colours_of_scores() {
    let mut seen = Seen::at(1024);
    let tab = open(
        &mut seen,
        "{\"base\":\"no-dark-corner\",\"persons\":500,\"years\":0.5,\"beside\":\"unchanged\",\"off\":[\"scores\",\"commercial-score\"]}&c=score",
    );
    seen.browser.wait(&tab, "document.querySelector('#key').textContent.length > 10");
    let run = seen.browser.ask(&tab, "demerit.run()");
    let loud = complaints(&seen.browser, &tab, run.as_str().unwrap_or_default());
    assert!(loud.is_empty(), "{loud:#?}");
}

#[test]
fn a_life_that_shows_much_is_opened_with_the_reason() {
    let mut seen = Seen::at(1024);
    let run = seen.run();
    seen.ask("document.querySelector('[name=beside][value=unchanged]').click()");
    seen.wait(&format!(
        "demerit.run() !== '{run}' && (document.querySelector('#striking').disabled || {DONE})"
    ));
    seen.wait(DONE);
    seen.browser.click(&seen.tab, "#striking");
    seen.wait("document.querySelector('#because')?.textContent.length > 20");
    seen.is_quiet();
}
