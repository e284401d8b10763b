//! Persons wrongly under a sanction over time, by the error behind it.

use crate::drawing::{Area, Declared, Frame, Kind, Shown, Swatch, Table, areas, both};
use crate::numbers::{Moment, Run, Side, everybody, key};
use crate::{html::or_dash, names};
use demerit_words::{Words, begun, say};

pub(super) const CHART: Declared =
    Declared { name: "origins", measures: &["wrongly-sanctioned-by-origin", "wrongly-sanctioned"], show };
const COLOURS: [&str; 7] = ["c1", "c2", "c3", "c4", "c5", "c6", "c7"];

/// An error with the persons wrongly under a sanction for it in the last year.
pub(crate) struct Ranked<'a> {
    group: &'a str,
    /// Its name.
    pub(crate) origin: &'a str,
    /// Persons, in the mean of the last year.
    pub(crate) persons: f64,
}

/// The errors behind wrong sanctions in the last year, the most frequent first.
pub(crate) fn ranked<'a>(run: &Run<'a>) -> Vec<Ranked<'a>> {
    let of = |(domain, group): (&str, &'a str)| {
        let persons = run.lately(Side::Here, key(CHART.measures[0], domain, group))?.mean;
        (domain == "all" && persons > 0.0).then(|| Ranked { group, origin: names::of_group(group), persons })
    };
    let mut all: Vec<Ranked<'a>> = run.breakdown(CHART.measures[0]).into_iter().filter_map(of).collect();
    all.sort_by(|one, other| other.persons.total_cmp(&one.persons).then(one.group.cmp(other.group)));
    all
}

/// Whether the first of ranked errors is more frequent than each of the others.
pub(crate) fn is_first_most(run: &Run<'_>, ranked: &[Ranked<'_>]) -> bool {
    let of = |group| run.by_seed(key(CHART.measures[0], "all", group));
    ranked
        .split_first()
        .is_some_and(|(first, others)| run.is_most(of(first.group), others.iter().map(|one| of(one.group))))
}

fn show(run: &Run<'_>) -> Option<Shown> {
    let words = run.words;
    let measure = CHART.measures[0];
    let groups = run.breakdown(measure).into_iter().filter(|(domain, _)| *domain == "all");
    let mut courses: Vec<(&str, Vec<Moment>)> = groups
        .map(|(domain, group)| (group, run.course_on(Side::Here, key(measure, domain, group))))
        .filter(|(_, course)| course.iter().any(|moment| moment.spread.mean > 0.0))
        .collect();
    let ranked = ranked(run);
    let size = |group: &str| ranked.iter().find(|one| one.group == group).map_or(0.0, |one| one.persons);
    courses.sort_by(|one, other| size(other.0).total_cmp(&size(one.0)).then(one.0.cmp(other.0)));
    let Some((_, course)) = courses.first() else {
        return Shown::nothing(say!(words, "plot-origins-empty"), say!(words, "plot-origins-empty-why"));
    };
    let total: f64 = ranked.iter().map(|one| one.persons).sum();
    let years: Vec<f64> = course.iter().map(|moment| moment.year).collect();
    let origin = |group: &str| names::origin(words, names::of_group(group));
    let title = title(run, &ranked);
    let sum = |&year: &f64| courses.iter().map(|(_, course)| at_year(course, year)).sum();
    let top = years.iter().map(sum).fold(4.0, f64::max);
    let drawings = both(|shape| {
        let mut frame = Frame::new(words, shape, run.span(), top, Words::tick);
        frame.phases = run.phases();
        frame.right = 14.0;
        frame.left = shape.pick(62.0, 52.0);
        let area = |((_, course), &colour): (&(&str, Vec<Moment>), &'static &'static str)| Area {
            values: years.iter().map(|&year| at_year(course, year)).collect(),
            colour,
        };
        let stack: Vec<Area> = courses.iter().zip(COLOURS.iter().cycle()).map(area).collect();
        areas(shape.pick("origins-wide", "origins-narrow"), &frame, &years, &stack)
    });
    let swatch = |((group, _), &colour): (&(&str, Vec<Moment>), &'static &'static str)| {
        let share = |part: f64| format!(" ({})", words.percent(part / total));
        let name = origin(group) + &if total > 0.0 { share(size(group)) } else { String::new() };
        Swatch { colour, name, kind: Kind::Fill }
    };
    let legend = courses.iter().zip(COLOURS.iter().cycle()).map(swatch).collect();
    Some(Shown {
        title,
        subtitle: say!(words, "plot-origins-subtitle"),
        legend,
        drawings,
        caption: say!(words, "plot-origins-caption") + &run.if_twin(|| say!(words, "plot-origins-twin")),
        table: numbers_table(run, &courses),
    })
}

fn title(run: &Run<'_>, ranked: &[Ranked<'_>]) -> String {
    let (words, when) = (run.words, run.last_year_said());
    let Some(first) = ranked.first() else { return say!(words, "plot-origins-over", when = when) };
    let persons = ranked.iter().map(|one| one.persons).sum::<f64>();
    if is_first_most(run, ranked) {
        let (origin, once) = (names::origin(words, first.origin), run.once());
        say!(words, "plot-origins-title", persons = persons, origin = origin, when = when, once = once)
    } else {
        say!(words, "plot-origins-title-unclear", persons = persons, when = when)
    }
}

fn at_year(course: &[Moment], year: f64) -> f64 {
    course.iter().find(|moment| moment.year == year).map_or(0.0, |moment| moment.spread.mean)
}

fn numbers_table(run: &Run<'_>, courses: &[(&str, Vec<Moment>)]) -> Table {
    let words = run.words;
    let mut head = vec![say!(words, "plot-end-of")];
    head.extend(courses.iter().map(|(group, _)| begun(&names::origin(words, names::of_group(group)))));
    let twin = run.course_on(Side::Twin, everybody("wrongly-sanctioned"));
    if !twin.is_empty() {
        head.push(say!(words, "plot-origins-twin-column"));
    }
    let persons = f64::from(run.data.manifest.persons);
    let row = |moment: &Moment| {
        let mut row = vec![run.moment_name(moment)];
        row.extend(courses.iter().map(|(_, course)| words.count(at_year(course, moment.year))));
        if !twin.is_empty() {
            let other = twin.iter().find(|one| one.tick == moment.tick);
            row.push(or_dash(other, |one| words.count(one.spread.mean * persons)));
        }
        row
    };
    Table { head, rows: run.yearly(&courses[0].1).iter().map(row).collect() }
}
