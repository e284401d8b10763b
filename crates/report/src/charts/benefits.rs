//! What the regime claims to lessen: violations of law, beside the twin.

use crate::drawing::{Anchor, Declared, Drawing, Shape, Shown, Table, both, steps, value_step};
use crate::numbers::{Direction, Run, Side, change, everybody, key};
use crate::{html::or_dash, names};
use demerit_measures::estimate::{Spread, extremes};
use demerit_words::{Words, begun, say};
use std::ops::Add;

pub(super) const CHART: Declared = Declared { name: "benefits", measures: &["violations", "deterred"], show };

/// Violations of one kind for each 1,000 persons and year.
struct Row {
    name: String,
    here: Spread,
    twin: Option<Spread>,
}

/// All violations in the last year, for each 1,000 persons and year.
pub(crate) fn violations(run: &Run<'_>, seed: u64, side: Side) -> Option<f64> {
    let window = run.last_year();
    let rate = |key| run.mean_of(seed, side, key, window);
    rate(everybody("violations")).or_else(|| {
        let kinds = run.breakdown("violations").into_iter();
        kinds.filter_map(|(domain, group)| rate(key("violations", domain, group))).reduce(Add::add)
    })
}

fn show(run: &Run<'_>) -> Option<Shown> {
    let words = run.words;
    let window = run.last_year();
    let all = |side| run.over_seeds(|seed| violations(run, seed, side));
    let Some(here) = all(Side::Here) else {
        return Shown::nothing(say!(words, "plot-benefits-empty"), say!(words, "plot-not-measured-them"));
    };
    let twin = all(Side::Twin);
    let row = |(domain, group)| {
        let of = key("violations", domain, group);
        let rate = |side| run.mean(side, of, window);
        let name = begun(&names::thing(words, names::of_group(group)));
        Some(Row { name, here: rate(Side::Here)?, twin: rate(Side::Twin) })
    };
    let kinds = run.breakdown("violations").into_iter().filter(|(_, group)| *group != "all");
    let mut rows: Vec<Row> = kinds.filter_map(row).collect();
    rows.retain(|row| row.here.mean > 0.0 || row.twin.is_some_and(|twin| twin.mean > 0.0));
    rows.sort_by(|one, other| other.here.mean.total_cmp(&one.here.mean).then(one.name.cmp(&other.name)));
    let title = title(run, here);
    rows.insert(0, Row { name: say!(words, "plot-benefits-all"), here, twin });
    let when = run.last_year_said();
    let subtitle = match twin {
        Some(_) => say!(words, "plot-benefits-subtitle", when = &when),
        None => say!(words, "plot-benefits-subtitle-alone", when = &when),
    };
    let head =
        words.each(["plot-benefits-violation", "plot-under-regime", "plot-twin", "plot-benefits-change"]);
    let table = Table::of(head, &rows, |row| {
        let by = row.twin.and_then(|twin| change(twin.mean, row.here.mean));
        let twin = or_dash(row.twin, |twin| words.short(twin.mean));
        [row.name.clone(), words.short(row.here.mean), twin, or_dash(by, |by| signed(words, by))]
    });
    Some(Shown {
        title,
        subtitle,
        legend: Vec::new(),
        drawings: twin.and_then(|_| both(|shape| draw(words, &rows, shape))),
        caption: say!(words, "plot-benefits-caption"),
        table: table.about_twin(run, &[2, 3]),
    })
}

/// Violations against the twin.
fn title(run: &Run<'_>, here: Spread) -> String {
    let (words, once) = (run.words, run.once());
    match run.against_twin(|seed, side| violations(run, seed, side)) {
        Some(Direction::Same) => say!(words, "plot-benefits-same", once = once),
        Some(Direction::Less(Some(by))) => {
            say!(words, "plot-benefits-less", share = words.percent_said(by), once = once)
        }
        Some(Direction::More(Some(by))) => {
            say!(words, "plot-benefits-more", share = words.percent_said(by), once = once)
        }
        Some(Direction::Unclear) => say!(words, "plot-benefits-unclear"),
        _ => say!(words, "plot-benefits-alone", times = words.short(here.mean)),
    }
}

fn signed(words: Words, by: f64) -> String {
    if by.abs() < 0.000_5 { say!(words, "plot-benefits-no-change") } else { words.signed_percent(by) }
}

fn draw(words: Words, rows: &[Row], shape: Shape) -> Drawing {
    let changes: Vec<Option<f64>> =
        rows.iter().map(|row| row.twin.and_then(|twin| change(twin.mean, row.here.mean))).collect();
    let most = changes.iter().flatten().map(|by| by.abs()).fold(0.01, f64::max);
    let step = value_step(2.0 * most);
    let [low, high_end] = extremes(changes.iter().flatten().copied().chain([0.0])).unwrap_or_default();
    let (low, high_end) = ((low / step).floor() * step, (high_end / step).ceil() * step);
    let (low, high_end) = if high_end > low { (low, high_end) } else { (-step, step) };
    let (left, right, top, high) =
        (shape.pick(160.0, 110.0), shape.pick(190.0, 16.0), 28.0, shape.pick(34.0, 50.0));
    let height = top + high * rows.len() as f64 + 4.0;
    let mut drawing = Drawing::new(shape.width(), height);
    let pad = 58.0;
    let x = |by: f64| left + pad + (by - low) / (high_end - low) * (shape.width() - left - right - 2.0 * pad);
    for tick in steps(low, high_end + step * 0.01, step) {
        let zero = tick.abs() < step * 0.01;
        let text = if zero { say!(words, "plot-benefits-as-twin") } else { words.percent_tick(tick, step) };
        drawing.tick(x(tick), (top, height - 4.0), zero, &text);
    }
    for (index, (row, by)) in rows.iter().zip(&changes).enumerate() {
        let y = top + high * index as f64;
        let thick = 16.0;
        let at = y + shape.pick((high - thick) / 2.0, 6.0);
        let strong = index == 0;
        drawing.text(left - 4.0, at + 12.0, Anchor::End, if strong { "end" } else { "tick" }, &row.name);
        let value = words.short(row.here.mean);
        let against = match row.twin.map(|twin| words.short(twin.mean)) {
            Some(twin) => say!(words, "plot-benefits-against", value = value, twin = twin),
            None => say!(words, "plot-benefits-a-year", value = value),
        };
        match by {
            Some(by) => {
                let (from, to) = (x(by.min(0.0)), x(by.max(0.0)));
                let colour = if *by < 0.0 { "true" } else { "here" };
                let (opacity, note) = (if strong { 1.0 } else { 0.75 }, format!("{}: {against}", row.name));
                drawing.bar((from, at), ((to - from).max(1.0), thick), colour, opacity, &note);
                let (at_end, anchor) =
                    if *by < 0.0 { (from - 6.0, Anchor::End) } else { (to + 6.0, Anchor::Start) };
                drawing.text(at_end, at + 12.0, anchor, "tick", &signed(words, *by));
            }
            None => {
                let nothing = say!(words, "plot-benefits-nothing");
                drawing.text(x(0.0) + 6.0, at + 12.0, Anchor::Start, "tick", &nothing);
            }
        }
        let aside = shape.pick((shape.width() - right + 14.0, at + 12.0), (left + 4.0, at + thick + 14.0));
        drawing.text(aside.0, aside.1, Anchor::Start, "tick", &against);
    }
    drawing
}
