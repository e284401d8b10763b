//! The tornado chart: a bar for each of the strongest factors, the longest on top, and the seed wherever it
//! comes.
//!
//! Elementary effects are drawn to both sides of nothing: what of the mean size raises the result to the
//! right, what lowers it to the left. Shares of variance are drawn to the right, what a factor does alone the
//! darker part.

use crate::drawing::{Anchor, Drawing, Shape, value_step};
use demerit_analysis::sensitivity::{Sensitivity, Weighed, Weight};
use demerit_words::Words;

/// Figures that are drawn; the table has all.
const SHOWN: usize = 20;

/// Draws the chart.
pub(super) fn draw(words: Words, found: &Sensitivity, shape: Shape) -> Drawing {
    let (first, others) = found.factors.split_at(SHOWN.min(found.factors.len()));
    let seeds = others.iter().filter(|one| one.figure.is_none());
    let rows: Vec<&Weighed> = first.iter().chain(seeds).collect();
    let (left, right) = (shape.pick(250.0, 4.0), shape.pick(182.0, 4.0));
    let (row, top) = (shape.pick(30.0, 46.0), 30.0);
    let mut drawing = Drawing::new(shape.width(), top + row * rows.len() as f64 + 10.0);
    let sides: Vec<[f64; 2]> = rows.iter().map(|one| reach(&one.weight)).collect();
    let ends = [0, 1].map(|side| sides.iter().map(|ends| ends[side]).fold(0.0, f64::max));
    let whole = ends[0] + ends[1];
    let (ends, whole) = if whole > 0.0 { (ends, whole) } else { ([0.0, 1.0], 1.0) };
    let width = shape.width() - left - right;
    let x = |value: f64| left + (value + ends[0]) / whole * width;
    axis(words, &mut drawing, found, ends, &x, top);
    for (index, one) in rows.iter().enumerate() {
        let y = top + row * index as f64;
        let at = y + shape.pick(6.0, 25.0);
        names(&mut drawing, one, shape, left, y);
        bars(words, &mut drawing, one, &x, at);
        let shown = strength(words, &one.weight);
        drawing.text(shape.width(), shape.pick(at + 12.0, y + 16.0), Anchor::End, "tick", &shown);
    }
    drawing
}

/// How far a bar and its interval go to the left and to the right of nothing.
fn reach(weight: &Weight) -> [f64; 2] {
    match weight {
        Weight::Morris { mu_star, up, .. } => [mu_star.value - up.value, up.value],
        Weight::Sobol { total, .. } => [0.0, total.high.max(total.value).min(1.5)],
    }
}

fn axis(
    words: Words,
    drawing: &mut Drawing,
    found: &Sensitivity,
    ends: [f64; 2],
    x: &dyn Fn(f64) -> f64,
    top: f64,
) {
    let step = value_step(ends[0] + ends[1]);
    let bottom = drawing.height - 8.0;
    let share = matches!(found.factors.first().map(|one| one.weight), Some(Weight::Sobol { .. }));
    let first = -(ends[0] / step).floor() as i32;
    for number in first..=(ends[1] / step).floor() as i32 {
        let value = f64::from(number) * step;
        let text = if share { words.percent_tick(value, step) } else { words.tick(value, step) };
        drawing.tick(x(value), (top, bottom), number == 0, &text);
    }
}

fn names(drawing: &mut Drawing, one: &Weighed, shape: Shape, left: f64, y: f64) {
    let (key, file) = match &one.figure {
        Some(figure) => {
            let item = figure.item.as_ref().map_or_else(String::new, |item| format!("{item} · "));
            (figure.key.as_str(), format!("{item}{}", figure.file))
        }
        None => ("the seed", "luck alone".to_owned()),
    };
    match shape {
        Shape::Wide => {
            drawing.text(left - 12.0, y + 13.0, Anchor::End, "head", &cut(key, 34));
            drawing.text(left - 12.0, y + 25.5, Anchor::End, "axis", &cut(&file, 40));
        }
        Shape::Narrow => drawing.text(0.0, y + 16.0, Anchor::Start, "head", &cut(key, 23)),
    }
}

fn bars(words: Words, drawing: &mut Drawing, one: &Weighed, x: &dyn Fn(f64) -> f64, at: f64) {
    let name = one.name();
    let mut bar = |from: f64, to: f64, colour: &str, note: String| {
        if to > from {
            drawing.bar((x(from), at), ((x(to) - x(from)).max(0.5), 16.0), colour, 1.0, &note);
        }
    };
    match one.weight {
        Weight::Morris { mu_star, up, .. } => {
            let colour = |usual: &'static str| if one.figure.is_some() { usual } else { "c8" };
            let down = mu_star.value - up.value;
            bar(0.0, up.value, colour("here"), format!("{name} raises it by {}", words.short(up.value)));
            bar(-down, 0.0, colour("twin"), format!("{name} lowers it by {}", words.short(down)));
        }
        Weight::Sobol { first, total } => {
            let [alone, whole] =
                [first.value.clamp(0.0, total.value.max(0.0)), total.value].map(|part| part.min(1.5));
            let (dark, light) = if one.figure.is_some() { ("here", "wrong") } else { ("c8", "faint") };
            bar(0.0, alone, dark, format!("{name} alone: {}", words.percent(first.value)));
            bar(alone, whole, light, format!("{name}, all it has a part in: {}", words.percent(total.value)));
            if total.high > total.low {
                let (low, high) = (total.low.clamp(0.0, 1.5), total.high.min(1.5));
                drawing.line((x(low), at + 8.0), (x(high), at + 8.0), "ink", 1.5, "");
            }
        }
    }
}

fn strength(words: Words, weight: &Weight) -> String {
    let one = weight.strength();
    match weight {
        Weight::Morris { .. } => {
            format!("{} ({} to {})", words.short(one.value), words.short(one.low), words.short(one.high))
        }
        Weight::Sobol { .. } => {
            format!("{} ({:.0} to {:.0})", words.percent(one.value), 100.0 * one.low, 100.0 * one.high)
        }
    }
}

/// A name that is too long loses its beginning, which says least.
fn cut(name: &str, most: usize) -> String {
    let count = name.chars().count();
    if count <= most {
        return name.to_owned();
    }
    format!("…{}", name.chars().skip(count + 1 - most).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_keep_their_end() {
        assert_eq!(cut("abc", 3), "abc");
        assert_eq!(cut("consequences.hardship.job", 9), "…ship.job");
    }
}
