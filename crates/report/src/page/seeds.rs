//! Every measure over the seeds: in the first world, in its twin, and their difference seed by seed.
//!
//! What is counted for everybody as a whole stands here; groups and domains stand in the table
//! `intervals.csv` beside the page. The numbers are those of the study's own [`intervals`].

use crate::numbers::Run;
use crate::numbers::gauge::show;
use crate::{html, names};
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
    let of = |world: usize, less: bool| {
        let name = worlds.get(world).copied();
        all.iter().filter(move |one| name == Some(&*one.world) && one.less.is_some() == less)
    };
    let within = |one: &Interval, low: f64, high: f64| {
        let [value, low, high] = [one.mean.value, low, high].map(|value| show(words, &one.unit, value));
        words.within(&value, &low, &high)
    };
    let ends = |one: &Interval| within(one, one.lowest, one.highest);
    let gap = |one: &Interval| within(one, one.mean.low, one.mean.high);
    let row = |one: &Interval| {
        let when = match one.span {
            Kind::Sum => say!(words, "seeds-sum"),
            Kind::Mean => say!(words, "seeds-mean"),
            Kind::End => say!(words, "seeds-end"),
        };
        let is_same = |other: &&Interval| other.measure == one.measure && other.span == one.span;
        let measure = names::measure(words, &one.measure);
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
