//! Many worlds side by side: what each safeguard, or the lack of one mechanism, changes against the first
//! world.
//!
//! Model: a panel for each matter; in it a bar for each world, as a share of the first world's value, which
//! is marked at 1. All worlds hold the same persons with the same luck, so that differences are those of the
//! rules.
//!
//! Symbols: shares of the first world's value; see [`crate::numbers::gauge`] for the values.
//! Leaves out: what several switches do together, but for the worlds that have several.

use crate::drawing::{Anchor, Declared, Drawing, Shape, Shown, Table, both};
use crate::numbers::gauge::{self, spread, unit, value, whole};
use crate::numbers::{Direction, Run, Side};
use crate::{html::or_dash, names};
use demerit_measures::estimate::Spread;
use demerit_scenario::notes::WorldNote;
use demerit_words::{Words, say};

pub(crate) const CHART: Declared = Declared {
    name: "worlds",
    measures: &[
        "wrongly-sanctioned-weeks",
        "sanctioned-weeks",
        "refusals",
        "posts-withheld",
        "violations",
        "appeals-upheld",
        "wrongly-sanctioned",
        "sanctioned",
    ],
    show,
};
/// Panels that are drawn, at most; the table has them all.
const PANELS: usize = 5;

/// A world with the share of the first world's value, of one measure.
struct Bar {
    name: String,
    share: Option<Spread>,
    value: Option<Spread>,
}

/// What one measure says of all worlds.
struct Panel {
    measure: &'static str,
    name: String,
    unit: String,
    bars: Vec<Bar>,
}

/// The section's heading.
pub(crate) fn heading(run: &Run<'_>) -> String {
    let worlds = &run.data.manifest.worlds;
    let first = worlds.first().map_or(0, |world| world.off.len());
    if worlds.iter().any(|world| !world.safeguards.is_empty()) {
        say!(run.words, "plot-worlds-helped")
    } else if worlds.iter().any(|world| world.off.len() > first) {
        say!(run.words, "plot-worlds-mechanisms")
    } else {
        say!(run.words, "plot-worlds-beside")
    }
}

/// The chart, where the run has more than two worlds.
fn show(run: &Run<'_>) -> Option<Shown> {
    let words = run.words;
    let panels: Vec<Panel> = CHART.measures.iter().filter_map(|measure| panel(run, measure)).collect();
    let first = panels.first().filter(|panel| panel.bars.len() > 2)?;
    Some(Shown {
        title: title(run, first),
        subtitle: say!(words, "plot-worlds-subtitle"),
        legend: Vec::new(),
        drawings: both(|shape| draw(words, &panels[..panels.len().min(PANELS)], shape)),
        caption: say!(words, "plot-worlds-caption"),
        table: numbers(words, &panels),
    })
}

fn panel(run: &Run<'_>, measure: &'static str) -> Option<Panel> {
    let words = run.words;
    let keys = whole(run, measure)?.keys;
    let first = spread(run, Side::Nth(0), &keys)?;
    if first.mean <= 0.0 {
        return None;
    }
    let bar = |(index, world): (usize, &WorldNote)| Bar {
        name: if world.title.is_empty() { world.name.clone() } else { run.words.title(&world.title) },
        share: run.over_seeds(|seed| {
            let base = value(run, seed, Side::Nth(0), &keys).filter(|base| *base > 0.0)?;
            Some(value(run, seed, Side::Nth(index), &keys)? / base)
        }),
        value: spread(run, Side::Nth(index), &keys),
    };
    let bars = run.data.manifest.worlds.iter().enumerate().map(bar).collect();
    Some(Panel { measure, name: names::measure(words, measure), unit: unit(measure).to_owned(), bars })
}

/// The single change that lessens wrong sanctions most, as far as the seeds settle it.
fn title(run: &Run<'_>, panel: &Panel) -> String {
    let words = run.words;
    let worlds = &run.data.manifest.worlds;
    let is_single = |index: usize| {
        let (first, world) = (&worlds[0], &worlds[index]);
        world.regime == first.regime
            && (world.safeguards.len() == first.safeguards.len() + 1
                || world.off.len() == first.off.len() + 1
                || world.errors_off.len() == first.errors_off.len() + 1)
    };
    let mut singles: Vec<(f64, usize)> = (1..panel.bars.len())
        .filter(|index| is_single(*index))
        .filter_map(|index| Some((panel.bars[index].share?.mean, index)))
        .collect();
    singles.sort_by(|one, other| one.0.total_cmp(&other.0));
    let keys = whole(run, panel.measure).map(|whole| whole.keys).unwrap_or_default();
    let keys = &keys;
    let of = |index| move |seed| value(run, seed, Side::Nth(index), keys);
    let Some(&(share, best)) = singles.first().filter(|_| panel.measure == "wrongly-sanctioned-weeks") else {
        return say!(words, "plot-worlds-many", worlds = worlds.len());
    };
    let against = |index: usize| run.compare(of(index), of(0));
    if matches!(against(best), Some(Direction::Less(_))) {
        let (less, change, once) = (words.percent_said(1.0 - share), &panel.bars[best].name, run.once());
        let is_clear = singles[1..]
            .iter()
            .all(|&(_, other)| matches!(run.compare(of(best), of(other)), Some(Direction::Less(_))));
        if is_clear {
            say!(words, "plot-worlds-title", share = less, change = change, once = once)
        } else {
            say!(words, "plot-worlds-title-unclear", share = less, change = change, once = once)
        }
    } else if singles
        .iter()
        .all(|&(_, one)| matches!(against(one), Some(Direction::Same | Direction::More(_))))
    {
        say!(words, "plot-worlds-none", once = run.once())
    } else {
        say!(words, "plot-worlds-unclear")
    }
}

/// A change against the first world: `−42 %`.
fn against(words: Words, share: f64) -> String {
    let by = share - 1.0;
    if by.abs() < 0.000_5 {
        say!(words, "plot-worlds-as-first")
    } else if share > 4.0 {
        say!(words, "plot-worlds-of-it", share = words.percent(share))
    } else {
        words.signed_percent(by)
    }
}

fn draw(words: Words, panels: &[Panel], shape: Shape) -> Drawing {
    let worlds = panels.first().map_or(0, |panel| panel.bars.len()) as f64;
    let (row, head) = (shape.pick(24.0, 36.0), 34.0);
    let mut drawing = Drawing::new(shape.width(), panels.len() as f64 * (head + worlds * row + 14.0));
    let (left, right) = (shape.pick(300.0, 2.0), shape.pick(100.0, 92.0));
    let width = shape.width() - left - right;
    let mut top = 0.0;
    for panel in panels {
        let highs = panel.bars.iter().filter_map(|bar| Some(bar.share?.high));
        let most = highs.fold(1.0, f64::max).min(2.0);
        let x = |share: f64| left + share.clamp(0.0, most) / most * width;
        drawing.text(0.0, top + 18.0, Anchor::Start, "head", &panel.name);
        let bottom = top + head + worlds * row;
        drawing.line((left, top + head - 4.0), (left, bottom), "axis", 1.0, "");
        for (index, bar) in panel.bars.iter().enumerate() {
            let y = top + head + row * index as f64;
            let at = y + shape.pick(4.0, 17.0);
            let (x_name, y_name, anchor) =
                shape.pick((left - 10.0, at + 11.5, Anchor::End), (0.0, y + 12.0, Anchor::Start));
            drawing.text(x_name, y_name, anchor, "tick", &bar.name);
            let Some(share) = bar.share else {
                let untold = say!(words, "plot-worlds-not-measured");
                drawing.text(left + 6.0, at + 11.5, Anchor::Start, "tick", &untold);
                continue;
            };
            let shown =
                bar.value.map_or_else(String::new, |value| gauge::show(words, &panel.unit, value.mean));
            let colour = if index == 0 { "here" } else { "twin" };
            let note = format!("{}: {shown}", bar.name);
            drawing.bar((left, at), ((x(share.mean) - left).max(1.0), 15.0), colour, 1.0, &note);
            if share.seeds > 1 && share.high > share.low {
                drawing.line((x(share.low), at + 7.5), (x(share.high), at + 7.5), "ink", 2.0, "");
            }
            let told = if index == 0 { shown } else { against(words, share.mean) };
            drawing.text(x(share.high.max(share.mean)) + 7.0, at + 11.5, Anchor::Start, "tick", &told);
        }
        drawing.line((x(1.0), top + head - 4.0), (x(1.0), bottom), "faint", 1.0, "2 3");
        top = bottom + 14.0;
    }
    drawing
}

fn numbers(words: Words, panels: &[Panel]) -> Table {
    let mut head = vec![say!(words, "plot-worlds-world")];
    head.extend(panels.iter().map(|panel| panel.name.clone()));
    let Some(first) = panels.first() else { return Table::default() };
    let row = |(index, bar): (usize, &Bar)| {
        let cells = panels.iter().map(|panel| {
            let bar = &panel.bars[index];
            let shown = or_dash(bar.value, |value| gauge::show(words, &panel.unit, value.mean));
            match bar.share.filter(|_| index > 0 && bar.value.is_some()) {
                Some(share) => format!("{shown} ({})", against(words, share.mean)),
                None => shown,
            }
        });
        std::iter::once(bar.name.clone()).chain(cells).collect()
    };
    Table { head, rows: first.bars.iter().enumerate().map(row).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_against_the_first_world() {
        assert_eq!(against(Words::default(), 1.0), "as the first");
        assert_eq!(against(Words::default(), 0.58), "−42\u{a0}%");
        assert_eq!(against(Words::default(), 1.25), "+25\u{a0}%");
        assert_eq!(against(Words::default(), 0.0), "−100\u{a0}%");
    }
}
