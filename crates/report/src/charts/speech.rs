//! Posts on public affairs over time, by stance, beside the twin, with what was withheld, and by which
//! reasons posts are lost to the public.

use crate::charts::lost_posts::{self, REASONS};
use crate::drawing::course::{highest, line};
use crate::drawing::{
    Anchor, Declared, Drawing, Frame, Kind, Shape, Shown, Swatch, Table, both, lines, worlds_legend,
    year_step,
};
use crate::numbers::{Direction, Moment, Run, Side, key};
use crate::{html::or_dash, names};
use demerit_measures::estimate::{Spread, Window};
use demerit_words::{Words, begun, say};

pub(super) const CHART: Declared = Declared {
    name: "speech",
    measures: &[
        "posts",
        "posts-lost",
        "posts-withheld",
        "posts-withheld-for-others",
        "posts-muted",
        "posts-silenced",
        "posts-removed",
        "posts-for-points",
    ],
    show,
};
const STANCES: [&str; 4] = ["stance:critical", "stance:investigative", "stance:neutral", "stance:supportive"];

/// Posts of a stance for each 1,000 persons and year in a window.
pub(crate) fn rate(run: &Run<'_>, side: Side, measure: &str, stance: &str, window: Window) -> Option<Spread> {
    let persons = f64::from(run.data.manifest.persons.max(1));
    let years = run.years(window);
    run.over_seeds(|seed| {
        run.sum_of(seed, side, key(measure, "all", stance), window).map(|sum| 1000.0 * sum / persons / years)
    })
}

fn show(run: &Run<'_>) -> Option<Shown> {
    let words = run.words;
    let is_measured = |stance: &&str| !run.course(Side::Here, key("posts", "all", stance)).is_empty();
    let stances: Vec<&str> = STANCES.into_iter().filter(is_measured).collect();
    if stances.is_empty() {
        return Shown::nothing(say!(words, "plot-speech-empty"), say!(words, "plot-not-measured"));
    }
    let title = title(run);
    let mut legend = worlds_legend(run, (Kind::Line, Kind::Line));
    legend.push(Swatch { colour: "c4", name: say!(words, "plot-speech-withheld-here"), kind: Kind::Dashes });
    Some(Shown {
        title,
        subtitle: say!(words, "plot-speech-subtitle"),
        legend,
        drawings: both(|shape| draw(run, &stances, shape)),
        caption: [
            Some(say!(words, "plot-speech-caption")),
            run.world(Side::Twin).map(|_| say!(words, "plot-speech-lost-is")),
            lost_posts::told(run),
        ]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" "),
        table: numbers_table(run, &stances),
    })
}

/// Critical posts against the twin, or against the years before where there is none.
fn title(run: &Run<'_>) -> String {
    let (words, once, twin) = (run.words, run.once(), run.world(Side::Twin).is_some());
    let rate = |side, span| {
        let of = key("posts", "all", "stance:critical");
        move |seed| Some(run.sum_of(seed, side, of, span)? / run.years(span))
    };
    let now = rate(Side::Here, run.last_year());
    let direction = match (twin, run.before()) {
        (true, _) => run.compare(now, rate(Side::Twin, run.last_year())),
        (false, Some(before)) => run.compare(now, rate(Side::Here, before)),
        (false, None) => None,
    };
    let share = |by: f64| words.percent_said(by);
    match (direction, twin) {
        (Some(Direction::Less(Some(by))), true) => {
            say!(words, "plot-speech-fewer-than-twin", share = share(by), once = once)
        }
        (Some(Direction::Less(Some(by))), false) => {
            say!(words, "plot-speech-fewer-than-before", share = share(by), once = once)
        }
        (Some(Direction::More(Some(by))), true) => {
            say!(words, "plot-speech-more-than-twin", share = share(by), once = once)
        }
        (Some(Direction::More(Some(by))), false) => {
            say!(words, "plot-speech-more-than-before", share = share(by), once = once)
        }
        (Some(Direction::Same), true) => say!(words, "plot-speech-same", once = once),
        (Some(Direction::Unclear), true) => say!(words, "plot-speech-unclear"),
        _ => say!(words, "plot-speech-untold"),
    }
}

/// A flow as a rate for each 1,000 persons and year, each period by its length.
fn yearly_rate(run: &Run<'_>, course: &[Moment]) -> Vec<Moment> {
    let manifest = &run.data.manifest;
    let persons = f64::from(manifest.persons.max(1));
    let per_year = f64::from(manifest.ticks_per_year.max(1));
    let mut before = None;
    let rate = |moment: &Moment| {
        let ticks = before.map_or(moment.tick + 1, |tick: u32| moment.tick.saturating_sub(tick)).max(1);
        before = Some(moment.tick);
        let factor = 1000.0 / persons * per_year / f64::from(ticks);
        let Spread { mean, low, high, seeds } = moment.spread;
        let spread = Spread { mean: mean * factor, low: low * factor, high: high * factor, seeds };
        Moment { spread, ..*moment }
    };
    course.iter().map(rate).collect()
}

fn draw(run: &Run<'_>, stances: &[&str], shape: Shape) -> Drawing {
    let columns = shape.pick(2, 1);
    let (gap, head) = (28.0, 22.0);
    let wide = (shape.width() - gap * (columns - 1) as f64) / columns as f64;
    let high = shape.pick(200.0, 190.0);
    let rows = stances.len().div_ceil(columns);
    let mut drawing = Drawing::new(shape.width(), rows as f64 * (high + head + 8.0));
    for (index, stance) in stances.iter().enumerate() {
        let course = |side, measure| yearly_rate(run, &run.course_on(side, key(measure, "all", stance)));
        let (here, twin) = (course(Side::Here, "posts"), course(Side::Twin, "posts"));
        let withheld = course(Side::Here, "posts-withheld");
        let top = highest([here.as_slice(), twin.as_slice(), withheld.as_slice()]);
        let mut frame = Frame::new(run.words, Shape::Narrow, run.span(), top, Words::tick);
        frame.size = (wide, high);
        frame.right = 16.0;
        frame.phases = run.phases();
        frame.below = String::new();
        frame.year_step = year_step(frame.years.1 - frame.years.0, 6.5);
        let mut all = vec![line(&here, "here", false, "")];
        if !twin.is_empty() {
            all.insert(0, line(&twin, "twin", false, ""));
        }
        if withheld.iter().any(|moment| moment.spread.mean > 0.0) {
            all.insert(0, line(&withheld, "c4", true, ""));
        }
        let panel = lines(&format!("speech-{columns}-{index}"), &frame, &all);
        let x = (index % columns) as f64 * (wide + gap);
        let y = (index / columns) as f64 * (high + head + 8.0);
        drawing.text(x, y + 14.0, Anchor::Start, "head", &begun(&names::group(run.words, stance)));
        drawing.put((x, y + head), &panel);
    }
    drawing
}

fn numbers_table(run: &Run<'_>, stances: &[&str]) -> Table {
    let words = run.words;
    let last = run.last_year();
    let show = |spread: Option<Spread>| or_dash(spread, |one| words.rough(one.mean));
    let [stance, before, twin] = words.each(["plot-speech-stance", "plot-speech-before", "plot-speech-twin"]);
    let [lost] = words.each(["plot-speech-lost"]);
    let reasons = words.each(REASONS.map(|one| one.2)).map(|reason| begun(&reason));
    let now = begun(&run.last_year_said());
    let head: Vec<String> = [stance, before, now, twin, lost].into_iter().chain(reasons).collect();
    let rated = |side, measure: &str, stance: &str| show(rate(run, side, measure, stance, last));
    let row = |stance: &&str| {
        let beyond =
            |measure| or_dash(lost_posts::beyond_twin(run, measure, stance, last), |rate| words.rough(rate));
        let mut row = vec![
            begun(&names::group(words, stance)),
            show(run.before().and_then(|window| rate(run, Side::Here, "posts", stance, window))),
            rated(Side::Here, "posts", stance),
            rated(Side::Twin, "posts", stance),
            beyond("posts-lost"),
        ];
        row.extend(REASONS.map(|one| beyond(one.0)));
        row
    };
    Table { head, rows: stances.iter().map(row).collect() }.about_twin(run, &[3, 4, 5, 6, 7, 8, 9, 10])
}
