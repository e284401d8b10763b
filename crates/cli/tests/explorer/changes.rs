//! What follows a change: pictures, charts and figures of the new worlds, and controls that agree with each
//! other.

use crate::{DONE, Seen, colours};

/// Moves the slider of a curated control.
fn move_slider(seen: &mut Seen, control: &str, key: &str) {
    seen.ask(&format!("document.querySelector('[data-control={control}] input[type=range]').focus()"));
    seen.browser.press(&seen.tab, key);
}

/// Writes a number into a box and leaves it.
fn write(seen: &mut Seen, selector: &str, value: &str) {
    seen.ask(&format!(
        "(() => {{ const one = document.querySelector('{selector}'); one.value = '{value}'; one.dispatchEvent(new Event('change')); }})()"
    ));
}

#[test]
fn a_change_after_scrubbing_paints_both_worlds() {
    let mut seen = Seen::at(1440);
    let run = seen.run();
    seen.ask("(() => { const one = document.querySelector('#week'); one.value = '40'; one.dispatchEvent(new Event('input')); })()");
    seen.wait("location.hash.includes('t=40')");
    move_slider(&mut seen, "alcohol", "ArrowRight");
    seen.wait_for_another(&run);
    seen.wait(&format!("{} > 1 && {} > 1", colours(0), colours(1)));
    assert_eq!(seen.ask("document.querySelector('#week').value"), "40");
    seen.is_quiet();
}

#[test]
fn charts_are_of_the_last_week_however_long_they_take() {
    let mut seen = Seen::at(1440);
    let run = seen.run();
    seen.ask("document.querySelector('[data-chart=sanctioned]').scrollIntoView()");
    seen.wait("document.querySelector('[data-chart=sanctioned] svg')");
    seen.ask(
        "(() => { globalThis.asked = []; const known = fetch; globalThis.fetch = async (path, options) => { \
         if (String(path).includes('/charts')) { asked.push(demerit.isOver()); \
         await new Promise((go) => setTimeout(go, 1500)); } return known(path, options); }; })()",
    );
    move_slider(&mut seen, "alcohol", "ArrowRight");
    seen.ask("document.querySelector('[data-chart=sanctioned]').scrollIntoView()");
    seen.wait_for_another(&run);
    seen.wait("asked.at(-1) === true");
    seen.is_quiet();
}

#[test]
fn only_whole_worlds_with_other_settings_stand_beside_as_before() {
    let mut seen = Seen::at(1440);
    let before = "document.querySelectorAll('#numbers td.side-2').length";
    let first_column =
        "[...document.querySelectorAll('#numbers td.side-0')].map((one) => one.textContent).join()";
    let last_column =
        "[...document.querySelectorAll('#numbers td.side-2')].map((one) => one.textContent).join()";
    seen.wait("document.querySelector('#spoken').textContent.length > 20");
    // Another language changes no settings.
    let run = seen.run();
    seen.ask("(() => { const one = document.querySelector('#language'); one.value = 'id'; one.dispatchEvent(new Event('change')); })()");
    seen.wait_for_another(&run);
    seen.wait("document.querySelector('#spoken').textContent.startsWith('Semua')");
    assert_eq!(seen.ask(before), "0");
    let whole = seen.ask(first_column);
    // Of two changes in a row the first has no whole worlds.
    let run = seen.run();
    move_slider(&mut seen, "threshold", "Home");
    seen.wait(&format!("demerit.run() !== '{run}'"));
    seen.ask("document.querySelector('#spoken').textContent = ''");
    move_slider(&mut seen, "alcohol", "Home");
    let run = seen.run();
    seen.wait_for_another(&run);
    seen.wait("document.querySelector('#spoken').textContent.length > 20");
    let told = seen.ask(last_column);
    assert!(told == whole || told != seen.ask(first_column), "what stands as before is of other worlds");
    // What was before is of another tour step, then, and so nothing.
    let run = seen.run();
    seen.browser.click(&seen.tab, "#tour-begin");
    seen.wait_for_another(&run);
    seen.wait(&format!("{before} === 0"));
    seen.is_quiet();
}

#[test]
fn a_figure_has_one_value_and_every_input_a_name() {
    let mut seen = Seen::at(1440);
    seen.ask("(() => { document.querySelector('[data-name=all]').open = true; const one = document.querySelector('input[type=search]'); \
              one.value = 'cities.cameras'; one.dispatchEvent(new Event('input')); })()");
    let other = "[data-control^=\"all-\"][data-key=\"society: cities.cameras\"] input[type=number]";
    seen.wait(&format!("document.querySelector('{other}')"));
    let nameless = seen.ask(
        "[...document.querySelectorAll('input:not([type=file]), select')].filter((one) => { \
         const ids = one.getAttribute('aria-labelledby')?.split(' ').map((id) => document.getElementById(id)); \
         const text = ids ? ids.map((named) => named?.textContent ?? '').join('') : one.ariaLabel ?? [...one.labels].map((named) => named.textContent).join(''); \
         return text.trim() === '' || ids?.includes(null); }).map((one) => one.outerHTML).join()",
    );
    assert_eq!(nameless, "");
    // What is set in one place stands in the other.
    let run = seen.run();
    write(&mut seen, other, "100");
    assert_eq!(seen.ask("document.querySelector('[data-control=cameras] input[type=number]').value"), "100");
    seen.wait_for_another(&run);
    move_slider(&mut seen, "cameras", "Home");
    let lowest = seen.ask("document.querySelector('[data-control=cameras] input[type=number]').value");
    assert_ne!(lowest, "100");
    assert_eq!(seen.ask(&format!("document.querySelector('{other}').value")), lowest);
    // What is out of range is refused in words, and does not stay.
    write(&mut seen, other, "1e30");
    assert_eq!(seen.ask(&format!("document.querySelector('{other}').value")), lowest);
    let fault = seen.ask(&format!(
        "document.querySelector('{other}').closest('.control').querySelector('.fault').textContent"
    ));
    assert!(fault.len() > 5, "nothing is said of a number that is out of range");
    seen.wait(DONE);
    seen.is_quiet();
}

#[test]
fn every_kind_of_change_can_be_taken_back() {
    let mut seen = Seen::at(1440);
    assert_eq!(seen.ask("document.querySelector('#reset').disabled"), "true");
    for (what, act) in [
        (
            "seed",
            "(() => { const one = [...document.querySelectorAll('[data-name=size] input')].at(-1); one.value = '11'; one.dispatchEvent(new Event('change')); })()",
        ),
        ("beside", "document.querySelector('[name=beside][value=unchanged]').click()"),
        ("off", "document.querySelector('[data-control=spillover] input').click()"),
    ] {
        let run = seen.run();
        seen.ask(act);
        seen.wait_for_another(&run);
        assert!(seen.ask("location.hash").contains(what), "{what}");
        let run = seen.run();
        seen.browser.click(&seen.tab, "#reset");
        seen.wait_for_another(&run);
        assert_eq!(seen.ask("document.querySelector('#reset').disabled"), "true", "{what}");
        assert!(!seen.ask("location.hash").contains(what), "{what}");
    }
    seen.is_quiet();
}
