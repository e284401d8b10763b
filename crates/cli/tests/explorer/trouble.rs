//! Trouble on the way: answers that come late, never, or say that the run is gone; events that are lost; a
//! machine with much else to do. Once it is over, the page shows the worlds that were asked for last.

use crate::{DONE, LAST_WEEK, LOOKS, Seen};
use serde_json::json;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// Threads with nothing to do but to be busy.
const BUSY: usize = 6;

/// Stands between the page and the server while `trouble` is true. The luck is the same each time.
const BETWEEN: &str = r#"(() => {
  let seed = 2018;
  const luck = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  const late = (most) => new Promise((go) => setTimeout(go, trouble ? luck() * most : 0));
  const [asked, Source] = [fetch, EventSource];
  globalThis.trouble = false;
  globalThis.fetch = async (path, options = {}) => {
    await late(400);
    const fate = trouble ? luck() : 1;
    if (fate < 0.1) throw new TypeError("lost on the way there");
    if (fate < 0.25 && /^\/api\/run\/[^/]+\//.test(path)) {
      return new Response(JSON.stringify({ error: { message: "gone", place: "run" } }), { status: 404 });
    }
    const answer = await asked(path, options);
    await late(400);
    if (fate < 0.35) throw new TypeError("lost on the way back");
    return answer;
  };
  globalThis.EventSource = class extends Source {
    last = Promise.resolve();
    addEventListener(name, act) {
      super.addEventListener(name, (event) => {
        if (trouble && luck() < 0.2) return;
        this.last = this.last.then(() => late(200)).then(() => this.readyState !== Source.CLOSED && act(event));
      });
    }
  };
})()"#;

/// Lets no event of a week through.
const WEEKS_LOST: &str = r#"(() => {
  const Source = EventSource;
  globalThis.weeksLost = 0;
  globalThis.EventSource = class extends Source {
    addEventListener(name, act) {
      super.addEventListener(name, (event) => (name === "week" ? (weeksLost += 1) : act(event)));
    }
  };
})()"#;

/// Keeps both processors busy while `act` runs.
fn beside_busy_loops(act: impl FnOnce()) {
    let is_over = AtomicBool::new(false);
    std::thread::scope(|scope| {
        for _ in 0..BUSY {
            scope.spawn(|| {
                while !is_over.load(Ordering::Relaxed) {
                    std::hint::spin_loop();
                }
            });
        }
        let done = std::panic::catch_unwind(std::panic::AssertUnwindSafe(act));
        is_over.store(true, Ordering::Relaxed);
        if let Err(fault) = done {
            std::panic::resume_unwind(fault);
        }
    });
}

/// The first two columns of the figures, as they are shown.
const FIGURES: &str = "[...document.querySelectorAll('#numbers tbody tr')].map((row) => \
                       [...row.cells].slice(0, 3).map((one) => one.textContent).join(' ')).join('; ')";

/// What a page of its own, without trouble, shows of the settings of an address.
fn shown_at(seen: &mut Seen, address: &str) -> (String, String) {
    let tab = seen.browser.tab();
    seen.browser.open(&tab, address, 1440);
    seen.browser.wait(&tab, DONE);
    let figures = seen.browser.ask(&tab, FIGURES).as_str().unwrap_or_default().to_owned();
    seen.browser.wait(&tab, LAST_WEEK);
    let looks = seen.browser.ask(&tab, LOOKS).to_string();
    seen.browser.call(&tab, "Page.close", json!({}));
    (figures, looks)
}

#[test]
fn the_page_comes_to_rest_in_the_state_that_was_asked_for_last() {
    let mut seen = Seen::at(1440);
    seen.browser.call(&seen.tab, "Page.addScriptToEvaluateOnNewDocument", json!({ "source": BETWEEN }));
    seen.browser.call(&seen.tab, "Page.reload", json!({}));
    seen.wait(&format!("'trouble' in globalThis && document.readyState === 'complete' && {DONE}"));
    let slider = "document.querySelector('[data-control=alcohol] input[type=range]')";
    beside_busy_loops(|| {
        for (round, acts) in [
            &[
                "document.querySelector('#tour-begin').click()",
                "document.querySelector('#tour-next').click()",
            ][..],
            &["document.querySelector('[name=beside][value=unchanged]').click()", "press('Home')"],
            &["press('End')", "document.querySelector('#tour-next').click()"],
            &["document.querySelector('#reset').click()", "press('Home')", "press('End')"],
        ]
        .iter()
        .enumerate()
        {
            seen.ask("trouble = true");
            for act in *acts {
                match act.strip_prefix("press('").and_then(|rest| rest.strip_suffix("')")) {
                    Some(key) => {
                        seen.ask(&format!("{slider}.focus()"));
                        seen.browser.press(&seen.tab, key);
                    }
                    None => {
                        seen.ask(act);
                    }
                }
                std::thread::sleep(Duration::from_millis(300 * (round as u64 + 1)));
            }
            std::thread::sleep(Duration::from_secs(2));
            let address = seen.ask("trouble = false, location.href");
            let (figures, looks) = shown_at(&mut seen, &address);
            assert!(figures.len() > 100, "{figures}");
            seen.wait(&format!("demerit.isAtRest() && {DONE}"));
            assert_eq!(seen.ask(FIGURES), figures, "the figures are of other worlds");
            seen.wait(LAST_WEEK);
            assert_eq!(seen.ask(LOOKS), looks, "the pictures are of other worlds");
            let chart = "document.querySelector('#tour').hidden || document.querySelector('#tour-chart figure, #tour-chart .nothing')";
            seen.wait(chart);
            seen.wait("document.querySelector('#banner').hidden");
        }
    });
}

#[test]
fn a_page_that_heard_of_no_week_paints_the_last_one_once_all_are_lived() {
    let mut seen = Seen::at(1440);
    seen.browser.call(&seen.tab, "Page.addScriptToEvaluateOnNewDocument", json!({ "source": WEEKS_LOST }));
    seen.browser.call(&seen.tab, "Page.reload", json!({}));
    seen.wait(&format!("'weeksLost' in globalThis && document.readyState === 'complete' && {DONE}"));
    seen.wait(LAST_WEEK);
    assert!(seen.ask("String(weeksLost > 0)") == "true", "no event of a week was lost");
}

#[test]
fn the_tour_goes_on_however_busy_the_machine_is() {
    beside_busy_loops(crate::lead_through_the_tour);
}
