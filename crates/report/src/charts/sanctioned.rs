//! Share of persons under a sanction over time, beside the twin.

use super::{Chart, Kind, both, course_table, highest, line, phases, span, worlds_legend};
use crate::data::{Run, Side, key};
use crate::numbers::percent;
use crate::plot::{Frame, lines};
use crate::svg::Shape;

const MEASURES: &[&str] = &["sanctioned", "sanctioned-only-here", "sanctioned-only-in-twin"];

pub(super) fn chart(run: &Run<'_>) -> Chart {
    let of = key("sanctioned", "all", "all");
    let (here, twin) = (run.course(Side::Here, of), run.course(Side::Twin, of));
    let Some(last) = here.last() else {
        return Chart::empty(
            "sanctioned",
            "Who is under a sanction",
            "This run did not measure it.",
            MEASURES,
        );
    };
    let title = match twin.last() {
        _ if last.spread.mean <= 0.0 && twin.last().is_none_or(|other| other.spread.mean <= 0.0) => {
            "Nobody ends under a sanction".to_owned()
        }
        Some(other) => format!(
            "{} of persons end under a sanction, {} in the twin",
            percent(last.spread.mean),
            percent(other.spread.mean)
        ),
        None => format!("{} of persons end under a sanction", percent(last.spread.mean)),
    };
    let top = highest([here.as_slice(), twin.as_slice()]);
    let drawings = both(|shape| {
        let mut frame = Frame::new(shape, span(run), top, percent_tick);
        frame.phases = phases(run);
        let label = |text: &'static str| if shape == Shape::Wide { text } else { "" };
        let mut all = Vec::new();
        if !twin.is_empty() {
            all.push(line(&twin, "twin", false, label("the twin")));
        }
        all.push(line(&here, "here", false, label("the regime")));
        lines(&format!("sanctioned-{}", shape.width()), &frame, &all)
    });
    let band = if run.seeds() > 1 { " The bands are the interval over the seeds." } else { "" };
    let apart = if run.called(Side::Twin).is_some() {
        "The twin is the same society with the same luck under another regime, so that the distance between the lines is what the \
         regime did. "
    } else {
        ""
    };
    Chart {
        name: "sanctioned",
        title,
        subtitle: "Persons in a sanctioning tier or on the court's list, share of all persons, %".to_owned(),
        legend: worlds_legend(run, (Kind::Line, Kind::Line)),
        drawings,
        caption: format!("{apart}Dotted lines mark where a phase of the study begins.{band}"),
        measures: MEASURES,
        table: course_table(run, of, percent),
    }
}

/// Percent at an axis: no more places than needed.
pub(super) fn percent_tick(share: f64) -> String {
    let text = format!("{:.4}", 100.0 * share);
    format!("{}%", text.trim_end_matches('0').trim_end_matches('.'))
}
