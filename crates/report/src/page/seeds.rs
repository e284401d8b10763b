//! Every measure over the seeds: in the first world, in its twin, and their difference seed by seed.
//!
//! What is counted for everybody as a whole stands here; groups and domains stand in the table
//! `intervals.csv` beside the page. The numbers are those of the study's own [`intervals`].

use crate::numbers::gauge::show;
use crate::numbers::{Key, Run};
use crate::{html, names};
use demerit_measures::{Kind, Unit};
use demerit_words::say;
use demerit_worlds::intervals::{self, Interval, Span};
use maud::{Markup, html};

/// The section as HTML; none where one seed was run.
pub(crate) fn section(run: &Run<'_>) -> Option<Markup> {
    let words = run.words;
    if run.seeds() < 2 {
        return None;
    }
    let worlds: Vec<&str> =
        run.data.manifest.worlds.iter().take(2).map(|world| world.name.as_str()).collect();
    let whole = |key: Key<'_>| key.domain == "all" && key.group == "all";
    let all = intervals::of(&worlds, &run.data.measures, run.data.manifest.ticks, &whole);
    let of = |world: usize, less: bool| {
        let name = worlds.get(world).copied();
        all.iter().filter(move |one| name == Some(&*one.world) && one.less.is_some() == less)
    };
    let within = |value: f64, ends: Option<[f64; 2]>, show: &dyn Fn(f64) -> String| match ends {
        Some([low, high]) => words.within(&show(value), &show(low), &show(high)),
        None => show(value),
    };
    let ends = |one: &Interval| {
        within(one.estimate.value, Some(one.extremes), &|value| show(words, one.unit, value))
    };
    // A difference of two shares is in points.
    let gap = |one: &Interval| {
        let show = |value| match one.unit {
            unit if unit == Unit::Share.name() => words.points(value),
            unit => show(words, unit, value),
        };
        within(one.estimate.value, one.estimate.interval, &show)
    };
    let row = |one: &Interval| {
        let when = match one.span {
            Span::Run if one.kind == Kind::Sum => say!(words, "seeds-sum"),
            Span::Run => say!(words, "seeds-mean"),
            Span::LastYear => say!(words, "seeds-year"),
            Span::End => say!(words, "seeds-end"),
            Span::Horizon => say!(words, "seeds-horizon"),
        };
        let is_same = |other: &&Interval| other.measure == one.measure && other.span == one.span;
        let measure = names::measure(words, one.measure);
        let mut row = vec![say!(words, "seeds-measure", measure = measure, when = when), ends(one)];
        if worlds.len() > 1 {
            row.push(html::or_dash(of(1, false).find(is_same), ends));
            row.push(html::or_dash(of(0, true).find(is_same), gap));
        }
        row
    };
    let rows: Vec<Vec<String>> = of(0, false).map(row).collect();
    let mut head = words.each(["claims-measure", "claims-here"]).to_vec();
    let mut lead = say!(words, "seeds-lead", seeds = run.seeds());
    if worlds.len() > 1 {
        head.extend(words.each(["plot-twin", "seeds-difference"]));
        lead = format!("{lead} {}", say!(words, "seeds-twin"));
    }
    let content = html! {
        p class="lead" { (lead) }
        details {
            summary { (say!(words, "seeds-every")) }
            (html::table(&say!(words, "seeds-table"), &head, &rows))
            p class="note" { (html::coded(&say!(words, "seeds-note", file = intervals::FILE))) }
        }
    };
    Some(html::section("seeds", &say!(words, "heading-seeds"), &content))
}
