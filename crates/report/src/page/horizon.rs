//! The headline numbers beside those of the horizon: what was so at the end of the study's years, and what is
//! so when the worlds have lived on.
//!
//! Symbols: of what is counted the sum over a year, of anything else its mean over it: the last year of the
//! study's years, and the last before the horizon. Leaves out: the years between, which the charts draw.

use crate::numbers::gauge::{show, unit};
use crate::numbers::{Key, Run, Side};
use crate::{html, names};
use demerit_analysis::summary::LINES;
use demerit_words::say;
use maud::{Markup, html};

/// The table; nothing where the study has no horizon.
pub(super) fn table(run: &Run<'_>) -> Option<Markup> {
    let words = run.words;
    let [now, then] = [run.last_tick, run.horizon()?].map(|tick| run.calendar_year(tick).to_string());
    let twin = run.world(Side::Twin).is_some();
    let [here, beside] = words.each(["claims-here", "plot-twin"]);
    let mut head = vec![say!(words, "claims-measure")];
    for year in [&now, &then] {
        head.push(format!("{here}, {year}"));
        head.extend(twin.then(|| format!("{beside}, {year}")));
    }
    let row = |line: &(&str, Key<'_>, &str)| {
        let key = line.1;
        let of = |side, later| if later { run.at_horizon(side, key) } else { run.lately(side, key) };
        let cell =
            |side, later| html::or_dash(of(side, later), |one| show(words, unit(key.measure), one.mean));
        let name = names::measure(words, key.measure);
        let mut row = vec![match key.group {
            "all" => name,
            group => format!("{name}: {}", names::group(words, group)),
        }];
        for later in [false, true] {
            row.push(cell(Side::Here, later));
            row.extend(twin.then(|| cell(Side::Twin, later)));
        }
        row
    };
    let rows: Vec<Vec<String>> = LINES.iter().map(row).collect();
    Some(html! {
        p { (say!(words, "found-horizon", now = now, later = then)) }
        (html::table(&say!(words, "found-horizon-table"), &head, &rows))
    })
}
