//! Charts over time: lines with bands and stacked areas, drawn by `kuva`, which no other module knows.
//!
//! The chart library lays out axes, ticks, grids, lines and areas. What it leaves to us: upright grid lines
//! and the upright axis are taken away, names stand at the ends of their lines, phases are marked, and
//! colours are variables of the page's style, so that one drawing serves light and dark. Its version stamp is
//! cut off, so that a report does not change with it.

use crate::drawing::{Anchor, Drawing, Shape, variable};
use demerit_words::{Words, say};
use kuva::TickFormat;
use kuva::backend::svg::SvgBackend;
use kuva::plot::{LinePlot, StackedAreaPlot};
use kuva::render::color::Color;
use kuva::render::layout::{ComputedLayout, Layout};
use kuva::render::plots::Plot;
use kuva::render::render::{Primitive, Scene, render_multiple};
use kuva::render::theme::Theme;
use maud::{Markup, PreEscaped, html};
use std::sync::Arc;

/// How the library names its clip paths, before their number.
const CLIP: &str = "kuva-clip-";

/// A line over time.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// Years and values.
    pub(crate) points: Vec<(f64, f64)>,
    /// Lower and upper edge at each point, where several seeds were run.
    pub(crate) band: Option<(Vec<f64>, Vec<f64>)>,
    /// Name of the colour in the style.
    pub(crate) colour: &'static str,
    /// Whether it is dashed.
    pub(crate) dashed: bool,
    /// Name at its end, empty for none.
    pub(crate) label: String,
}

/// One of several areas on top of each other.
#[derive(Clone, Debug)]
pub(crate) struct Area {
    /// A value at each year.
    pub(crate) values: Vec<f64>,
    /// Name of the colour in the style.
    pub(crate) colour: &'static str,
}

/// Writes a value at an axis whose ticks are so far apart.
pub(crate) type AxisTick = fn(Words, f64, f64) -> String;

/// What surrounds lines and areas.
#[derive(Clone)]
pub(crate) struct Frame {
    /// Width and height in units.
    pub(crate) size: (f64, f64),
    /// Room at the right for names of lines.
    pub(crate) right: f64,
    /// Room at the left for the numbers of the upright axis.
    pub(crate) left: f64,
    /// First and last year.
    pub(crate) years: (f64, f64),
    /// Highest value; the axis begins at zero.
    pub(crate) top: f64,
    /// How a value is written at the axis, whose ticks are a step apart.
    pub(crate) format: AxisTick,
    /// The language in which numbers are written.
    pub(crate) words: Words,
    /// Years at which phases begin, with their names.
    pub(crate) phases: Vec<(f64, String)>,
    /// Years between two ticks.
    pub(crate) year_step: f64,
    /// Name of the lower axis, empty for none.
    pub(crate) below: String,
}

impl Frame {
    /// The usual frame of a chart over time.
    pub(crate) fn new(words: Words, shape: Shape, years: (f64, f64), top: f64, format: AxisTick) -> Self {
        let (from, to) = if years.1 > years.0 { years } else { (years.0, years.0 + 1.0) };
        Self {
            size: (shape.width(), shape.pick(360.0, 270.0)),
            right: shape.pick(120.0, 14.0),
            left: shape.pick(54.0, 46.0),
            years: (from, to),
            top: if top.is_finite() && top > 0.0 { top } else { 1.0 },
            format,
            words,
            phases: Vec::new(),
            year_step: year_step(to - from, shape.pick(9.0, 5.0)),
            below: say!(words, "plot-calendar-year"),
        }
    }
}

/// Whole years between two ticks, so that there are at most `most` parts.
pub(crate) fn year_step(span: f64, most: f64) -> f64 {
    let steps = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0];
    steps.into_iter().find(|step| span / step <= most).unwrap_or(100.0)
}

/// A round number between ticks that cuts `top` into three to six parts.
pub(crate) fn value_step(top: f64) -> f64 {
    let unit = 10_f64.powf((top / 4.0).log10().floor());
    let step = [1.0, 2.0, 2.5, 5.0, 10.0].into_iter().map(|part| part * unit).find(|step| top / step <= 5.5);
    step.unwrap_or(top / 4.0)
}

/// Ticks from the first to the last at most.
pub(crate) fn steps(first: f64, last: f64, step: f64) -> impl Iterator<Item = f64> {
    std::iter::successors(Some(first), move |tick| Some(tick + step)).take_while(move |tick| *tick <= last)
}

/// Draws lines over time.
pub(crate) fn lines(name: &str, frame: &Frame, lines: &[Line]) -> Drawing {
    let plot = |line: &Line| {
        let plot = LinePlot::new().with_data(line.points.iter().copied());
        let mut plot = plot.with_color(variable(line.colour)).with_stroke_width(2.4);
        if let Some((low, high)) = &line.band {
            plot = plot.with_band(low.iter().copied(), high.iter().copied());
        }
        Plot::from(if line.dashed { plot.with_dashed() } else { plot })
    };
    let (mut drawing, layout) = draw(name, frame, lines.iter().map(plot).collect());
    for (y, line) in spread_labels(lines, &layout) {
        let x = frame.size.0 - frame.right + 8.0;
        drawing.text(x, y + 4.0, Anchor::Start, &format!("end ink-{}", line.colour), &line.label);
    }
    drawing
}

/// Draws areas on top of each other; the first lies at the bottom.
pub(crate) fn areas(name: &str, frame: &Frame, years: &[f64], areas: &[Area]) -> Drawing {
    let mut plot =
        StackedAreaPlot::new().with_x(years.iter().copied()).with_fill_opacity(0.9).with_strokes(false);
    for area in areas {
        plot = plot.with_series(area.values.iter().copied()).with_color(variable(area.colour));
    }
    draw(name, frame, vec![Plot::from(plot)]).0
}

/// Heights at which the names at the ends of lines stand, moved apart where they would touch.
fn spread_labels<'a>(lines: &'a [Line], layout: &ComputedLayout) -> Vec<(f64, &'a Line)> {
    let named = lines.iter().filter(|line| !line.label.is_empty());
    let mut labels: Vec<(f64, &Line)> =
        named.filter_map(|line| Some((layout.map_y(line.points.last()?.1), line))).collect();
    labels.sort_by(|one, other| one.0.total_cmp(&other.0));
    for at in 1..labels.len() {
        if labels[at].0 - labels[at - 1].0 < 16.0 {
            labels[at].0 = labels[at - 1].0 + 16.0;
        }
    }
    let over = labels.last().map_or(0.0, |(y, _)| y - (layout.height - layout.margin_bottom)).max(0.0);
    labels.into_iter().map(|(y, line)| (y - over, line)).collect()
}

fn draw(name: &str, frame: &Frame, plots: Vec<Plot>) -> (Drawing, ComputedLayout) {
    let step = value_step(frame.top);
    let top = (frame.top / step).ceil() * step;
    let (format, words) = (frame.format, frame.words);
    let mut layout = Layout::auto_from_plots(&plots)
        .with_width(frame.size.0)
        .with_height(frame.size.1)
        .with_theme(theme())
        .with_force_margins(frame.left, frame.right)
        .with_force_margins_y(26.0, if frame.below.is_empty() { 30.0 } else { 46.0 })
        .with_x_axis_min(frame.years.0)
        .with_x_axis_max(frame.years.1)
        .with_y_axis_min(0.0)
        .with_y_axis_max(top)
        .with_x_tick_step(frame.year_step)
        .with_y_tick_step(step)
        .with_tick_size(12)
        .with_tick_length(4.0)
        .with_y_tick_format(TickFormat::Custom(Arc::new(move |value| format(words, value, step))))
        .with_x_tick_format(TickFormat::Custom(Arc::new(|value| format!("{value:.0}"))));
    layout.show_legend = false;
    let computed = ComputedLayout::from_layout(&layout);
    let mut scene = render_multiple(plots, layout);
    scene.background_color = None;
    scene.text_color = None;
    scene.elements.retain(|mark| !is_upright_rule(mark));
    let mut drawing = Drawing::new(frame.size.0, frame.size.1);
    mark_phases(&mut drawing, frame, &computed);
    drawing.add(&inner(&scene, name));
    if !frame.below.is_empty() {
        let middle = f64::midpoint(frame.left, frame.size.0 - frame.right);
        drawing.text(middle, frame.size.1 - 6.0, Anchor::Middle, "axis", &frame.below);
    }
    (drawing, computed)
}

fn mark_phases(drawing: &mut Drawing, frame: &Frame, layout: &ComputedLayout) {
    let (top, bottom) = (layout.margin_top, layout.height - layout.margin_bottom);
    let mut free = f64::NEG_INFINITY;
    for (at, phase) in &frame.phases {
        if *at > frame.years.1 {
            continue;
        }
        let x = layout.map_x(at.max(frame.years.0));
        if *at > frame.years.0 {
            drawing.line((x, top - 18.0), (x, bottom), "faint", 1.0, "2 3");
        }
        if x >= free {
            drawing.text(x + 5.0, top - 9.0, Anchor::Start, "phase", phase);
            free = x + 14.0 + 6.6 * phase.chars().count() as f64;
        }
    }
}

/// The grid and axis lines that stand upright: a chart over time reads better without them.
fn is_upright_rule(mark: &Primitive) -> bool {
    matches!(mark, Primitive::Line { x1, x2, y1, y2, stroke: Color::Css(colour), .. }
        if x1 == x2 && (y1 - y2).abs() > 10.0 && (**colour == *"var(--rule)" || **colour == *"var(--axis)"))
}

fn inner(scene: &Scene, name: &str) -> Markup {
    let whole = SvgBackend::new().render_scene(scene);
    let body = whole.split_once('>').map_or("", |(_, rest)| rest);
    let body = body.strip_suffix("</svg>").unwrap_or(body);
    let stamp = body.split_once("<!--").and_then(|(before, rest)| Some((before, rest.split_once("-->")?.1)));
    let body = stamp.map_or_else(|| body.to_owned(), |(before, after)| format!("{before}{after}"));
    // The library escapes the texts that it draws.
    html! { g class="plot" { (PreEscaped(tidied(&own_names(&body, name)))) } }
}

/// Gives the clip paths names of ours: the library numbers them through the life of the program, so that they
/// would differ from report to report.
fn own_names(body: &str, name: &str) -> String {
    let mut known: Vec<&str> = Vec::new();
    let mut pieces = body.split(CLIP);
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let rest = piece.trim_start_matches(|letter: char| letter.is_ascii_digit());
        let digits = &piece[..piece.len() - rest.len()];
        if !known.contains(&digits) {
            known.push(digits);
        }
        let number = known.iter().take_while(|one| **one != digits).count();
        text += &format!("{name}-clip-{number}{rest}");
    }
    text
}

/// Cuts the long tails of binary fractions from attributes, where the library means two places.
fn tidied(body: &str) -> String {
    let mut text = String::with_capacity(body.len());
    let mut places = None;
    let mut within = false;
    for letter in body.chars() {
        within ^= letter == '"';
        places = match (letter, places) {
            ('.', _) if within => Some(0),
            (digit, Some(places)) if digit.is_ascii_digit() => Some(places + 1),
            _ => None,
        };
        if places.is_none_or(|places| places <= 2) {
            text.push(letter);
        }
    }
    text
}

fn theme() -> Theme {
    Theme {
        background: "none".into(),
        axis_color: variable("axis"),
        grid_color: variable("rule"),
        tick_color: variable("axis"),
        text_color: variable("soft"),
        legend_bg: "none".into(),
        legend_border: "none".into(),
        font_family: None,
        show_grid: true,
        ..Theme::light()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_round() {
        assert_eq!(value_step(4.2), 1.0);
        assert_eq!(value_step(0.05), 0.01);
        assert_eq!(value_step(100.0), 20.0);
        assert_eq!(year_step(12.0, 9.0), 2.0);
        assert_eq!(year_step(12.0, 5.0), 5.0);
        assert_eq!(year_step(0.4, 9.0), 1.0);
    }

    #[test]
    fn ticks_are_written_as_their_step_needs_and_years_are_whole() {
        let mut frame = Frame::new(Words::default(), Shape::Wide, (2012.0, 2012.6), 12.5, Words::tick);
        let points = vec![(2012.0, 0.0), (2012.6, 12.5)];
        let line = Line { points, band: None, colour: "here", dashed: false, label: String::new() };
        let drawn = |frame: &Frame| {
            let text = lines("one", frame, std::slice::from_ref(&line)).finish("a", "a", Shape::Wide, "").0;
            let mut found = Vec::new();
            for part in text.split("<text").skip(1) {
                let told = part.split_once('>').map_or("", |(_, rest)| rest).split('<').next().unwrap_or("");
                if told.parse::<f64>().is_ok() {
                    found.push(told.to_owned());
                }
            }
            found
        };
        let told = drawn(&frame);
        for tick in ["2.5", "7.5", "12.5", "2012"] {
            assert!(told.iter().any(|one| one == tick), "{tick}: {told:?}");
        }
        assert!(!told.iter().any(|one| one.starts_with("2012.")), "{told:?}");
        assert_eq!(told.iter().filter(|one| *one == "2012").count(), 1, "{told:?}");
        (frame.years, frame.year_step) = ((2012.0, 2016.5), year_step(4.5, 9.0));
        let years = drawn(&frame).into_iter().filter(|one| one.starts_with("201"));
        assert_eq!(years.collect::<Vec<_>>(), ["2012", "2013", "2014", "2015", "2016"]);
    }

    #[test]
    fn a_line_is_drawn_without_stamp_and_with_its_name() {
        let frame = Frame::new(Words::default(), Shape::Wide, (2008.0, 2020.0), 0.05, Words::tick);
        let line = Line {
            points: vec![(2008.0, 0.0), (2020.0, 0.05)],
            band: None,
            colour: "here",
            dashed: false,
            label: "here".into(),
        };
        let text = lines("one", &frame, &[line]).finish("a", "a", Shape::Wide, "").0;
        assert!(!text.contains("Generated") && text.contains("var(--here)") && text.contains(">here</text>"));
        assert!(!text.contains("kuva"), "{text}");
    }

    #[test]
    fn clip_paths_are_named_by_us_and_numbers_are_short() {
        let body = "<clipPath id=\"kuva-clip-41\"/><g clip-path=\"url(#kuva-clip-41)\"/><clipPath id=\"kuva-clip-7\"/>";
        let named = own_names(body, "a");
        assert_eq!(
            named,
            "<clipPath id=\"a-clip-0\"/><g clip-path=\"url(#a-clip-0)\"/><clipPath id=\"a-clip-1\"/>"
        );
        assert_eq!(tidied("d=\"M 49.370000000000005 63.5\">0.025%"), "d=\"M 49.37 63.5\">0.025%");
    }

    #[test]
    fn nothing_to_draw_draws_an_empty_frame() {
        let frame = Frame::new(Words::default(), Shape::Narrow, (2008.0, 2008.0), f64::NAN, Words::tick);
        assert!(lines("none", &frame, &[]).finish("a", "a", Shape::Narrow, "").0.contains("<svg"));
    }
}
