//! How sure the headlines are: each with the value as filed and its range over all that the study's files
//! leave open, as a sentence, a plot of dots and ranges, and a table.
//!
//! Model: a line of the plot has a scale of its own, from nothing to the highest mark. A thin line goes from
//! the 5 % to the 95 % quantile of the draws, a thick one from the 25 % to the 75 % quantile, a stroke stands
//! at the median; a dot is the value as filed, a ring the twin's. Counts are for each 1,000 persons.
//!
//! Source: the ensemble of the run ([`demerit_analysis::ensemble`]). Leaves out: every other number of the
//! ensemble, which stands in `ensemble.csv` beside the page.

use crate::drawing::{Anchor, Drawing, Kind, Shape, both};
use crate::html;
use crate::names::{self, begun};
use crate::numbers::gauge::show;
use crate::numbers::{Key, Run, Side};
use demerit_analysis::ensemble::{Ensemble, Quantity, Ranges};
use demerit_analysis::summary::LINES;
use demerit_words::{Words, say};
use maud::{Markup, html};

/// A headline with its ranges.
struct Line<'a> {
    name: String,
    quantity: &'a Quantity,
    ranges: &'a Ranges,
    /// With the values as filed, in the run itself.
    filed: Option<f64>,
    twin: Option<f64>,
}

/// The section as HTML: the ranges, or that they were not drawn.
pub(super) fn section(run: &Run<'_>, ranges: Option<&Ensemble>) -> Markup {
    let words = run.words;
    let heading = say!(words, "heading-ranges");
    let Some(found) = ranges else {
        let content = html! { p class="lead" { (html::coded(&say!(words, "ranges-not-drawn"))) } };
        return html::section("ranges", &heading, &content);
    };
    let lines: Vec<Line<'_>> = LINES.iter().filter_map(|(_, key, _)| line(run, found, *key)).collect();
    let label = say!(words, "ranges-plot");
    let content = html! {
        @if let Some(first) = lines.first() { p class="lead" { (headline(words, first)) } }
        p { (say!(words, "ranges-what", draws = found.draws, groups = found.clusters, figures = found.varied, persons = words.count(f64::from(found.persons)))) }
        figure id="ranges-plot" class="plate" {
            (legend(run))
            @if let Some([wide, narrow]) = both(|shape| draw(words, &lines, shape)) {
                (wide.finish("chart-ranges", "ranges", Shape::Wide, &label))
                (narrow.finish("chart-ranges-narrow", "ranges", Shape::Narrow, &label))
            }
            figcaption { (say!(words, "ranges-caption")) }
            details class="why" {
                summary { (say!(words, "plot-why")) }
                (table(words, &lines))
                p { (html::coded(&say!(words, "ranges-file", fixed = found.not_varied.len()))) }
            }
        }
        (signs(words, &lines))
        (hangs(words, &lines))
    };
    html::section("ranges", &heading, &content)
}

fn line<'a>(run: &Run<'_>, found: &'a Ensemble, key: Key<'_>) -> Option<Line<'a>> {
    let quantity = found.number(key)?;
    let persons = f64::from(run.data.manifest.persons);
    let size = if quantity.per_thousand { 1000.0 / persons } else { 1.0 };
    let of = |side| run.lately(side, key).map(|one| one.mean * size);
    let title = names::measure(run.words, key.measure);
    let name = if key.group == "all" {
        title
    } else {
        say!(run.words, "ranges-of-group", measure = title, group = names::group(run.words, key.group))
    };
    let (filed, twin) = (of(Side::Here), of(Side::Twin));
    Some(Line { name, quantity, ranges: quantity.here.as_ref()?, filed, twin })
}

impl Line<'_> {
    fn show(&self, words: Words, value: f64) -> String {
        show(words, &self.quantity.unit, value)
    }

    /// From one quantile to another.
    fn between(&self, words: Words, low: usize, high: usize) -> String {
        let [low, high] = [low, high].map(|at| self.show(words, self.ranges.quantiles[at].value));
        words.range(&low, &high)
    }
}

/// The first headline with its range, in a sentence.
fn headline(words: Words, first: &Line<'_>) -> String {
    let filed = html::or_dash(first.filed, |value| first.show(words, value));
    let (half, most) = (first.between(words, 1, 3), first.between(words, 0, 4));
    say!(words, "ranges-headline", name = first.name.as_str(), half = half, most = most, filed = filed)
}

fn legend(run: &Run<'_>) -> Markup {
    let words = run.words;
    let mut all = vec![
        ("fill", "wrong", say!(words, "ranges-half")),
        ("stroke", "axis", say!(words, "ranges-most")),
        (Kind::Dot.class(), "here", say!(words, "ranges-filed")),
    ];
    if run.world(Side::Twin).is_some() {
        all.push((Kind::Ring.class(), "twin", say!(words, "ranges-twin")));
    }
    html::legend(all)
}

fn draw(words: Words, lines: &[Line<'_>], shape: Shape) -> Drawing {
    let (row, left, right) = (shape.pick(38.0, 56.0), shape.pick(258.0, 4.0), shape.pick(150.0, 8.0));
    let mut drawing = Drawing::new(shape.width(), row * lines.len() as f64 + 8.0);
    let width = shape.width() - left - right;
    for (index, line) in lines.iter().enumerate() {
        let at = line.ranges.quantiles.map(|one| one.value);
        let marks = at.into_iter().chain(line.filed).chain(line.twin);
        let top = marks.fold(f64::MIN_POSITIVE, f64::max);
        let x = |value: f64| left + (value / top).clamp(0.0, 1.0) * width;
        let head = row * index as f64;
        let y = head + shape.pick(19.0, 36.0);
        let at_left = shape.pick(left - 14.0, 0.0);
        let anchor = shape.pick(Anchor::End, Anchor::Start);
        match broken(&line.name).filter(|_| shape == Shape::Wide) {
            Some((above, below)) => {
                drawing.text(at_left, y - 3.0, anchor, "head", above);
                drawing.text(at_left, y + 11.0, anchor, "head", below);
            }
            None => drawing.text(at_left, shape.pick(y + 4.5, head + 18.0), anchor, "head", &line.name),
        }
        let (half, most) = (line.between(words, 1, 3), line.between(words, 0, 4));
        let text = html::or_dash(line.filed, |value| line.show(words, value));
        let note = say!(words, "ranges-note", filed = &text, half = &half, most = &most);
        drawing.line((left, y - 10.0), (left, y + 10.0), "axis", 1.0, "");
        drawing.line((x(at[0]), y), (x(at[4]), y), "axis", 2.0, "");
        drawing.bar((x(at[1]), y - 6.0), ((x(at[3]) - x(at[1])).max(1.5), 12.0), "wrong", 1.0, &note);
        drawing.line((x(at[2]), y - 9.0), (x(at[2]), y + 9.0), "ink", 1.5, "");
        if let Some(twin) = line.twin {
            drawing.dot((x(twin), y), 4.5, "twin", false, &line.show(words, twin));
        }
        if let Some(filed) = line.filed {
            drawing.dot((x(filed), y), 4.5, "here", true, &note);
        }
        drawing.text(shape.width(), shape.pick(y + 4.5, head + 18.0), Anchor::End, "tick", &half);
    }
    drawing
}

/// A name that is too long for one line, in two at the space nearest to its middle.
fn broken(name: &str) -> Option<(&str, &str)> {
    let spaces = name.char_indices().filter(|(_, letter)| *letter == ' ').map(|(at, _)| at);
    let middle = spaces.min_by_key(|at| at.abs_diff(name.len() / 2))?;
    (name.chars().count() > 34).then(|| (&name[..middle], &name[middle + 1..]))
}

fn table(words: Words, lines: &[Line<'_>]) -> Markup {
    let head = words.each([
        "ranges-number",
        "ranges-filed",
        "ranges-half",
        "ranges-most",
        "ranges-error",
        "ranges-regime",
        "ranges-society",
        "ranges-luck",
    ]);
    let row = |line: &Line<'_>| {
        let part = |name: &str| {
            let part = line.ranges.parts.iter().find(|part| part.of == name);
            html::or_dash(part, |part| words.percent(part.share.value))
        };
        let name = if line.quantity.per_thousand {
            say!(words, "ranges-per-thousand", name = line.name.as_str())
        } else {
            line.name.clone()
        };
        let median = line.ranges.quantiles[2];
        let [value, low, high] = [median.value, median.low, median.high].map(|one| line.show(words, one));
        vec![
            begun(&name),
            html::or_dash(line.filed, |value| line.show(words, value)),
            line.between(words, 1, 3),
            line.between(words, 0, 4),
            words.within(&value, &low, &high),
            part("regime"),
            part("society"),
            part("luck"),
        ]
    };
    let rows: Vec<Vec<String>> = lines.iter().map(row).collect();
    html::table(&say!(words, "ranges-plot"), &head, &rows)
}

/// The headlines for which the draws do not agree whether there is more of it than in the twin.
fn signs(words: Words, lines: &[Line<'_>]) -> Markup {
    let unsure: Vec<String> = lines
        .iter()
        .filter_map(|line| {
            let difference = line.quantity.difference.as_ref()?;
            let is_unsure = difference.has_unsure_sign();
            let more = (100.0 * difference.above).round() as u32;
            is_unsure.then(|| say!(words, "ranges-sign", name = line.name.as_str(), more = more))
        })
        .collect();
    html! {
        @if !unsure.is_empty() {
            h3 { (say!(words, "ranges-signs")) }
            ul { @for one in &unsure { li { (one) } } }
        }
    }
}

/// The figures that each headline hangs on most.
fn hangs(words: Words, lines: &[Line<'_>]) -> Markup {
    let of = |line: &Line<'_>| {
        let stand_out = line.ranges.hangs.iter().filter(|one| one.stands_out);
        let all: Vec<String> = stand_out
            .map(|one| {
                let [value, low, high] = [one.correlation.value, one.correlation.low, one.correlation.high]
                    .map(|one| words.decimal(one, 2));
                format!("{} ({})", one.figure, words.within(&value, &low, &high))
            })
            .collect();
        (!all.is_empty()).then(|| all.join("; "))
    };
    let rows: Vec<(String, String)> =
        lines.iter().filter_map(|line| Some((line.name.clone(), of(line)?))).collect();
    html! {
        h3 { (say!(words, "ranges-hangs")) }
        @if rows.is_empty() {
            p { (html::coded(&say!(words, "ranges-hangs-none"))) }
        } @else {
            p { (say!(words, "ranges-hangs-lead")) }
            (html::facts(&rows))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_are_broken_near_their_middle() {
        assert_eq!(broken("Under a sanction"), None);
        let long = "Sanctioned for what family or friends did";
        assert_eq!(broken(long), Some(("Sanctioned for what", "family or friends did")));
    }
}
