//! One made-up life on the page: who it is, the two scores over the years, and every line of it, here and in the twin.

use crate::ReportError;
use crate::charts;
use crate::data::Run;
use crate::html::escape;
use crate::life::{self, Life, LifeEvent};
use crate::plot::{Frame, Line, lines};
use crate::svg::{Drawing, Shape};
use demerit_words::{Words, say};

/// The section as HTML.
pub(super) fn section(run: &Run<'_>) -> String {
    let words = run.words;
    let mut text = format!("<section id=\"life\"><h2>{}</h2>", escape(&say!(words, "heading-life")));
    match life::tell(words, run.data, None) {
        Ok(life) => text.push_str(&life_html(run, &life)),
        Err(error) => text.push_str(&format!("<p>{}.</p>", escape(&untold(words, &error)))),
    }
    text.push_str("</section>\n");
    text
}

/// Why there is no life on the page.
fn untold(words: Words, error: &ReportError) -> String {
    match error {
        ReportError::NoCohort => say!(words, "story-no-cohort"),
        ReportError::NoWorld | ReportError::NotInCohort { .. } => error.to_string(),
    }
}

fn life_html(run: &Run<'_>, life: &Life) -> String {
    let words = run.words;
    let mut text = format!(
        "<p class=\"lead\">{}</p><p class=\"note\">{}</p>",
        escape(&life.summary),
        escape(&life.chosen)
    );
    text.push_str(&life_chart(run, life));
    text.push_str(&format!("<h3>{}</h3>", escape(&say!(words, "story-under", regime = &life.regime))));
    if !life.events.is_empty() {
        text.push_str(&life_key(words));
    }
    text.push_str(&life_table(words, &life.events, &say!(words, "story-table")));
    match &life.twin {
        Some(twin) => {
            text.push_str(&format!(
                "<h3>{}</h3><p>{}</p>",
                escape(&say!(words, "story-twin", regime = &twin.regime)),
                escape(&twin.summary)
            ));
            text.push_str(&life_table(words, &twin.events, &say!(words, "story-table-twin")));
        }
        None => text.push_str(&format!("<p>{}</p>", escape(&say!(words, "story-no-twin")))),
    }
    text.push_str(&format!(
        "<p class=\"note\">{}</p>",
        say!(words, "story-note-html", seed = life.seed.to_string())
    ));
    text
}

/// What the colours at the left of a life's lines mean.
fn life_key(words: Words) -> String {
    let mut text = String::from("<ul class=\"legend\">");
    for (colour, name) in [
        ("true", say!(words, "story-key-true")),
        ("wrong", say!(words, "story-key-wrong")),
        ("here", say!(words, "story-key-here")),
        ("twin", say!(words, "story-key-remedy")),
    ] {
        text.push_str(&format!("<li><span class=\"swatch fill hue-{colour}\"></span>{}</li>", escape(&name)));
    }
    text.push_str("</ul>");
    text
}

fn life_chart(run: &Run<'_>, life: &Life) -> String {
    let words = run.words;
    let Some(scale) = run.data.manifest.worlds.first().and_then(|world| world.scale) else {
        return String::new();
    };
    if life.scores.len() < 2 {
        return String::new();
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
    let draw = |shape: Shape| -> Drawing {
        let mut frame = Frame::new(words, shape, charts::span(run), f64::from(scale[1].max(1)), Words::count);
        frame.phases = charts::phases(run);
        frame.size.1 = shape.pick(260.0, 220.0);
        let label = |name: String| if shape == Shape::Wide { name } else { String::new() };
        let line =
            |points, colour, name| Line { points, band: None, colour, dashed: false, label: label(name) };
        let both = [
            line(steps(|one| one.2), "true", say!(words, "story-deserved")),
            line(steps(|one| one.1), "here", say!(words, "story-on-record")),
        ];
        lines(&format!("life-{}", shape.width()), &frame, &both)
    };
    let label = say!(words, "story-scores-label");
    format!(
        "<figure class=\"plate\"><div class=\"plate-head\"><h3>{}</h3><p class=\"subtitle\">{}</p></div><ul class=\"legend\"><li><span \
         class=\"swatch stroke hue-here\"></span>{}</li><li><span class=\"swatch stroke \
         hue-true\"></span>{}</li></ul>{}{}</figure>",
        escape(&say!(words, "story-scores")),
        escape(&say!(words, "story-scores-says")),
        escape(&say!(words, "story-on-record")),
        escape(&say!(words, "story-deserved")),
        draw(Shape::Wide).finish("chart-life", "life", Shape::Wide, &label),
        draw(Shape::Narrow).finish("chart-life-narrow", "life", Shape::Narrow, &label)
    )
}

fn life_table(words: Words, events: &[LifeEvent], caption: &str) -> String {
    if events.is_empty() {
        return format!("<p>{}</p>", escape(&say!(words, "story-empty")));
    }
    let scored = events.iter().any(|event| event.score.is_some());
    let mut text = format!(
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{0}\"><table class=\"life\"><caption \
         class=\"unseen\">{0}</caption><thead><tr><th scope=\"col\">{1}</th><th scope=\"col\">{2}</th><th \
         scope=\"col\">{3}</th><th scope=\"col\" class=\"number\">{4}</th>{5}</tr></thead><tbody>",
        escape(caption),
        escape(&say!(words, "story-when")),
        escape(&say!(words, "story-true")),
        escape(&say!(words, "story-record")),
        escape(&say!(words, "story-points")),
        if scored {
            format!(
                "<th scope=\"col\" class=\"number\">{}</th><th scope=\"col\" class=\"number\">{}</th>",
                escape(&say!(words, "story-score")),
                escape(&say!(words, "story-deserved-column"))
            )
        } else {
            String::new()
        }
    );
    for event in events {
        let points =
            if event.points == 0 { String::new() } else { format!("{:+}", event.points).replace('-', "−") };
        let number =
            |score: Option<i32>| score.map_or_else(String::new, |score| score.to_string().replace('-', "−"));
        text.push_str(&format!(
            "<tr class=\"{}\"><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td class=\"number\">{points}</td>",
            event.kind,
            escape(&event.when),
            escape(&event.truth),
            escape(&event.record)
        ));
        if scored {
            text.push_str(&format!(
                "<td class=\"number\">{}</td><td class=\"number soft\">{}</td>",
                number(event.score),
                number(event.deserved)
            ));
        }
        text.push_str("</tr>\n");
    }
    text.push_str("</tbody></table></div>");
    text
}
