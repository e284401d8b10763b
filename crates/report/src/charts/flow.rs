//! From the domain of the cause to the domain of the refusal: what in one part of life is paid for in
//! another.

use crate::drawing::{Anchor, Declared, Drawing, Shape, Shown, Table, both, length};
use crate::names;
use crate::numbers::{Run, Side, key};
use demerit_regime::{Distance, Domain};
use demerit_words::{Words, begun, say};

pub(super) const CHART: Declared =
    Declared { name: "flow", measures: &["refusals", "requests", "privileges"], show };
const OTHERS: &str = "other-causes";
const COLOURS: [&str; 8] = ["c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8"];

/// Refusals of one domain for causes of another.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Stream<'a> {
    /// Domain of the cause.
    pub(crate) cause: &'a str,
    /// Domain of the refusal.
    pub(crate) domain: &'a str,
    /// Requests refused in the last year.
    pub(crate) requests: f64,
}

/// Refusals of the last year by cause and domain, the most first.
pub(crate) fn streams<'a>(run: &Run<'a>, side: Side) -> Vec<Stream<'a>> {
    let stream = |(domain, group): (&'a str, &'a str)| {
        let cause = group.strip_prefix("cause:")?;
        let requests = run.lately(side, key("refusals", domain, group))?.mean;
        (requests > 0.0).then_some(Stream { cause, domain, requests })
    };
    let mut streams: Vec<Stream<'a>> = run.breakdown("refusals").into_iter().filter_map(stream).collect();
    streams.sort_by(|one, other| {
        let names = |stream: &Stream<'a>| (stream.cause, stream.domain);
        other.requests.total_cmp(&one.requests).then(names(one).cmp(&names(other)))
    });
    streams
}

/// How far the cause lies from what is refused; what has no known cause is unrelated.
pub(crate) fn distance(stream: &Stream<'_>) -> Distance {
    match [stream.cause, stream.domain].map(Domain::named) {
        [Some(cause), Some(answer)] => Distance::between(cause, answer),
        _ => Distance::Unrelated,
    }
}

/// Whether the cause lies in a part of life that has nothing to do with what is refused.
pub(crate) fn is_unrelated(stream: &Stream<'_>) -> bool {
    distance(stream) == Distance::Unrelated
}

/// Whether the first of some streams is larger than each of the others.
pub(crate) fn is_first_most(run: &Run<'_>, streams: &[&Stream<'_>]) -> bool {
    let groups: Vec<String> = streams.iter().map(|one| format!("cause:{}", one.cause)).collect();
    let mut numbers = streams.iter().zip(&groups);
    let mut next = || numbers.next().map(|(one, group)| run.by_seed(key("refusals", one.domain, group)));
    next().is_some_and(|first| run.is_most(first, std::iter::from_fn(next)))
}

fn title(run: &Run<'_>, streams: &[Stream<'_>], total: f64) -> String {
    let words = run.words;
    let unrelated: Vec<&Stream<'_>> = streams.iter().filter(|stream| is_unrelated(stream)).collect();
    let Some(most) = unrelated.first() else { return say!(words, "plot-flow-related") };
    let share = words.percent_said(unrelated.iter().map(|one| one.requests).sum::<f64>() / total);
    if !is_first_most(run, &unrelated) {
        return say!(words, "plot-flow-title-unclear", share = share);
    }
    let (cause, refused) = (names::domain(words, most.cause), names::refused(words, most.domain));
    say!(words, "plot-flow-title", share = share, cause = cause, refused = refused, once = run.once())
}

fn show(run: &Run<'_>) -> Option<Shown> {
    let words = run.words;
    let streams = streams(run, Side::Here);
    if streams.is_empty() {
        let why = say!(words, "plot-flow-empty-why", when = run.last_year_said());
        return Shown::nothing(say!(words, "plot-flow-empty"), why);
    }
    let total: f64 = streams.iter().map(|stream| stream.requests).sum();
    let head =
        words.each(["plot-flow-cause", "plot-flow-refused-in", "plot-flow-requests", "plot-flow-share"]);
    let table = Table::of(head, &streams, |stream| {
        let cause = begun(&names::domain(words, stream.cause));
        let refused = begun(&names::refused(words, stream.domain));
        [cause, refused, words.count(stream.requests), words.percent(stream.requests / total)]
    });
    Some(Shown {
        title: title(run, &streams, total),
        subtitle: say!(words, "plot-flow-subtitle", when = run.last_year_said()),
        legend: Vec::new(),
        drawings: both(|shape| draw(words, &streams, shape)),
        caption: say!(words, "plot-flow-caption"),
        table,
    })
}

/// A side of the picture: domains with their sums, the largest first.
fn side<'a>(streams: &[Stream<'a>], of: impl Fn(&Stream<'a>) -> &'a str) -> Vec<(&'a str, f64)> {
    let mut sums: Vec<(&str, f64)> = Vec::new();
    for stream in streams {
        match sums.iter_mut().find(|(name, _)| *name == of(stream)) {
            Some((_, sum)) => *sum += stream.requests,
            None => sums.push((of(stream), stream.requests)),
        }
    }
    sums.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(other.0)));
    sums
}

/// Domains that are hardly ever the cause are drawn together.
fn merged<'a>(streams: &[Stream<'a>]) -> Vec<Stream<'a>> {
    let sides = side(streams, |stream| stream.cause);
    let total: f64 = sides.iter().map(|(_, sum)| sum).sum();
    let small: Vec<&str> =
        sides.iter().filter(|(_, sum)| *sum < 0.01 * total).map(|(name, _)| *name).collect();
    if small.len() < 2 {
        return streams.to_vec();
    }
    let mut merged: Vec<Stream<'a>> = Vec::new();
    for stream in streams {
        let cause = if small.contains(&stream.cause) { OTHERS } else { stream.cause };
        match merged.iter_mut().find(|one| one.cause == cause && one.domain == stream.domain) {
            Some(one) => one.requests += stream.requests,
            None => merged.push(Stream { cause, ..stream.clone() }),
        }
    }
    merged
}

fn draw(words: Words, streams: &[Stream<'_>], shape: Shape) -> Drawing {
    let streams = &merged(streams);
    let (causes, domains) = (side(streams, |stream| stream.cause), side(streams, |stream| stream.domain));
    let total: f64 = causes.iter().map(|(_, sum)| sum).sum();
    let room = shape.pick(300.0, 240.0);
    let scale = room / total;
    // Each domain has room for the two lines of its name, however thin it is.
    let slot = |sum: f64| (sum * scale).max(20.0);
    let gap = 12.0;
    let tall = |sides: &[(&str, f64)]| sides.iter().map(|(_, sum)| slot(*sum) + gap).sum::<f64>() - gap;
    let (width, top, high) = (shape.width(), 34.0, tall(&causes).max(tall(&domains)));
    let mut drawing = Drawing::new(width, top + high + 10.0);
    let (left, right, node) = (shape.pick(190.0, 112.0), width - shape.pick(150.0, 92.0), 12.0);
    drawing.text(left + node, 14.0, Anchor::End, "head", &say!(words, "plot-flow-punished"));
    drawing.text(right - node, 14.0, Anchor::Start, "head", &say!(words, "plot-flow-refused-in"));
    let tops = |sides: &[(&str, f64)]| -> Vec<f64> {
        let mut at = top + (high - tall(sides)) / 2.0;
        let place = |(_, sum): &(&str, f64)| {
            let here = at + (slot(*sum) - sum * scale) / 2.0;
            at += slot(*sum) + gap;
            here
        };
        sides.iter().map(place).collect()
    };
    let (cause_at, domain_at) = (tops(&causes), tops(&domains));
    let (mut cause_next, mut domain_next) = (cause_at.clone(), domain_at.clone());
    for (cause, &(name, _)) in causes.iter().enumerate() {
        for (domain, &(other, _)) in domains.iter().enumerate() {
            let Some(stream) = streams.iter().find(|one| one.cause == name && one.domain == other) else {
                continue;
            };
            let thick = stream.requests * scale;
            let (y1, y2) = (cause_next[cause], domain_next[domain]);
            cause_next[cause] += thick;
            domain_next[domain] += thick;
            let refused = begun(&names::refused(words, other));
            let (cause_name, requests) = (names::domain(words, name), words.count(stream.requests));
            let note =
                say!(words, "plot-flow-note", refused = refused, cause = cause_name, requests = requests);
            let path = ribbon((left + node, y1), (right - node, y2), thick.max(0.6));
            drawing.shape(&path, COLOURS[cause % COLOURS.len()], 0.5, &note);
        }
    }
    let mut end = |(x, aside): (f64, f64), y: f64, sum: f64, colour: &str, anchor, name: &str| {
        let high = (sum * scale).max(1.0);
        drawing.bar((x, y), (node, high), colour, 1.0, "");
        drawing.text(aside, y + high / 2.0 - 1.0, anchor, "end", &begun(name));
        drawing.text(aside, y + high / 2.0 + 13.0, anchor, "tick", &words.percent(sum / total));
    };
    for ((index, &(name, sum)), y) in causes.iter().enumerate().zip(cause_at) {
        let colour = COLOURS[index % COLOURS.len()];
        end((left, left - 8.0), y, sum, colour, Anchor::End, &names::domain(words, name));
    }
    for (&(name, sum), y) in domains.iter().zip(domain_at) {
        end((right - node, right + 8.0), y, sum, "soft", Anchor::Start, &names::refused(words, name));
    }
    drawing
}

fn ribbon((x1, y1): (f64, f64), (x2, y2): (f64, f64), thick: f64) -> String {
    let middle = (x1 + x2) / 2.0;
    let [x1, y1, x2, y2, middle, low1, low2] = [x1, y1, x2, y2, middle, y1 + thick, y2 + thick].map(length);
    format!(
        "M{x1} {y1}C{middle} {y1} {middle} {y2} {x2} {y2}L{x2} {low2}C{middle} {low2} {middle} {low1} {x1} {low1}Z"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sides_are_summed_and_sorted() {
        let stream = |cause, domain, requests| Stream { cause, domain, requests };
        let streams =
            [stream("speech", "travel", 2.0), stream("court", "travel", 5.0), stream("speech", "work", 4.0)];
        assert_eq!(side(&streams, |one| one.cause), [("speech", 6.0), ("court", 5.0)]);
        assert_eq!(side(&streams, |one| one.domain), [("travel", 7.0), ("work", 4.0)]);
    }

    #[test]
    fn causes_below_a_hundredth_are_drawn_together() {
        let stream = |cause, requests| Stream { cause, domain: "travel", requests };
        let streams =
            [stream("speech", 1000.0), stream("court", 500.0), stream("school", 2.0), stream("health", 1.0)];
        let merged = merged(&streams);
        assert_eq!(merged.len(), 3);
        assert_eq!((merged[2].cause, merged[2].requests), (OTHERS, 3.0));
        assert_eq!(super::merged(&streams[..3]).len(), 3, "a single one keeps its name");
    }

    #[test]
    fn what_is_unrelated_the_table_of_contexts_says() {
        let stream = |cause, domain| Stream { cause, domain, requests: 1.0 };
        assert!(is_unrelated(&stream("speech", "travel")) && is_unrelated(&stream("none", "travel")));
        assert!(!is_unrelated(&stream("court", "finance")) && !is_unrelated(&stream("finance", "housing")));
    }
}
