//! The page: face, findings, charts, one life, what it rests on, how to repeat it, in one file without a script.
//!
//! The policy at its head lets the browser load nothing at all; style and drawings stand in the file.

mod one_life;

use crate::answers;
use crate::balance;
use crate::charts::{self, Chart};
use crate::data::{Run, Side};
use crate::findings::{self, Finding};
use crate::ground;
use crate::html::escape;
use crate::seeds;
use crate::yardsticks;
use demerit_words::{Language, Words, say};

/// The style of the report's pages, and of the figures wherever they are shown.
pub const STYLE: &str = include_str!("style.css");
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/// Writes the page.
pub(crate) fn render(run: &Run<'_>) -> String {
    let words = run.words;
    let manifest = &run.data.manifest;
    let charts = charts::all(run);
    let findings = findings::all(run);
    let mut page = head(words, &manifest.version, &words.title(&manifest.title));
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
            escape(&charts::worlds::heading(run)),
            worlds.figure(words, Some(charts.len() + 1))
        ));
    }
    page.push_str(&balance);
    page.push_str(&pictures(words, &charts));
    page.push_str(&seeds::section(run));
    page.push_str(&answers::section(run));
    page.push_str(&yardsticks::section(run));
    page.push_str(&one_life::section(run));
    page.push_str(&ground::section(run));
    page.push_str(&repeat(run));
    page.push_str(&foot(words));
    page
}

/// All that comes before what is to be seen.
pub(crate) fn head(words: Words, version: &str, title: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, \
         initial-scale=1\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n<meta name=\"color-scheme\" \
         content=\"light dark\">\n<meta name=\"generator\" content=\"Demerit {}\">\n<title>{} · Demerit</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
         <a class=\"skip\" href=\"#found\">{}</a>\n",
        words.language(),
        escape(version),
        escape(title),
        escape(&say!(words, "face-skip"))
    )
}

/// All that comes after it.
pub(crate) fn foot(words: Words) -> String {
    let mut text = say!(words, "foot-what");
    if words.language() != Language::En {
        // Titles, names and sources come from files, and a page does not translate what it did not write.
        text = format!("{text} {}", say!(words, "foot-verbatim"));
    }
    format!("</main></div>\n<footer><p>{}</p></footer>\n</body>\n</html>\n", escape(&text))
}

fn face(run: &Run<'_>) -> String {
    let words = run.words;
    let manifest = &run.data.manifest;
    let years = f64::from(manifest.ticks) / f64::from(manifest.ticks_per_year.max(1));
    let span = match manifest.ticks {
        1 => say!(words, "face-weeks", weeks = 1_u32),
        ticks if ticks == manifest.ticks_per_year => say!(words, "face-year"),
        ticks if years < 1.0 => say!(words, "face-weeks", weeks = ticks),
        _ => say!(words, "face-years", years = words.exact((10.0 * years).round() / 10.0)),
    };
    let twin = run
        .called(Side::Twin)
        .map_or_else(|| say!(words, "face-no-twin"), |twin| say!(words, "face-twin", regime = twin));
    let twin = match manifest.worlds.len() {
        0..=2 => twin,
        many => say!(words, "face-worlds", twin = &twin, worlds = many - 2),
    };
    let standfirst = say!(
        words,
        "face-standfirst",
        persons = words.count(f64::from(manifest.persons)),
        span = span,
        regime = run.called(Side::Here).unwrap_or_else(|| say!(words, "face-a-regime")),
        twin = twin,
    );
    let seeds = match run.seeds() {
        0 | 1 => say!(words, "face-one-seed"),
        many @ 2..20 => say!(words, "face-seeds", seeds = many),
        many => say!(words, "face-many-seeds", seeds = many),
    };
    format!(
        "<header class=\"face\"><div class=\"face-inner\"><p class=\"kicker\">{}</p><h1>{}</h1><p class=\"standfirst\">{}</p><p \
         class=\"condition\"><strong>{}</strong> {} {}</p></div></header>\n",
        escape(&say!(words, "face-kicker")),
        escape(&words.title(&manifest.title)),
        escape(&standfirst),
        escape(&say!(words, "face-conditional")),
        escape(&say!(words, "face-files")),
        escape(&seeds),
    )
}

fn contents(run: &Run<'_>, charts: &[Chart], many: bool, balance: bool) -> String {
    let words = run.words;
    let entry = |id: &str, name: &str| format!("<li><a href=\"#{id}\">{}</a></li>", escape(name));
    let mut text = format!(
        "<nav class=\"contents\" aria-label=\"{}\"><ol>{}",
        escape(&say!(words, "contents")),
        entry("found", &say!(words, "heading-found"))
    );
    if many {
        text.push_str(&entry("many", &charts::worlds::heading(run)));
    }
    if balance {
        text.push_str(&entry("balance", &say!(words, "contents-balance")));
    }
    text.push_str(&format!("<li><a href=\"#charts\">{}</a><ol>", escape(&say!(words, "heading-charts"))));
    for (place, chart) in charts.iter().enumerate() {
        text.push_str(&format!(
            "<li><a href=\"#{}\"><span>{}</span> {}</a></li>",
            chart.name,
            place + 1,
            escape(&words.named("short-", chart.name).unwrap_or_default())
        ));
    }
    text.push_str("</ol></li>");
    if run.seeds() > 1 {
        text.push_str(&entry("seeds", &say!(words, "heading-seeds")));
    }
    for (id, name) in [
        ("answers", say!(words, "contents-answers")),
        ("law", say!(words, "heading-law")),
        ("life", say!(words, "heading-life")),
        ("ground", say!(words, "heading-ground")),
        ("repeat", say!(words, "heading-repeat")),
    ] {
        text.push_str(&entry(id, &name));
    }
    text.push_str("</ol></nav>");
    text
}

fn found(run: &Run<'_>, findings: &[Finding], charts: &[Chart]) -> String {
    let words = run.words;
    let mut text = format!("<section id=\"found\"><h2>{}</h2>", escape(&say!(words, "heading-found")));
    if findings.is_empty() {
        text.push_str(&format!("<p>{}</p>", escape(&say!(words, "found-nothing"))));
    }
    text.push_str("<ol class=\"findings\">");
    for finding in findings {
        let number = charts.iter().position(|chart| chart.name == finding.chart);
        let link = match number {
            Some(place) => format!(
                "<a class=\"see\" href=\"#{}\">{}</a>",
                finding.chart,
                escape(&say!(words, "plot-number", number = place + 1))
            ),
            None => format!("<a class=\"see\" href=\"#life\">{}</a>", escape(&say!(words, "found-one-life"))),
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
        text.push_str(&format!("<p class=\"note\">{}</p>", escape(&say!(words, "found-cut-short"))));
    }
    text.push_str("</section>\n");
    text
}

fn pictures(words: Words, charts: &[Chart]) -> String {
    let mut text = format!("<section id=\"charts\"><h2>{}</h2>", escape(&say!(words, "heading-charts")));
    for (place, chart) in charts.iter().enumerate() {
        text.push_str(&chart.figure(words, Some(place + 1)));
    }
    text.push_str("</section>\n");
    text
}

fn repeat(run: &Run<'_>) -> String {
    let words = run.words;
    let manifest = &run.data.manifest;
    let seeds: Vec<String> = manifest.seeds.iter().map(u64::to_string).collect();
    let mut rows = vec![
        (say!(words, "repeat-study"), manifest.study.clone()),
        ("Demerit".to_owned(), manifest.version.clone()),
        (say!(words, "repeat-seeds"), seeds.join(", ")),
        (say!(words, "repeat-persons"), words.count(f64::from(manifest.persons))),
        (
            say!(words, "repeat-ticks"),
            say!(
                words,
                "repeat-ticks-a-year",
                ticks = manifest.ticks.to_string(),
                year = manifest.ticks_per_year.to_string(),
            ),
        ),
        (say!(words, "repeat-first"), words.month(f64::from(manifest.start_year))),
        (say!(words, "repeat-digest-of-study"), manifest.study_digest.clone()),
    ];
    for (file, digest) in &manifest.digests {
        rows.push((say!(words, "repeat-digest"), format!("{file}: {digest}")));
    }
    let mut text = format!(
        "<section id=\"repeat\"><h2>{}</h2><p class=\"lead\">{}</p><pre class=\"command\" \
         tabindex=\"0\"><code>{}</code></pre><dl class=\"facts\">",
        escape(&say!(words, "heading-repeat")),
        escape(&say!(words, "repeat-lead")),
        escape(&manifest.command)
    );
    for (name, value) in rows {
        text.push_str(&format!("<dt>{}</dt><dd>{}</dd>", escape(&name), escape(&value)));
    }
    text.push_str(&format!(
        "</dl><details><summary>{}</summary><pre tabindex=\"0\"><code>{}</code></pre></details></section>\n",
        escape(&say!(words, "repeat-resolved")),
        escape(&manifest.resolved)
    ));
    text
}
