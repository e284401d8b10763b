//! Who is refused what: requests refused by domain and fifth of income.

use crate::drawing::{Anchor, Declared, Drawing, Shape, Shown, Table, both};
use crate::names;
use crate::numbers::{Direction, Run, Side, key};
use demerit_words::{Words, begun, say};
use std::ops::Add;

pub(super) const CHART: Declared =
    Declared { name: "refused", measures: &["refused", "requests", "population"], show };
const FIFTHS: [&str; 5] = ["income:1", "income:2", "income:3", "income:4", "income:5"];

/// A domain with the rate of each fifth.
type Row<'a> = (&'a str, [f64; 5]);

/// Requests of a domain refused to a fifth in the last year, for each 1,000 persons and year, in a seed.
fn rate(run: &Run<'_>, seed: u64, domain: &str, group: &str) -> Option<f64> {
    let refused = run.sum_of(seed, Side::Here, key("refused", domain, group), run.last_year())?;
    let persons = run.population(Side::Here, group);
    (persons > 0.0).then(|| 1000.0 * refused / persons / run.years(run.last_year()))
}

/// The rates of all fifths together in a domain, or of all domains together in a fifth.
fn summed<'a>(run: &Run<'_>, seed: u64, places: impl IntoIterator<Item = (&'a str, &'a str)>) -> Option<f64> {
    let rates = places.into_iter().filter_map(|(domain, group)| rate(run, seed, domain, group));
    rates.reduce(Add::add)
}

fn show(run: &Run<'_>) -> Option<Shown> {
    let words = run.words;
    let mean = |domain: &str, group: &str| {
        run.over_seeds(|seed| rate(run, seed, domain, group)).map_or(0.0, |rate| rate.mean)
    };
    let row = |domain| (domain, FIFTHS.map(|group| mean(domain, group)));
    let rows = run.domains("refused").into_iter().map(row);
    let mut rows: Vec<Row<'_>> = rows.filter(|(_, rates)| rates.iter().any(|&rate| rate > 0.0)).collect();
    let sum = |rates: &[f64]| rates.iter().sum::<f64>();
    rows.sort_by(|one, other| sum(&other.1).total_cmp(&sum(&one.1)).then(one.0.cmp(other.0)));
    if rows.is_empty() {
        let why = say!(words, "plot-refused-empty-why", when = run.last_year_said());
        return Shown::nothing(say!(words, "plot-refused-empty"), why);
    }
    let title = title(run, &rows);
    let [first, second, third, fourth, fifth] = FIFTHS.map(|group| begun(&names::group(words, group)));
    let head = [say!(words, "plot-domain"), first, second, third, fourth, fifth];
    let table = Table::of(head, &rows, |(domain, rates)| {
        let [first, second, third, fourth, fifth] = rates.map(|rate| tile(words, rate));
        [begun(&names::refused(words, domain)), first, second, third, fourth, fifth]
    });
    Some(Shown {
        title,
        subtitle: say!(words, "plot-refused-subtitle", when = run.last_year_said()),
        legend: Vec::new(),
        drawings: both(|shape| draw(words, &rows, shape)),
        caption: say!(words, "plot-refused-caption"),
        table,
    })
}

/// Who is refused more often, the poorest or the richest; else what is refused most.
fn title(run: &Run<'_>, rows: &[Row<'_>]) -> String {
    let (words, once) = (run.words, run.once());
    let column = |fifth: usize| move |seed| summed(run, seed, rows.iter().map(|row| (row.0, FIFTHS[fifth])));
    let [poor, rich] = [0, 4].map(|fifth| rows.iter().map(|(_, rates)| rates[fifth]).sum::<f64>());
    match run.compare(column(0), column(4)) {
        Some(Direction::More(Some(by))) if by > 0.15 => {
            return say!(words, "plot-refused-poorest", times = words.rough(poor / rich), once = once);
        }
        Some(Direction::Less(Some(_))) if poor > 0.0 && rich / poor > 1.15 => {
            return say!(words, "plot-refused-richest", times = words.rough(rich / poor), once = once);
        }
        _ => {}
    }
    let all = |domain| move |seed| summed(run, seed, FIFTHS.map(|group| (domain, group)));
    let most = begun(&names::refused(words, rows[0].0));
    let is_most = run.is_most(all(rows[0].0), rows[1..].iter().map(|row| all(row.0)));
    match (is_most, poor > 0.0 && (rich / poor - 1.0).abs() <= 0.15) {
        (true, true) => say!(words, "plot-refused-alike", most = most, once = once),
        (true, false) => say!(words, "plot-refused-most", most = most, once = once),
        (false, _) => say!(words, "plot-refused-untold"),
    }
}

/// A rate as it stands in a tile.
fn tile(words: Words, rate: f64) -> String {
    if rate >= 9.95 { words.count(rate) } else { words.decimal(rate, 1) }
}

fn draw(words: Words, rows: &[Row<'_>], shape: Shape) -> Drawing {
    let most = rows.iter().flat_map(|(_, rates)| rates).copied().fold(0.0, f64::max);
    let (left, top, high) = (shape.pick(150.0, 82.0), 30.0, shape.pick(46.0, 42.0));
    let mut drawing = Drawing::new(shape.width(), top + high * rows.len() as f64 + 6.0);
    let wide = (shape.width() - left - 2.0) / 5.0;
    let names_of_fifths = match shape {
        Shape::Wide => FIFTHS.map(|group| begun(&names::group(words, group))),
        Shape::Narrow => {
            words.each(["plot-fifth-1", "plot-fifth-2", "plot-fifth-3", "plot-fifth-4", "plot-fifth-5"])
        }
    };
    for (fifth, name) in names_of_fifths.iter().enumerate() {
        drawing.text(left + wide * (fifth as f64 + 0.5), 18.0, Anchor::Middle, "tick", name);
    }
    for (row, (domain, rates)) in rows.iter().enumerate() {
        let y = top + high * row as f64;
        let refused = begun(&names::refused(words, domain));
        drawing.text(left - 12.0, y + high / 2.0 + 4.0, Anchor::End, "end", &refused);
        for (fifth, &rate) in rates.iter().enumerate() {
            let part = if most > 0.0 { rate / most } else { 0.0 };
            let x = left + wide * fifth as f64;
            let (group, told) = (names::group(words, FIFTHS[fifth]), tile(words, rate));
            let note = say!(words, "plot-refused-tile", refused = &refused, group = group, rate = &told);
            let opacity = 0.06 + 0.84 * part.sqrt();
            drawing.bar((x + 1.0, y + 1.0), (wide - 2.0, high - 2.0), "here", opacity, &note);
            let class = if part.sqrt() > 0.6 { "tile strong" } else { "tile" };
            drawing.text(x + wide / 2.0, y + high / 2.0 + 5.0, Anchor::Middle, class, &told);
        }
    }
    drawing
}
