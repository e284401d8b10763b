//! Persons sanctioned for another's deed for each one sanctioned for their own, over time.

use super::{Chart, Kind, both, course_table, highest, line, phases, span, worlds_legend};
use crate::data::{Run, Side, key};
use crate::numbers::{rough, short};
use crate::plot::{Frame, lines};
use crate::svg::Shape;

const MEASURES: &[&str] = &["collateral-ratio", "wrongly-sanctioned-by-origin"];

pub(super) fn chart(run: &Run<'_>) -> Chart {
    let of = key("collateral-ratio", "all", "all");
    let (here, twin) = (run.course(Side::Here, of), run.course(Side::Twin, of));
    let Some(last) = run.end(Side::Here, of) else {
        return Chart::empty(
            "collateral",
            "Who pays for another's deed",
            "There is no such ratio in this run: nobody was under a sanction for a deed of their own, or it was not measured.",
            MEASURES,
        );
    };
    let hundred = rough(100.0 * last.mean);
    let title = if last.mean > 0.0 {
        format!("For every 100 sanctioned for their own deeds, {hundred} are sanctioned for somebody else's")
    } else {
        "Nobody ends under a sanction for somebody else's deed".to_owned()
    };
    let top = highest([here.as_slice(), twin.as_slice()]);
    let drawings = both(|shape| {
        let mut frame = Frame::new(shape, span(run), top, hundred_tick);
        frame.phases = phases(run);
        let label = |text: &'static str| if shape == Shape::Wide { text } else { "" };
        let mut all = Vec::new();
        if !twin.is_empty() {
            all.push(line(&twin, "twin", false, label("the twin")));
        }
        all.push(line(&here, "here", false, label("the regime")));
        lines(&format!("collateral-{}", shape.width()), &frame, &all)
    });
    Chart {
        name: "collateral",
        title,
        subtitle: "Persons sanctioned because of another's deed, for every 100 sanctioned for their own".to_owned(),
        legend: worlds_legend(run, (Kind::Line, Kind::Line)),
        drawings,
        caption: "Another's deed can reach a person in three ways: points taken for what family or friends did, a deed put down to the \
                  wrong person, or files of two persons joined by mistake. A ratio of few persons moves by chance."
            .to_owned(),
        measures: MEASURES,
        table: course_table(run, of, short),
    }
}

fn hundred_tick(ratio: f64) -> String {
    short(100.0 * ratio)
}
