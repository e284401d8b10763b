//! Persons wrongly under a sanction over time, by the error behind it.

use super::{Chart, Kind, Swatch, Table, both, moment_name, phases, span, yearly};
use crate::data::{Moment, Run, Side, key};
use crate::names;
use crate::numbers::{count, many, percent};
use crate::plot::{Area, Frame, areas};
use crate::svg::Shape;

const MEASURES: &[&str] = &["wrongly-sanctioned-by-origin", "wrongly-sanctioned"];
const COLOURS: [&str; 7] = ["c1", "c2", "c3", "c4", "c5", "c6", "c7"];

pub(super) fn chart(run: &Run<'_>) -> Chart {
    let mut courses: Vec<(&str, Vec<Moment>)> = run
        .places("wrongly-sanctioned-by-origin")
        .into_iter()
        .filter(|(domain, _)| *domain == "all")
        .map(|(domain, group)| {
            (group, run.course(Side::Here, key("wrongly-sanctioned-by-origin", domain, group)))
        })
        .filter(|(_, course)| course.iter().any(|moment| moment.spread.mean > 0.0))
        .collect();
    let size = |course: &[Moment]| course.last().map_or(0.0, |moment| moment.spread.mean);
    courses.sort_by(|one, other| size(&other.1).total_cmp(&size(&one.1)).then(one.0.cmp(other.0)));
    let Some((first, course)) = courses.first() else {
        return Chart::empty(
            "origins",
            "Nobody was wrongly sanctioned",
            "At no moment of this run was anybody under a sanction that the regime's own rules, put to their own true deeds, would \
             not have brought; or the run did not measure it.",
            MEASURES,
        );
    };
    let total: f64 = courses.iter().map(|(_, course)| size(course)).sum();
    let years: Vec<f64> = course.iter().map(|moment| moment.year).collect();
    let title = if total > 0.0 {
        format!(
            "{} wrongly sanctioned; most often behind it: {}",
            many(total, "person ends", "persons end"),
            names::origin(names::of_group(first))
        )
    } else {
        "Some were wrongly sanctioned for a time; at the end nobody is".to_owned()
    };
    let top = (0..years.len())
        .map(|at| courses.iter().map(|(_, course)| at_year(course, years[at])).sum())
        .fold(4.0, f64::max);
    let drawings = both(|shape| {
        let mut frame = Frame::new(shape, span(run), top, count);
        frame.phases = phases(run);
        frame.right = 14.0;
        frame.left = shape.pick(62.0, 52.0);
        let stack: Vec<Area> = courses
            .iter()
            .enumerate()
            .map(|(place, (_, course))| Area {
                values: years.iter().map(|&year| at_year(course, year)).collect(),
                colour: COLOURS[place % COLOURS.len()],
            })
            .collect();
        areas(
            &format!("origins-{}", if shape == Shape::Wide { "wide" } else { "narrow" }),
            &frame,
            &years,
            &stack,
        )
    });
    let legend = courses
        .iter()
        .enumerate()
        .map(|(place, (group, course))| Swatch {
            colour: COLOURS[place % COLOURS.len()],
            name: share_words(&names::origin(names::of_group(group)), size(course), total),
            kind: Kind::Fill,
        })
        .collect();
    Chart {
        name: "origins",
        title,
        subtitle: "Persons wrongly under a sanction, by the error that took most of their points or put them on the list".to_owned(),
        legend,
        drawings,
        caption: "Wrongly means: the regime's own rules, put to the person's own true deeds, would not have brought the sanction. \
                  Whether the rules themselves are just is another question. Percentages are shares at the end."
            .to_owned()
            + if run.called(Side::Twin).is_some() { " The twin has its errors, too: see the table." } else { "" },
        measures: MEASURES,
        table: numbers_table(run, &courses),
    }
}

fn share_words(name: &str, part: f64, total: f64) -> String {
    if total > 0.0 { format!("{name} ({})", percent(part / total)) } else { name.to_owned() }
}

fn at_year(course: &[Moment], year: f64) -> f64 {
    course.iter().find(|moment| moment.year == year).map_or(0.0, |moment| moment.spread.mean)
}

fn numbers_table(run: &Run<'_>, courses: &[(&str, Vec<Moment>)]) -> Table {
    let mut head = vec!["End of".to_owned()];
    head.extend(courses.iter().map(|(group, _)| names::begun(&names::origin(names::of_group(group)))));
    let twin = run.course(Side::Twin, key("wrongly-sanctioned", "all", "all"));
    if !twin.is_empty() {
        head.push("Twin, all errors".to_owned());
    }
    let rows = yearly(run, &courses[0].1)
        .iter()
        .map(|moment| {
            let mut row = vec![moment_name(run, moment.tick, moment.year)];
            row.extend(courses.iter().map(|(_, course)| count(at_year(course, moment.year))));
            if !twin.is_empty() {
                let other = twin.iter().find(|one| one.tick == moment.tick);
                row.push(other.map_or_else(
                    || "–".to_owned(),
                    |one| count(one.spread.mean * f64::from(run.data.manifest.persons)),
                ));
            }
            row
        })
        .collect();
    Table { head, rows }
}
