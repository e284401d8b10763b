//! How sure the headlines are: each with the value as filed and its range over all that the study's files
//! leave open, as a sentence, a plot of dots and ranges, and a table.
//!
//! Model: a line of the plot has a scale of its own, from nothing to the highest mark. A thin line goes from
//! the 5 % to the 95 % quantile of the draws, a thick one from the 25 % to the 75 % quantile, a stroke stands
//! at the median; a dot is the value as filed, a ring the twin's. Below them stand the same lines for the
//! draws that published figures keep. Counts are for each 1,000 persons.
//!
//! Source: the draws of a calibration of the study ([`demerit_analysis::calibrate`]) where there is one, else
//! those of the run ([`demerit_analysis::run_ranges`]). Leaves out: every other number of the draws, which
//! stands in `ensemble.csv` beside the page, or in `calibrate.csv` in the calibration's folder.

use crate::drawing::{Anchor, Drawing, Kind, LINE, Shape, both, broken};
use crate::numbers::gauge::show;
use crate::numbers::{Key, Run, Side};
use crate::sureness::Sureness;
use crate::{html, names};
use demerit_analysis::calibrate::{Calibration, Target};
use demerit_analysis::ensemble::{Ensemble, Hangs, Quantity, Ranges};
use demerit_analysis::summary::LINES;
use demerit_words::{Words, begun, say};
use maud::{Markup, html};

/// Fewer kept draws than these show no more than roughly where they lie.
const FEW: usize = 20;

/// A headline with its ranges.
struct Line<'a> {
    name: String,
    quantity: &'a Quantity,
    ranges: &'a Ranges,
    /// Over the draws that published figures keep.
    kept: Option<&'a Ranges>,
    /// With the values as filed, in the run itself.
    filed: Option<f64>,
    twin: Option<f64>,
}

/// The section as HTML: the ranges, or that they were not drawn.
pub(super) fn section(run: &Run<'_>, drawn: Sureness<'_>) -> Markup {
    let words = run.words;
    let heading = say!(words, "heading-ranges");
    let calibrated = drawn.calibration.map(|found| &found.prior);
    let Some(found) = calibrated.or(drawn.ranges.map(|all| &all.drawn)) else {
        let content = html! { p class="lead" { (html::coded(&say!(words, "ranges-not-drawn"))) } };
        return html::section("ranges", &heading, &content);
    };
    let kept = drawn.calibration.and_then(|found| found.kept.as_ref());
    let lines: Vec<Line<'_>> = LINES.iter().filter_map(|(_, key, _)| line(run, found, kept, *key)).collect();
    let file = if calibrated.is_some() { "calibrate" } else { "ensemble" };
    let label = say!(words, "ranges-plot");
    let content = html! {
        @if let Some(first) = lines.first() { p class="lead" { (headline(words, first)) } }
        p { (say!(words, "ranges-what", draws = found.draws, groups = found.clusters, figures = found.varied, persons = words.count(f64::from(found.persons)))) }
        p { (html::coded(&held(words, drawn.calibration))) }
        figure id="ranges-plot" class="plate" {
            (legend(run, kept.is_some()))
            @if let Some([wide, narrow]) = both(|shape| draw(words, &lines, shape)) {
                (wide.finish("chart-ranges", "ranges", Shape::Wide, &label))
                (narrow.finish("chart-ranges-narrow", "ranges", Shape::Narrow, &label))
            }
            figcaption { (say!(words, "ranges-caption")) }
            details class="why" {
                summary { (say!(words, "plot-why")) }
                (table(words, &lines))
                p { (html::coded(&say!(words, "ranges-file", fixed = found.not_varied.len(), file = file))) }
            }
        }
        (signs(words, &lines))
        (hangs(words, &lines))
    };
    html::section("ranges", &heading, &content)
}

/// What published figures leave of the draws, in sentences.
fn held(words: Words, calibration: Option<&Calibration>) -> String {
    let Some(found) = calibration else { return say!(words, "ranges-not-held") };
    let used = found.targets.iter().filter(|target| !target.is_held_out()).count();
    if used == 0 {
        return say!(words, "ranges-no-target");
    }
    let (kept, draws) = (found.count(), found.prior.draws);
    let mut said = match kept {
        0 => say!(words, "ranges-none-kept", draws = draws),
        _ => say!(words, "ranges-kept", kept = kept, draws = draws, targets = used),
    };
    let cuts = |target: &&Target| format!("`{}/{}` ({})", target.case, target.id, target.cuts);
    let cuts: Vec<String> = found.cutting().iter().map(cuts).collect();
    if !cuts.is_empty() {
        said = format!("{said} {}", say!(words, "ranges-cuts", cuts = cuts.join(", ")));
    }
    if (1..FEW).contains(&kept) {
        said = format!("{said} {}", say!(words, "ranges-kept-few"));
    }
    said
}

fn line<'a>(
    run: &Run<'_>,
    found: &'a Ensemble,
    kept: Option<&'a Ensemble>,
    key: Key<'_>,
) -> Option<Line<'a>> {
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
    let kept = kept.and_then(|kept| kept.number(key)).and_then(|one| one.here.as_ref());
    Some(Line { name, quantity, ranges: quantity.here.as_ref()?, kept, filed, twin })
}

impl Line<'_> {
    fn show(&self, words: Words, value: f64) -> String {
        show(words, &self.quantity.unit, value)
    }

    /// From one quantile of some draws to another.
    fn between(&self, words: Words, ranges: &Ranges, [low, high]: [usize; 2]) -> String {
        let [low, high] = [low, high].map(|at| self.show(words, ranges.quantiles[at].value));
        words.range(&low, &high)
    }

    /// Where half of some draws lie, and nine in ten.
    fn ends(&self, words: Words, ranges: &Ranges) -> [String; 2] {
        [[1, 3], [0, 4]].map(|ends| self.between(words, ranges, ends))
    }
}

/// The first headline with its range, in a sentence.
fn headline(words: Words, first: &Line<'_>) -> String {
    let filed = html::or_dash(first.filed, |value| first.show(words, value));
    let [half, most] = first.ends(words, first.ranges);
    say!(words, "ranges-headline", name = first.name.as_str(), half = half, most = most, filed = filed)
}

fn legend(run: &Run<'_>, with_kept: bool) -> Markup {
    let words = run.words;
    let mut all = vec![
        ("fill", "wrong", say!(words, "ranges-half")),
        ("stroke", "axis", say!(words, "ranges-most")),
        (Kind::Dot.class(), "here", say!(words, "ranges-filed")),
    ];
    if run.world(Side::Twin).is_some() {
        all.push((Kind::Ring.class(), "twin", say!(words, "ranges-twin")));
    }
    if with_kept {
        all.push(("fill", KEPT, say!(words, "ranges-kept-half")));
        all.push(("stroke", KEPT, say!(words, "ranges-kept-most")));
    }
    html::legend(all)
}

/// The colour of the draws that published figures keep.
const KEPT: &str = "c4";

fn draw(words: Words, lines: &[Line<'_>], shape: Shape) -> Drawing {
    let lane = if lines.iter().any(|line| line.kept.is_some()) { 18.0 } else { 0.0 };
    let row = shape.pick(38.0, 56.0) + lane;
    let (left, right) = (shape.pick(258.0, 4.0), shape.pick(150.0, 8.0));
    // A name stands beside its lines where the page is wide, else above them, with the number at its end.
    let names: Vec<Vec<String>> = lines.iter().map(|line| broken(&line.name, shape.pick(34, 32))).collect();
    let above = |name: &[String]| shape.pick(0.0, LINE * (name.len() - 1) as f64);
    let height: f64 = names.iter().map(|name| row + above(name)).sum();
    let mut drawing = Drawing::new(shape.width(), height + 8.0);
    let width = shape.width() - left - right;
    let mut head = 0.0;
    for (line, name) in lines.iter().zip(&names) {
        let draws = [Some(line.ranges), line.kept].into_iter().flatten();
        let marks = draws.flat_map(|ranges| ranges.quantiles.map(|one| one.value));
        let top = marks.chain(line.filed).chain(line.twin).fold(f64::MIN_POSITIVE, f64::max);
        let x = |value: f64| left + (value / top).clamp(0.0, 1.0) * width;
        let y = head + shape.pick(19.0, 36.0) + above(name);
        let beside = y + 4.5 + (lane - LINE * (name.len() - 1) as f64) / 2.0;
        let (at, anchor) =
            shape.pick(((left - 14.0, beside), Anchor::End), ((0.0, head + 18.0), Anchor::Start));
        drawing.lines_of_text(at, anchor, "head", name);
        let [half, most] = line.ends(words, line.ranges);
        let text = html::or_dash(line.filed, |value| line.show(words, value));
        let note = say!(words, "ranges-note", filed = &text, half = &half, most = &most);
        drawing.line((left, y - 10.0), (left, y + 10.0 + lane), "axis", 1.0, "");
        mark(&mut drawing, line.ranges, (&x, y), ["axis", "wrong"], &note);
        drawing.text(shape.width(), shape.pick(y + 4.5, head + 18.0), Anchor::End, "tick", &half);
        if let Some(kept) = line.kept {
            let [half, most] = line.ends(words, kept);
            let note = say!(words, "ranges-kept-note", half = &half, most = &most);
            mark(&mut drawing, kept, (&x, y + lane), [KEPT, KEPT], &note);
            if shape == Shape::Wide {
                drawing.text(shape.width(), y + lane + 4.5, Anchor::End, "tick", &half);
            }
        }
        if let Some(twin) = line.twin {
            drawing.dot((x(twin), y), 4.5, "twin", false, &line.show(words, twin));
        }
        if let Some(filed) = line.filed {
            drawing.dot((x(filed), y), 4.5, "here", true, &note);
        }
        head += row + above(name);
    }
    drawing
}

/// The lines of some draws, in the colours of the thin and the thick one.
fn mark(
    drawing: &mut Drawing,
    ranges: &Ranges,
    (x, y): (&dyn Fn(f64) -> f64, f64),
    [thin, thick]: [&'static str; 2],
    note: &str,
) {
    let at = ranges.quantiles.map(|one| x(one.value));
    drawing.line((at[0], y), (at[4], y), thin, 2.0, "");
    drawing.bar((at[1], y - 6.0), ((at[3] - at[1]).max(1.5), 12.0), thick, 1.0, note);
    drawing.line((at[2], y - 9.0), (at[2], y + 9.0), "ink", 1.5, "");
}

fn table(words: Words, lines: &[Line<'_>]) -> Markup {
    let mut head = words.each(["ranges-number", "ranges-filed", "ranges-half", "ranges-most"]).to_vec();
    let with_kept = lines.iter().any(|line| line.kept.is_some());
    if with_kept {
        head.extend(words.each(["ranges-kept-half", "ranges-kept-most"]));
    }
    head.extend(words.each(["ranges-error", "ranges-regime", "ranges-society", "ranges-luck"]));
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
        let mut row = vec![begun(&name), html::or_dash(line.filed, |value| line.show(words, value))];
        row.extend(line.ends(words, line.ranges));
        if with_kept {
            let ends = line.kept.map(|kept| line.ends(words, kept));
            row.extend(ends.unwrap_or_else(|| ["–", "–"].map(str::to_owned)));
        }
        row.extend([words.within(&value, &low, &high), part("regime"), part("society"), part("luck")]);
        row
    };
    let rows: Vec<Vec<String>> = lines.iter().map(row).collect();
    html::table(&say!(words, "ranges-plot"), &head, &rows)
}

/// The headlines that lie outside their ranges as filed, and those for which the draws do not agree whether
/// there is more of it than in the twin.
fn signs(words: Words, lines: &[Line<'_>]) -> Markup {
    let outside = lines.iter().filter(|line| line.ranges.leaves_filed_outside());
    let outside: Vec<&str> = outside.map(|line| line.name.as_str()).collect();
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
        @if !outside.is_empty() {
            p { (say!(words, "ranges-outside", names = outside.join("; "))) }
        }
        @if !unsure.is_empty() {
            h3 { (say!(words, "ranges-signs")) }
            ul { @for one in &unsure { li { (one) } } }
        }
    }
}

/// The figures that each headline hangs on most.
fn hangs(words: Words, lines: &[Line<'_>]) -> Markup {
    let of = |line: &Line<'_>| {
        let told = |one: &Hangs| {
            let [value, low, high] = [one.correlation.value, one.correlation.low, one.correlation.high]
                .map(|one| words.decimal(one, 2));
            let figure = format!("{} ({})", one.figure, words.within(&value, &low, &high));
            if one.stands_out { say!(words, "ranges-hangs-out", figure = figure) } else { figure }
        };
        let all: Vec<String> = line.ranges.hangs.iter().map(told).collect();
        (!all.is_empty()).then(|| all.join("; "))
    };
    let rows: Vec<(String, String)> =
        lines.iter().filter_map(|line| Some((line.name.clone(), of(line)?))).collect();
    html! {
        h3 { (say!(words, "ranges-hangs")) }
        p { (say!(words, "ranges-hangs-lead")) }
        @if !lines.iter().any(|line| line.ranges.hangs.iter().any(|one| one.stands_out)) {
            p { (html::coded(&say!(words, "ranges-hangs-none"))) }
        }
        (html::facts(&rows))
    }
}
