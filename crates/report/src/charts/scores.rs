//! Scores at the end, coloured by tier, with the thresholds of the tiers.

use crate::drawing::{Anchor, Declared, Drawing, Kind, Shape, Shown, Swatch, Table, both, steps, value_step};
use crate::numbers::{Moment, Run, Side, key};
use demerit_words::{Words, say};

pub(super) const CHART: Declared =
    Declared { name: "scores", measures: &["score-bin", "mean-score", "mean-deserved"], show };
const COLOURS: [&str; 6] = ["t1", "t2", "t3", "t4", "t5", "t6"];

/// Persons of one tier in one bin of scores.
struct Bin<'a> {
    tier: &'a str,
    low: i32,
    high: i32,
    persons: f64,
}

fn show(run: &Run<'_>) -> Option<Shown> {
    let words = run.words;
    let Some(world) = run.data.manifest.worlds.first().filter(|world| world.scale.is_some()) else {
        return Shown::nothing(say!(words, "plot-scores-none"), say!(words, "plot-scores-none-why"));
    };
    let bins = bins(run);
    let total: f64 = bins.iter().map(|bin| bin.persons).sum();
    if total <= 0.0 {
        return Shown::nothing(say!(words, "plot-scores-empty"), say!(words, "plot-scores-empty-why"));
    }
    let mut tiers: Vec<(&str, bool)> =
        world.tiers.iter().map(|tier| (tier.name.as_str(), tier.sanction)).collect();
    if tiers.is_empty() {
        tiers.push(("all", false));
    }
    let of_tier = |name: &str| bins.iter().filter(|bin| bin.tier == name).map(|bin| bin.persons).sum::<f64>();
    let sanctioned: f64 = tiers.iter().filter(|tier| tier.1).map(|tier| of_tier(tier.0)).sum();
    let title = match tiers.iter().any(|tier| tier.1) {
        true if sanctioned <= 0.0 => say!(words, "plot-scores-nobody"),
        true => say!(words, "plot-scores-title", share = words.percent_said(sanctioned / total)),
        false => say!(words, "plot-scores-no-sanction", persons = total),
    };
    let colour = |name: &str| {
        let index = tiers.iter().position(|tier| tier.0 == name).unwrap_or(tiers.len());
        COLOURS[colour_index(index, tiers.len())]
    };
    let swatch = |&(name, sanction): &(&str, bool)| {
        let says = if sanction { say!(words, "plot-scores-sanctions") } else { String::new() };
        let told = format!("{}{says} ({})", words.title(name), words.percent(of_tier(name) / total));
        Swatch { colour: colour(name), name: told, kind: Kind::Fill }
    };
    let legend = tiers.iter().map(swatch).collect();
    let thresholds: Vec<(i32, String)> =
        world.tiers.iter().skip(1).map(|tier| (tier.from, words.title(&tier.name))).collect();
    let scale = world.scale.unwrap_or([0, 1]);
    let head = words.each(["plot-scores-scores", "plot-scores-tier", "plot-scores-persons"]);
    let table = Table::of(head, &bins, |bin| {
        let scores = words.range(&bin.low.to_string(), &bin.high.to_string());
        [scores, words.title(bin.tier), words.count(bin.persons)]
    });
    let start = world.start.map(|start| say!(words, "plot-scores-start", start = start.to_string()));
    let ([low, high], start) = (scale.map(|end| end.to_string()), start.unwrap_or_default());
    Some(Shown {
        title,
        subtitle: say!(words, "plot-scores-subtitle", when = run.last_year_said()),
        legend,
        drawings: both(|shape| draw(words, &bins, scale, &thresholds, &colour, shape)),
        caption: say!(words, "plot-scores-caption", low = low, high = high, start = start),
        table,
    })
}

/// Tiers take their colours from the ends of the palette inwards, so that the lowest and the highest always
/// look alike.
fn colour_index(index: usize, tiers: usize) -> usize {
    if tiers <= 1 { COLOURS.len() - 1 } else { index.min(tiers - 1) * (COLOURS.len() - 1) / (tiers - 1) }
}

fn bins<'a>(run: &Run<'a>) -> Vec<Bin<'a>> {
    let counted = |(tier, group): (&'a str, &'a str)| {
        let last = *run.course(Side::Here, key("score-bin", tier, group)).last()?;
        Some((tier, group, last))
    };
    let counted: Vec<_> = run.breakdown("score-bin").into_iter().filter_map(counted).collect();
    let last_tick = counted.iter().map(|(.., moment)| moment.tick).max();
    let bin = |(tier, group, last): (&'a str, &'a str, Moment)| {
        let (low, high) = edges(group)?;
        // A bin that a seed does not name is empty there: the mean is over all seeds.
        let persons = last.spread.mean * last.spread.seeds as f64 / run.seeds().max(1) as f64;
        let there = Some(last.tick) == last_tick && last.spread.mean > 0.0;
        there.then_some(Bin { tier, low, high, persons })
    };
    let mut bins: Vec<Bin<'a>> = counted.into_iter().filter_map(bin).collect();
    bins.sort_by(|one, other| (one.low, one.tier).cmp(&(other.low, other.tier)));
    bins
}

/// Edges of `bin:<low>-<high>`, either of which may be negative.
fn edges(group: &str) -> Option<(i32, i32)> {
    let text = group.strip_prefix("bin:")?;
    let cut = text.char_indices().skip(1).find(|&(_, letter)| letter == '-')?.0;
    Some((text[..cut].parse().ok()?, text[cut + 1..].parse().ok()?))
}

fn draw(
    words: Words,
    bins: &[Bin<'_>],
    scale: [i32; 2],
    thresholds: &[(i32, String)],
    colour: &dyn Fn(&str) -> &'static str,
    shape: Shape,
) -> Drawing {
    let (width, height) = (shape.width(), shape.pick(340.0, 270.0));
    let (left, right, top, bottom) = (shape.pick(70.0, 56.0), 14.0, 30.0, 46.0);
    let mut drawing = Drawing::new(width, height);
    let columns = || bins.chunk_by(|one, other| one.low == other.low);
    let sum = |column: &[Bin<'_>]| column.iter().map(|bin| bin.persons).sum::<f64>();
    let most = columns().map(sum).fold(1.0, f64::max);
    let low = f64::from(bins.iter().map(|bin| bin.low).min().unwrap_or(scale[0]).min(scale[0]));
    let high = f64::from(bins.iter().map(|bin| bin.high).max().unwrap_or(scale[1]).max(scale[1]));
    let x = |score: f64| left + (score - low) / (high - low).max(1.0) * (width - left - right);
    let y = |persons: f64| height - bottom - (persons / most).max(0.0).sqrt() * (height - top - bottom);
    for persons in ticks(most) {
        let colour = if persons > 0.0 { "rule" } else { "axis" };
        drawing.line((left, y(persons)), (width - right, y(persons)), colour, 1.0, "");
        drawing.text(left - 8.0, y(persons) + 4.0, Anchor::End, "tick", &words.count(persons));
    }
    let mut below: (i32, f64) = (i32::MIN, 0.0);
    for bin in bins {
        let base = if below.0 == bin.low { below.1 } else { 0.0 };
        let (from, to) = (y(base), y(base + bin.persons));
        below = (bin.low, base + bin.persons);
        let [low, high] = [bin.low, bin.high].map(|edge| edge.to_string());
        let (tier, persons) = (bin.tier, bin.persons);
        let note = say!(words, "plot-scores-note", low = low, high = high, tier = tier, persons = persons);
        let (x1, x2) = (x(f64::from(bin.low)), x(f64::from(bin.high)));
        let size = ((x2 - x1 - 1.0).max(1.0), (from - to).max(1.0));
        drawing.bar((x1 + 0.5, to.min(from - 1.0)), size, colour(bin.tier), 1.0, &note);
    }
    let mut free = f64::NEG_INFINITY;
    for &(from, ref name) in thresholds {
        let at = x(f64::from(from));
        drawing.line((at, top - 18.0), (at, height - bottom), "faint", 1.0, "2 3");
        let room = 14.0 + 6.6 * name.chars().count() as f64;
        let fits = at + room <= width;
        let (from, anchor) = if fits { (at + 5.0, Anchor::Start) } else { (at - 5.0, Anchor::End) };
        if at >= free && (fits || at - room >= free) {
            drawing.text(from, top - 9.0, anchor, "phase", name);
            free = if fits { at + room } else { at };
        }
    }
    let step = value_step(high - low).max(1.0);
    for score in steps((low / step).ceil() * step, high + 0.5, step) {
        drawing.text(x(score), height - bottom + 18.0, Anchor::Middle, "tick", &words.tick(score, step));
    }
    let (middle, below) = (f64::midpoint(left, width - right), say!(words, "plot-scores-axis"));
    drawing.text(middle, height - 6.0, Anchor::Middle, "axis", &below);
    drawing
}

/// Round numbers of persons for a square-root axis.
fn ticks(most: f64) -> Vec<f64> {
    let mut ticks = vec![0.0];
    let mut next = most;
    while ticks.len() < 5 && next >= 1.0 {
        let unit = 10_f64.powf(next.log10().floor());
        let round =
            [5.0, 2.0, 1.0].into_iter().map(|part| part * unit).find(|tick| *tick <= next).unwrap_or(unit);
        ticks.push(round);
        next = round / 4.0;
    }
    ticks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edges_of_bins() {
        assert_eq!(edges("bin:0-20"), Some((0, 20)));
        assert_eq!(edges("bin:-40--20"), Some((-40, -20)));
        assert_eq!(edges("bin:-20-0"), Some((-20, 0)));
        assert_eq!(edges("bin:x-3"), None);
        assert_eq!(edges("all"), None);
    }

    #[test]
    fn ticks_are_round_and_within() {
        assert_eq!(ticks(734.0), [0.0, 500.0, 100.0, 20.0, 5.0]);
        assert_eq!(ticks(0.3), [0.0]);
    }

    #[test]
    fn lowest_and_highest_tier_take_the_ends() {
        assert_eq!((colour_index(0, 3), colour_index(2, 3)), (0, 5));
        assert_eq!(colour_index(0, 1), 5);
    }
}
