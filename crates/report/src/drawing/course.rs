//! The course of a number over the years, here and in the twin: as lines and as a table.

use crate::drawing::{AxisTick, Drawing, Frame, Line, Shape, Table, lines};
use crate::html::or_dash;
use crate::numbers::{Key, Moment, Run, Side};
use demerit_measures::estimate::Spread;
use demerit_words::{Words, say};

/// The course of a number as a line; its band only where several seeds were run.
pub(crate) fn line(course: &[Moment], colour: &'static str, dashed: bool, label: &str) -> Line {
    let edge = |of: fn(&Spread) -> f64| course.iter().map(|moment| of(&moment.spread)).collect();
    let several = course.iter().any(|moment| moment.spread.seeds > 1);
    let band = several.then(|| (edge(|one| one.low), edge(|one| one.high)));
    Line {
        points: course.iter().map(|moment| (moment.year, moment.spread.mean)).collect(),
        band,
        colour,
        dashed,
        label: label.to_owned(),
    }
}

/// The highest value of some courses.
pub(crate) fn highest<'a>(courses: impl IntoIterator<Item = &'a [Moment]>) -> f64 {
    courses.into_iter().flatten().map(|moment| moment.spread.high).fold(0.0, f64::max)
}

/// A number here, whose line is called `here_label`, and in the twin, drawn at the usual size or at a height
/// of its own.
pub(crate) fn beside_twin(
    run: &Run<'_>,
    name: &str,
    of: Key<'_>,
    (here_label, format): (&str, AxisTick),
    shape: Shape,
    height: Option<f64>,
) -> Drawing {
    let (here, twin) = (run.course_on(Side::Here, of), run.course_on(Side::Twin, of));
    let top = highest([here.as_slice(), twin.as_slice()]);
    let mut frame = Frame::new(run.words, shape, run.span(), top, format);
    frame.phases = run.phases();
    frame.size.1 = height.unwrap_or(frame.size.1);
    let twin_label = say!(run.words, "plot-label-twin");
    let mut both = vec![
        line(&twin, "twin", false, shape.pick(&twin_label, "")),
        line(&here, "here", false, shape.pick(here_label, "")),
    ];
    both.retain(|line| line.colour == "here" || !line.points.is_empty());
    lines(&format!("{name}-{}", shape.width()), &frame, &both)
}

/// A table of the courses of one number here and in the twin, at the ends of years.
pub(crate) fn table(run: &Run<'_>, of: Key<'_>, show: fn(Words, f64) -> String) -> Table {
    let words = run.words;
    let here = run.yearly(&run.course_on(Side::Here, of));
    let twin = run.yearly(&run.course_on(Side::Twin, of));
    let several = here.iter().any(|moment| moment.spread.seeds > 1);
    let mut head = words.each(["plot-end-of", "plot-under-regime"]).to_vec();
    if several {
        head.push(say!(words, "plot-interval"));
    }
    if !twin.is_empty() {
        head.push(say!(words, "plot-twin"));
    }
    let row = |moment: &Moment| {
        let Spread { mean, low, high, .. } = moment.spread;
        let mut row = vec![run.moment_name(moment), show(words, mean)];
        if several {
            row.push(words.range(&show(words, low), &show(words, high)));
        }
        if !twin.is_empty() {
            let other = twin.iter().find(|one| one.tick == moment.tick);
            row.push(or_dash(other, |one| show(words, one.spread.mean)));
        }
        row
    };
    Table { head, rows: here.iter().map(row).collect() }
}
