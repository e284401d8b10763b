//! Persons wrongly under a sanction over time, by the error behind it.

use crate::drawing::{Area, Declared, Frame, Kind, Shown, Swatch, Table, areas, both};
use crate::numbers::{Moment, Run, Side, everybody, key};
use crate::{html::or_dash, names};
use demerit_words::{Words, say};

pub(super) const CHART: Declared =
    Declared { name: "origins", measures: &["wrongly-sanctioned-by-origin", "wrongly-sanctioned"], show };
const COLOURS: [&str; 7] = ["c1", "c2", "c3", "c4", "c5", "c6", "c7"];

fn show(run: &Run<'_>) -> Option<Shown> {
    let words = run.words;
    let measure = CHART.measures[0];
    let groups = run.breakdown(measure).into_iter().filter(|(domain, _)| *domain == "all");
    let mut courses: Vec<(&str, Vec<Moment>)> = groups
        .map(|(domain, group)| (group, run.course_on(Side::Here, key(measure, domain, group))))
        .filter(|(_, course)| course.iter().any(|moment| moment.spread.mean > 0.0))
        .collect();
    let size =
        |group: &str| run.lately(Side::Here, key(measure, "all", group)).map_or(0.0, |spread| spread.mean);
    courses.sort_by(|one, other| size(other.0).total_cmp(&size(one.0)).then(one.0.cmp(other.0)));
    let Some((first, course)) = courses.first() else {
        return Shown::nothing(say!(words, "plot-origins-empty"), say!(words, "plot-origins-empty-why"));
    };
    let total: f64 = courses.iter().map(|(group, _)| size(group)).sum();
    let years: Vec<f64> = course.iter().map(|moment| moment.year).collect();
    let origin = |group: &str| names::origin(words, names::of_group(group));
    let when = run.last_year_said();
    let title = if total > 0.0 {
        say!(words, "plot-origins-title", persons = total.round(), origin = origin(first), when = when)
    } else {
        say!(words, "plot-origins-over", when = when)
    };
    let sum = |&year: &f64| courses.iter().map(|(_, course)| at_year(course, year)).sum();
    let top = years.iter().map(sum).fold(4.0, f64::max);
    let drawings = both(|shape| {
        let mut frame = Frame::new(words, shape, run.span(), top, Words::count);
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

fn at_year(course: &[Moment], year: f64) -> f64 {
    course.iter().find(|moment| moment.year == year).map_or(0.0, |moment| moment.spread.mean)
}

fn numbers_table(run: &Run<'_>, courses: &[(&str, Vec<Moment>)]) -> Table {
    let words = run.words;
    let mut head = vec![say!(words, "plot-end-of")];
    head.extend(courses.iter().map(|(group, _)| names::begun(&names::origin(words, names::of_group(group)))));
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
