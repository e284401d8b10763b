//! Settings in the page: what the address says of them, where they are shown, and pictures that follow them.

use super::{DONE, STUDY, Seen, colours};

/// Changes what stands beside the first world: the smallest change there is.
const CHANGE: &str = "document.querySelector('[name=beside][value=unchanged]').click()";

/// Puts something into a box, as a hand would.
fn put(selector: &str, value: &str, event: &str) -> String {
    format!(
        "(() => {{ const one = document.querySelector(`{selector}`); one.value = `{value}`; one.dispatchEvent(new Event('{event}')); }})()"
    )
}

#[test]
fn a_week_that_was_chosen_is_painted_in_the_next_worlds_too() {
    let mut seen = Seen::at(1024);
    let run = seen.run();
    seen.ask(&put("#week", "20", "input"));
    seen.wait("location.hash.includes('t=20')");
    seen.ask(CHANGE);
    seen.wait_for_another(&run);
    seen.wait(&format!(
        "document.querySelector('#week').value === '20' && {} > 1 && {} > 1",
        colours(0),
        colours(1)
    ));
    seen.is_quiet();
}

#[test]
fn a_link_keeps_the_study_and_how_large_it_is() {
    let end = "#s=%7B%22base%22%3A%22what-if%22%2C%22persons%22%3A2000%2C%22years%22%3A1%7D";
    let mut seen = Seen::of(STUDY, end, 1024);
    for _ in 0..2 {
        assert_eq!(seen.ask("document.querySelector('#base').value"), "what-if");
        let hash = seen.ask("decodeURIComponent(location.hash)");
        for part in ["\"base\":\"what-if\"", "\"persons\":2000", "\"years\":1"] {
            assert!(hash.contains(part), "{hash}");
        }
        assert_eq!(seen.ask("document.querySelector('#reset').disabled"), "false", "something is changed");
        seen.ask("delete document.body.dataset.done, location.reload()");
        seen.wait(DONE);
    }
    seen.ask("document.querySelector('#reset').click()");
    seen.wait("document.querySelector('#reset').disabled && !location.hash.includes('persons')");
}

#[test]
fn links_that_nobody_can_open_show_the_usual_study_and_say_so() {
    for end in [
        "#s=%7B%22figures%22%3Anull%7D",
        "#s=%7B%22figures%22%3A%7B%22a%22%3A%22b%22%7D%7D",
        "#s=%7B%22base%22%3A%22opened-0000000000000000%22%7D",
        "#s=%7B%22nothing%22%3A1%7D",
        "#s=%5B1%5D",
        "#s=%7B",
    ] {
        let mut seen = Seen::of(STUDY, end, 1024);
        assert_eq!(seen.ask("document.querySelector('#banner').hidden"), "false", "{end}");
        assert!(seen.ask("document.querySelector('#banner').textContent").contains("link"), "{end}");
        let run = seen.run();
        seen.ask(CHANGE);
        seen.wait_for_another(&run);
        assert_eq!(seen.ask("document.querySelector('#banner').hidden"), "true", "gone with the next change");
    }
}

#[test]
fn every_figure_has_a_name_and_is_one_wherever_it_stands() {
    let mut seen = Seen::at(1440);
    seen.ask("document.querySelectorAll('#controls details').forEach(one => one.open = true)");
    let key = seen.ask("document.querySelector('[data-control=alcohol]').dataset.key");
    seen.ask(&put("#controls input[type=search]", &key, "input"));
    seen.wait("document.querySelector('.every .control input[type=range]')");
    let unnamed = seen.ask(
        "[...document.querySelectorAll('#controls input')].filter(one => { \
         const ids = one.getAttribute('aria-labelledby'); \
         const named = ids ? ids.split(' ').every(id => document.getElementById(id)?.textContent.trim()) : one.ariaLabel || one.labels.length; \
         return !named; }).length",
    );
    assert_eq!(unnamed, "0");
    let run = seen.run();
    let low = seen.ask("document.querySelector('.every .control input[type=number]').min");
    seen.ask(&put(".every .control input[type=number]", &low, "change"));
    assert_eq!(seen.ask("document.querySelector('[data-control=alcohol] input[type=number]').value"), low);
    assert_eq!(
        seen.ask("document.querySelector('[data-control=alcohol]').classList.contains('changed')"),
        "true"
    );
    seen.wait_for_another(&run);
    // What is beyond the range is not taken, and does not stay.
    seen.ask("document.querySelector('[data-control=alcohol] input[type=number]').focus()");
    seen.ask(&put("[data-control=alcohol] input[type=number]", "1e9", "change"));
    seen.ask(&put("[data-control=alcohol] input[type=number]", "1e9", "blur"));
    assert_eq!(seen.ask("document.querySelector('[data-control=alcohol] input[type=number]').value"), low);
    seen.is_quiet();
}

#[test]
fn worlds_without_any_score_are_coloured_all_the_same() {
    let study = STUDY.replace("no-dark-corner", "court-list");
    assert_ne!(study, STUDY);
    let mut seen = Seen::of(&study, "#c=score", 1024);
    seen.wait("document.querySelector('.looks input[value=score]').checked");
    seen.browser.click(&seen.tab, ".looks input[value=sanction]");
    seen.wait(&format!("{} > 1", colours(0)));
    seen.is_quiet();
}
