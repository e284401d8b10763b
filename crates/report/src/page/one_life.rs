//! One made-up life on the page: who it is, the two scores over the years, and every line of it, here and in
//! the twin.

use crate::drawing::{Drawing, Frame, Line, Shape, lines};
use crate::error::ReportError;
use crate::html;
use crate::life::{self, Life, LifeEvent};
use crate::numbers::Run;
use demerit_words::{Words, say};
use maud::{Markup, html};

/// The section as HTML.
pub(super) fn section(run: &Run<'_>) -> Markup {
    let content = match life::tell(run.data, run.words) {
        Ok(life) => life_html(run, &life),
        Err(ReportError::NoCohort) => html! { p { (say!(run.words, "story-no-cohort")) "." } },
        Err(error) => html! { p { (error) "." } },
    };
    html::section("life", &say!(run.words, "heading-life"), &content)
}

fn life_html(run: &Run<'_>, life: &Life) -> Markup {
    let words = run.words;
    html! {
        p class="lead" { (life.summary) }
        p class="note" { (life.chosen) }
        @if let Some(chart) = life_chart(run, life) { (chart) }
        h3 { (say!(words, "story-under", regime = &life.regime)) }
        @if !life.events.is_empty() { (life_key(words)) }
        (life_table(words, &life.events, &say!(words, "story-table")))
        @if let Some(twin) = &life.twin {
            h3 { (say!(words, "story-twin", regime = &twin.regime)) }
            p { (twin.summary) }
            (life_table(words, &twin.events, &say!(words, "story-table-twin")))
        } @else {
            p { (say!(words, "story-no-twin")) }
        }
        p class="note" { (html::coded(&say!(words, "story-note", seed = life.seed.to_string()))) }
    }
}

/// What the colours at the left of a life's lines mean.
fn life_key(words: Words) -> Markup {
    let means = words.each(["story-key-true", "story-key-wrong", "story-key-here", "story-key-remedy"]);
    let colours = ["true", "wrong", "here", "twin"];
    html::legend(colours.into_iter().zip(means).map(|(colour, name)| ("fill", colour, name)))
}

fn life_chart(run: &Run<'_>, life: &Life) -> Option<Markup> {
    let words = run.words;
    let scale = run.data.manifest.worlds.first().and_then(|world| world.scale)?;
    if life.scores.len() < 2 {
        return None;
    }
    let steps = |of: fn(&(f64, i32, i32)) -> i32| {
        let mut points: Vec<(f64, f64)> = Vec::new();
        for moment in &life.scores {
            if let Some(&(_, before)) = points.last() {
                points.push((moment.0, before));
            }
            points.push((moment.0, f64::from(of(moment))));
        }
        points
    };
    let [on_record, deserved, label] =
        words.each(["story-on-record", "story-deserved", "story-scores-label"]);
    let draw = |shape: Shape| -> Drawing {
        let mut frame = Frame::new(words, shape, run.span(), f64::from(scale[1].max(1)), Words::tick);
        frame.phases = run.phases();
        frame.size.1 = shape.pick(260.0, 220.0);
        let line = |points, colour, name: &str| {
            let label = shape.pick(name, "").to_owned();
            Line { points, band: None, colour, dashed: false, label }
        };
        let both =
            [line(steps(|one| one.2), "true", &deserved), line(steps(|one| one.1), "here", &on_record)];
        lines(&format!("life-{}", shape.width()), &frame, &both)
    };
    let swatches = [("stroke", "here", &on_record), ("stroke", "true", &deserved)];
    Some(html! {
        figure class="plate" {
            div class="plate-head" {
                h3 { (say!(words, "story-scores")) }
                p class="subtitle" { (say!(words, "story-scores-says")) }
            }
            (html::legend(swatches))
            (draw(Shape::Wide).finish("chart-life", "life", Shape::Wide, &label))
            (draw(Shape::Narrow).finish("chart-life-narrow", "life", Shape::Narrow, &label))
        }
    })
}

fn life_table(words: Words, events: &[LifeEvent], caption: &str) -> Markup {
    if events.is_empty() {
        return html! { p { (say!(words, "story-empty")) } };
    }
    let scored = events.iter().any(|event| event.score.is_some());
    let minus = |number: i32| number.to_string().replace('-', "−");
    let score = |score: Option<i32>| score.map(minus).unwrap_or_default();
    let texts = words.each(["story-when", "story-true", "story-record"]).map(|name| (name, false));
    let numbers =
        words.each(["story-points", "story-score", "story-deserved-column"]).map(|name| (name, true));
    let rows = html! {
        (html::head(texts.into_iter().chain(numbers.into_iter().take(if scored { 3 } else { 1 }))))
        tbody {
            @for event in events {
                tr class=(event.kind) {
                    th scope="row" { (event.when) }
                    td { (event.truth) }
                    td { (event.record) }
                    td class="number" {
                        @if event.points != 0 { (format!("{:+}", event.points).replace('-', "−")) }
                    }
                    @if scored {
                        td class="number" { (score(event.score)) }
                        td class="number soft" { (score(event.deserved)) }
                    }
                }
                "\n"
            }
        }
    };
    html::scrolled(caption, Some("life"), &rows)
}
