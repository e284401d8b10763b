//! Every measure over the seeds: in the first world, in its twin, and their difference seed by seed.
//!
//! What is counted for everybody as a whole stands here; groups and domains stand in the table
//! `intervals.csv` beside the page. The numbers are those of the study's own [`intervals`].

use crate::html;
use crate::names;
use crate::numbers::data::Run;
use crate::numbers::gauge::show;
use demerit_measures::Kind;
use demerit_words::say;
use demerit_worlds::intervals::{self, Interval};
use maud::{Markup, html};

/// The section as HTML; none where one seed was run.
pub(crate) fn section(run: &Run<'_>) -> Option<Markup> {
    let words = run.words;
    if run.seeds() < 2 {
        return None;
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
                Kind::Sum => say!(words, "seeds-sum"),
                Kind::Mean => say!(words, "seeds-mean"),
                Kind::End => say!(words, "seeds-end"),
            };
            let value = |one: &Interval, value: f64| show(words, &one.unit, value);
            let within = |one: &Interval, low, high| {
                words.within(&value(one, one.mean.value), &value(one, low), &value(one, high))
            };
            let ends = |one: &Interval| within(one, one.lowest, one.highest);
            let gap = |one: &Interval| within(one, one.mean.low, one.mean.high);
            let mut row = vec![
                say!(words, "seeds-measure", measure = names::measure(words, &one.measure), when = when),
                ends(one),
            ];
            if worlds.len() > 1 {
                row.push(html::or_dash(find(1, false, one), ends));
                row.push(html::or_dash(find(0, true, one), gap));
            }
            row
        })
        .collect();
    let mut head = words.each(["claims-measure", "claims-here"]).to_vec();
    let mut lead = say!(words, "seeds-lead", seeds = run.seeds());
    if worlds.len() > 1 {
        head.extend(words.each(["plot-twin", "seeds-difference"]));
        lead = format!("{lead} {}", say!(words, "seeds-twin"));
    }
    Some(html! {
        section id="seeds" {
            h2 { (say!(words, "heading-seeds")) }
            p class="lead" { (lead) }
            details {
                summary { (say!(words, "seeds-every")) }
                (html::table(&say!(words, "seeds-table"), &head, &rows))
                p class="note" { (html::coded(&say!(words, "seeds-note", file = intervals::FILE))) }
            }
        }
        "\n"
    })
}
