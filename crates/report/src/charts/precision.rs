//! Precision of the record: of what the channels write down about persons, how much is true.

use crate::drawing::{Anchor, Declared, Drawing, Kind, Shape, Shown, Swatch, Table, both};
use crate::names;
use crate::numbers::{Run, Side, key};
use demerit_measures::estimate::{Spread, Window};
use demerit_words::{Words, begun, say};

pub(super) const CHART: Declared =
    Declared { name: "precision", measures: &["record-precision", "entries"], show };

/// A channel with its precision and its entries of the last year.
struct Row<'a> {
    channel: &'a str,
    precision: Spread,
    entries: f64,
}

/// Share of a channel's entries in a window that are true.
pub(crate) fn precision(run: &Run<'_>, side: Side, channel: &str, window: Window) -> Option<Spread> {
    run.mean(side, key("record-precision", channel, "all"), window)
}

fn show(run: &Run<'_>) -> Option<Shown> {
    let words = run.words;
    let window = run.last_year();
    let mut channels = run.domains("record-precision");
    channels.extend(run.domains("entries"));
    channels.sort_unstable();
    channels.dedup();
    let row = |channel| {
        let precision = precision(run, Side::Here, channel, window)?;
        let groups = run.breakdown("entries").into_iter().filter(|(domain, _)| *domain == channel);
        let sum = |(domain, group)| Some(run.sum(Side::Here, key("entries", domain, group), window)?.mean);
        Some(Row { channel, precision, entries: groups.filter_map(sum).sum() })
    };
    let mut rows: Vec<Row<'_>> = channels.into_iter().filter_map(row).collect();
    rows.sort_by(|one, other| {
        one.precision.mean.total_cmp(&other.precision.mean).then(one.channel.cmp(other.channel))
    });
    let (Some(worst), whole) = (rows.first(), precision(run, Side::Here, "all", window)) else {
        let why = say!(words, "plot-precision-empty-why", when = run.last_year_said());
        return Shown::nothing(say!(words, "plot-precision-empty"), why);
    };
    let (channel, said) = (names::channel(words, worst.channel), words.percent_said(worst.precision.mean));
    let title = match whole.map(|whole| words.percent_said(whole.mean)) {
        Some(whole) if rows.len() > 1 => {
            say!(words, "plot-precision-title", share = whole, channel = channel, worst = said)
        }
        _ => say!(words, "plot-precision-title-alone", share = said),
    };
    let head = words.each(["plot-precision-channel", "plot-precision-column", "plot-precision-entries"]);
    let table = Table::of(head, &rows, |row| {
        let channel = begun(&names::channel(words, row.channel));
        [channel, words.percent(row.precision.mean), words.count(row.entries)]
    });
    Some(Shown {
        title,
        subtitle: say!(words, "plot-precision-subtitle", when = run.last_year_said()),
        legend: vec![
            Swatch { colour: "true", name: say!(words, "plot-precision-true"), kind: Kind::Fill },
            Swatch { colour: "wrong", name: say!(words, "plot-precision-untrue"), kind: Kind::Fill },
        ],
        drawings: both(|shape| draw(words, &rows, shape)),
        caption: say!(words, "plot-precision-caption"),
        table,
    })
}

fn draw(words: Words, rows: &[Row<'_>], shape: Shape) -> Drawing {
    let (left, right, top, high) =
        (shape.pick(150.0, 108.0), shape.pick(150.0, 20.0), 26.0, shape.pick(34.0, 46.0));
    let height = top + high * rows.len() as f64 + 4.0;
    let mut drawing = Drawing::new(shape.width(), height);
    let x = |share: f64| left + share * (shape.width() - left - right);
    for quarter in 0..=4 {
        let share = f64::from(quarter) / 4.0;
        drawing.tick(x(share), (top, height - 4.0), quarter == 0, &words.percent_tick(share, 0.25));
    }
    for (index, row) in rows.iter().enumerate() {
        let y = top + high * index as f64;
        let name = begun(&names::channel(words, row.channel));
        let thick = 16.0;
        let at = y + shape.pick((high - thick) / 2.0, 6.0);
        let entries = say!(words, "plot-precision-of", entries = row.entries);
        drawing.text(left - 12.0, at + 12.0, Anchor::End, "end", &name);
        let part = row.precision.mean;
        let (right, wrong) = (words.percent(part), words.percent(1.0 - part));
        let note = say!(words, "plot-precision-note-untrue", name = &name, share = wrong);
        drawing.bar((left, at), (x(1.0) - left, thick), "wrong", 1.0, &note);
        let note = say!(words, "plot-precision-note", name = &name, share = &right, entries = &entries);
        drawing.bar((left, at), (x(part) - left, thick), "true", 1.0, &note);
        let inside = if part > 0.2 { left } else { x(part) };
        drawing.text(inside + 8.0, at + 12.5, Anchor::Start, "inside", &right);
        let aside = shape.pick((x(1.0) + 12.0, at + 12.0), (left, at + thick + 14.0));
        drawing.text(aside.0, aside.1, Anchor::Start, "tick", &entries);
    }
    drawing
}
