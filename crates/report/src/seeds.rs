//! Every measure over the seeds: in the first world, in its twin, and their difference seed by seed.
//!
//! What is counted for everybody as a whole stands here; groups and domains stand in the table `intervals.csv` beside the page. The
//! numbers are those of the study's own [`intervals`].

use crate::data::Run;
use crate::gauge::show;
use crate::html::{escape, table};
use crate::labels::label;
use demerit_study::intervals::{self, Interval, Span};

/// The section as HTML; empty where one seed was run.
pub(crate) fn section(run: &Run<'_>) -> String {
    if run.seeds() < 2 {
        return String::new();
    }
    let worlds: Vec<&str> =
        run.data.manifest.worlds.iter().take(2).map(|world| world.name.as_str()).collect();
    let whole: Vec<_> =
        run.data.measures.iter().filter(|row| row.domain == "all" && row.group == "all").cloned().collect();
    let all = intervals::all(&worlds, &whole);
    let find = |world: usize, less: bool, key: &Interval| {
        all.iter().find(|one| {
            worlds.get(world).is_some_and(|name| one.world == *name)
                && one.less.is_some() == less
                && one.measure == key.measure
                && one.span == key.span
        })
    };
    let rows: Vec<Vec<String>> = all
        .iter()
        .filter(|one| one.less.is_none() && worlds.first().is_some_and(|name| one.world == *name))
        .map(|one| {
            let when = match one.span {
                Span::Sum => "in the whole run",
                Span::Mean => "in the mean of the run",
                Span::End => "at the end",
            };
            let value = |one: &Interval, value: f64| show(&one.unit, value);
            let ends = |one: &Interval| {
                format!(
                    "{} ({} to {})",
                    value(one, one.mean.value),
                    value(one, one.lowest),
                    value(one, one.highest)
                )
            };
            let gap = |one: &Interval| {
                format!(
                    "{} ({} to {})",
                    value(one, one.mean.value),
                    value(one, one.mean.low),
                    value(one, one.mean.high)
                )
            };
            let cell = |found: Option<&Interval>, words: &dyn Fn(&Interval) -> String| {
                found.map_or_else(|| "–".to_owned(), words)
            };
            let mut row = vec![format!("{}, {when}", label(&one.measure)), ends(one)];
            if worlds.len() > 1 {
                row.push(cell(find(1, false, one), &ends));
                row.push(cell(find(0, true, one), &gap));
            }
            row
        })
        .collect();
    let head: &[&str] = if worlds.len() > 1 {
        &["Measure", "Here", "Twin", "Difference, 95 %"]
    } else {
        &["Measure", "Here"]
    };
    let twin = if worlds.len() > 1 {
        " A difference is taken seed by seed, between the same persons with the same luck, and stands with the interval in which its mean lies \
         at 95 %."
    } else {
        ""
    };
    format!(
        "<section id=\"seeds\"><h2>Over the seeds</h2><p class=\"lead\">{} seeds were run, each another made-up population with other luck. A value stands with \
         the lowest and the highest of them.{}</p><details><summary>Every measure</summary>{}<p class=\"note\">Of many intervals at 95 % a few miss. Groups \
         and domains stand in <code>{}</code>.</p></details></section>\n",
        run.seeds(),
        escape(twin),
        table("Every measure over the seeds", head, &rows),
        intervals::FILE,
    )
}
