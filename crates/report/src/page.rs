//! The page: face, findings, charts, one life, what it rests on, how to repeat it, in one file without a script.
//!
//! The policy at its head lets the browser load nothing at all; style and drawings stand in the file.

use crate::answers;
use crate::balance;
use crate::charts::{self, Chart};
use crate::data::{Run, Side};
use crate::findings::{self, Finding};
use crate::ground;
use crate::html::escape;
use crate::life::{self, Life, LifeEvent};
use crate::numbers::{count, exact, month};
use crate::plot::{Frame, Line, lines};
use crate::seeds;
use crate::svg::{Drawing, Shape};
use crate::yardsticks;

/// The style of the page.
pub const STYLE: &str = include_str!("style.css");
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/// What the colours at the left of a life's lines mean.
const LIFE_KEY: &str = "<ul class=\"legend\"><li><span class=\"swatch fill hue-true\"></span>true and on record</li><li><span \
                        class=\"swatch fill hue-wrong\"></span>on record, but not this person’s doing</li><li><span \
                        class=\"swatch fill hue-here\"></span>sanctioned or refused</li><li><span class=\"swatch fill \
                        hue-twin\"></span>remedy</li></ul>";

/// Writes the page.
pub(crate) fn render(run: &Run<'_>) -> String {
    let manifest = &run.data.manifest;
    let charts = charts::all(run);
    let findings = findings::all(run);
    let mut page = head(&manifest.version, &manifest.title);
    page.push_str(&face(run));
    page.push_str("<div class=\"layout\">");
    let worlds = charts::worlds::chart(run);
    let balance = balance::section(run);
    page.push_str(&contents(run, &charts, worlds.is_some(), !balance.is_empty()));
    page.push_str("<main>");
    page.push_str(&found(run, &findings, &charts));
    if let Some(worlds) = &worlds {
        page.push_str(&format!(
            "<section id=\"many\"><h2>{}</h2>{}</section>\n",
            charts::worlds::heading(run),
            worlds.figure(charts.len() + 1)
        ));
    }
    page.push_str(&balance);
    page.push_str(&pictures(&charts));
    page.push_str(&seeds::section(run));
    page.push_str(&answers::section(run));
    page.push_str(&yardsticks::section(run));
    page.push_str(&one_life(run));
    page.push_str(&ground::section(run));
    page.push_str(&repeat(run));
    page.push_str(foot());
    page
}

/// All that comes before what is to be seen.
pub(crate) fn head(version: &str, title: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, \
         initial-scale=1\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n<meta name=\"color-scheme\" \
         content=\"light dark\">\n<meta name=\"generator\" content=\"Demerit {}\">\n<title>{} · Demerit</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
         <a class=\"skip\" href=\"#found\">Skip to what was found</a>\n",
        escape(version),
        escape(title)
    )
}

/// All that comes after it.
pub(crate) fn foot() -> &'static str {
    "</main></div>\n<footer><p>Demerit is a laboratory of made-up societies. It holds no record of any real person and answers no question about one.</p></footer>\n</body>\n</html>\n"
}

fn face(run: &Run<'_>) -> String {
    let manifest = &run.data.manifest;
    let years = f64::from(manifest.ticks) / f64::from(manifest.ticks_per_year.max(1));
    let span = match manifest.ticks {
        1 => "1 week".to_owned(),
        ticks if ticks == manifest.ticks_per_year => "1 year".to_owned(),
        ticks if years < 1.0 => format!("{ticks} weeks"),
        _ => format!("{} years", exact((10.0 * years).round() / 10.0)),
    };
    let twin = run.called(Side::Twin).map_or_else(
        || "no twin was run".to_owned(),
        |twin| format!("beside its twin, the same persons with the same luck under “{}”", escape(twin)),
    );
    let twin = match manifest.worlds.len() {
        0..=2 => twin,
        many => format!("{twin}, and in {} worlds more", many - 2),
    };
    let seeds = match run.seeds() {
        0 | 1 => "One seed was run, so no figure here has an interval: this run cannot tell how far chance alone would move it."
            .to_owned(),
        many @ 2..20 => format!(
            "{many} seeds were run; every interval goes from the lowest to the highest of these {many} societies."
        ),
        many => format!("{many} seeds were run; every interval holds the middle 95 % of these {many} societies."),
    };
    format!(
        "<header class=\"face\"><div class=\"face-inner\"><p class=\"kicker\">Demerit · a laboratory of made-up societies</p><h1>{}</h1>\
         <p class=\"standfirst\">{} persons live for {span} under “{}”, {twin}.</p><p class=\"condition\"><strong>These are conditional \
         statements about a made-up society.</strong> They say what would follow if persons, watching and rules were as the files of \
         this study say. Persons are numbers; nobody in it is real. {seeds}</p></div></header>\n",
        escape(&manifest.title),
        count(f64::from(manifest.persons)),
        escape(run.called(Side::Here).unwrap_or("a regime")),
    )
}

fn contents(run: &Run<'_>, charts: &[Chart], many: bool, balance: bool) -> String {
    let mut text = String::from(
        "<nav class=\"contents\" aria-label=\"Contents\"><ol><li><a href=\"#found\">What was found</a></li>",
    );
    if many {
        text.push_str(&format!("<li><a href=\"#many\">{}</a></li>", charts::worlds::heading(run)));
    }
    if balance {
        text.push_str("<li><a href=\"#balance\">Benefits and harms</a></li>");
    }
    text.push_str("<li><a href=\"#charts\">In pictures</a><ol>");
    for (place, chart) in charts.iter().enumerate() {
        text.push_str(&format!(
            "<li><a href=\"#{}\"><span>{}</span> {}</a></li>",
            chart.name,
            place + 1,
            short_name(chart.name)
        ));
    }
    text.push_str("</ol></li>");
    if run.seeds() > 1 {
        text.push_str("<li><a href=\"#seeds\">Over the seeds</a></li>");
    }
    text.push_str(
        "<li><a href=\"#answers\">Each claim</a></li><li><a href=\"#law\">Legal yardsticks</a></li><li><a href=\"#life\">One made-up life</a></li><li><a href=\"#ground\">What it rests on</a></li><li><a \
         href=\"#repeat\">How to repeat it</a></li></ol></nav>",
    );
    text
}

fn short_name(chart: &str) -> &'static str {
    match chart {
        "sanctioned" => "Under a sanction",
        "origins" => "Wrongly so, and why",
        "collateral" => "For another’s deed",
        "flow" => "From deed to refusal",
        "refused" => "Who is refused what",
        "scores" => "Scores",
        "speech" => "Speech",
        "groups" => "Who is sanctioned",
        "precision" => "How true the record is",
        "benefits" => "Violations of law",
        "persistence" => "From parents to children",
        _ => "Chart",
    }
}

fn found(run: &Run<'_>, findings: &[Finding], charts: &[Chart]) -> String {
    let mut text = String::from("<section id=\"found\"><h2>What was found</h2>");
    if findings.is_empty() {
        text.push_str("<p>This run measured nothing that could be told in a sentence.</p>");
    }
    text.push_str("<ol class=\"findings\">");
    for finding in findings {
        let number = charts.iter().position(|chart| chart.name == finding.chart);
        let link = match number {
            Some(place) => format!("<a class=\"see\" href=\"#{}\">Figure {}</a>", finding.chart, place + 1),
            None => "<a class=\"see\" href=\"#life\">One life</a>".to_owned(),
        };
        text.push_str(&format!(
            "<li><p class=\"{}\">{}</p><div><p class=\"says\">{}</p><p class=\"adds\">{} {link}</p>{}</div></li>\n",
            // Millions would reach into the sentence beside them.
            if finding.figure.chars().count() > 7 { "big long" } else { "big" },
            escape(&finding.figure),
            escape(&finding.says),
            escape(&finding.adds),
            if finding.intervals.is_empty() {
                String::new()
            } else {
                format!("<p class=\"interval\">{}</p>", escape(&finding.intervals))
            }
        ));
    }
    text.push_str("</ol>");
    if !run.has_whole_year() {
        text.push_str(
            "<p class=\"note\">This run was cut short: it is less than a year long, so that yearly figures are those of the whole run, \
             scaled, and much of what the study describes has not begun.</p>",
        );
    }
    text.push_str("</section>\n");
    text
}

fn pictures(charts: &[Chart]) -> String {
    let mut text = String::from("<section id=\"charts\"><h2>In pictures</h2>");
    for (place, chart) in charts.iter().enumerate() {
        text.push_str(&chart.figure(place + 1));
    }
    text.push_str("</section>\n");
    text
}

fn one_life(run: &Run<'_>) -> String {
    let mut text = String::from("<section id=\"life\"><h2>One made-up life</h2>");
    match life::tell(run.data, None) {
        Ok(life) => text.push_str(&life_html(run, &life)),
        Err(error) => text.push_str(&format!("<p>{}.</p>", escape(&error.to_string()))),
    }
    text.push_str("</section>\n");
    text
}

fn life_html(run: &Run<'_>, life: &Life) -> String {
    let mut text = format!(
        "<p class=\"lead\">{}</p><p class=\"note\">{}</p>",
        escape(&life.summary),
        escape(&life.chosen)
    );
    text.push_str(&life_chart(run, life));
    text.push_str(&format!("<h3>Under “{}”</h3>", escape(&life.regime)));
    if !life.events.is_empty() {
        text.push_str(LIFE_KEY);
    }
    text.push_str(&life_table(&life.events, "The life, entry by entry"));
    match &life.twin {
        Some(twin) => {
            text.push_str(&format!(
                "<h3>The same person with the same luck in the twin: “{}”</h3><p>{}</p>",
                escape(&twin.regime),
                escape(&twin.summary)
            ));
            text.push_str(&life_table(&twin.events, "The life in the twin, entry by entry"));
        }
        None => text.push_str("<p>This run has no twin, so that the other life cannot be told.</p>"),
    }
    text.push_str(&format!(
        "<p class=\"note\">Another life: <code>demerit life DIR PERSON</code>. Month and year are of the study’s calendar. Seed {}.</p>",
        life.seed
    ));
    text
}

fn life_chart(run: &Run<'_>, life: &Life) -> String {
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
        let mut frame = Frame::new(shape, charts::span(run), f64::from(scale[1].max(1)), count);
        frame.phases = charts::phases(run);
        frame.size.1 = shape.pick(260.0, 220.0);
        let label = |name: &'static str| if shape == Shape::Wide { name.to_owned() } else { String::new() };
        let line =
            |points, colour, name| Line { points, band: None, colour, dashed: false, label: label(name) };
        let both =
            [line(steps(|one| one.2), "true", "deserved"), line(steps(|one| one.1), "here", "on record")];
        lines(&format!("life-{}", shape.width()), &frame, &both)
    };
    let label = "Score on record and deserved score of the person over the years";
    format!(
        "<figure class=\"plate\"><div class=\"plate-head\"><h3>Two scores of one person</h3><p class=\"subtitle\">Points after each \
         event, on record and as the same rules would give for the person’s own true deeds</p></div><ul class=\"legend\"><li><span \
         class=\"swatch stroke hue-here\"></span>on record</li><li><span class=\"swatch stroke \
         hue-true\"></span>deserved</li></ul>{}{}</figure>",
        draw(Shape::Wide).finish("chart-life", "life", Shape::Wide, label),
        draw(Shape::Narrow).finish("chart-life-narrow", "life", Shape::Narrow, label)
    )
}

fn life_table(events: &[LifeEvent], caption: &str) -> String {
    if events.is_empty() {
        return "<p>The ledger holds nothing of this life.</p>".to_owned();
    }
    let scored = events.iter().any(|event| event.score.is_some());
    let mut text = format!(
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{0}\"><table class=\"life\"><caption \
         class=\"unseen\">{0}</caption><thead><tr><th scope=\"col\">When</th><th scope=\"col\">What is true</th><th scope=\"col\">What is on \
         record</th><th scope=\"col\" class=\"number\">Points</th>{1}</tr></thead><tbody>",
        escape(caption),
        if scored {
            "<th scope=\"col\" class=\"number\">Score</th><th scope=\"col\" class=\"number\">Deserved</th>"
        } else {
            ""
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

fn repeat(run: &Run<'_>) -> String {
    let manifest = &run.data.manifest;
    let seeds: Vec<String> = manifest.seeds.iter().map(u64::to_string).collect();
    let mut rows = vec![
        ("Study", manifest.study.clone()),
        ("Demerit", manifest.version.clone()),
        ("Seeds", seeds.join(", ")),
        ("Persons", count(f64::from(manifest.persons))),
        ("Ticks", format!("{} ({} a year)", manifest.ticks, manifest.ticks_per_year)),
        ("First tick", month(f64::from(manifest.start_year))),
        ("Digest of the study", manifest.study_digest.clone()),
    ];
    for (file, digest) in &manifest.digests {
        rows.push(("Digest", format!("{file}: {digest}")));
    }
    let mut text = format!(
        "<section id=\"repeat\"><h2>How to repeat it</h2><p class=\"lead\">The same version, study and seed give the same bytes on any machine \
         and with any number of threads.</p><pre class=\"command\" tabindex=\"0\"><code>{}</code></pre><dl class=\"facts\">",
        escape(&manifest.command)
    );
    for (name, value) in rows {
        text.push_str(&format!("<dt>{}</dt><dd>{}</dd>", escape(name), escape(&value)));
    }
    text.push_str(&format!(
        "</dl><details><summary>The study as resolved</summary><pre tabindex=\"0\"><code>{}</code></pre></details></section>\n",
        escape(&manifest.resolved)
    ));
    text
}
