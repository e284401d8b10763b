//! What a report rests on: assumptions, sources, claims, published figures beside the built ones, and limits.

use crate::charts::range;
use crate::data::Run;
use crate::html::{escape, table};
use crate::names::begun;
use demerit_scenario::notes::{ClaimNote, FigureNote, ParameterNote};
use demerit_words::{Words, say};

/// The section as HTML.
pub(crate) fn section(run: &Run<'_>) -> String {
    let words = run.words;
    let manifest = &run.data.manifest;
    let (sourced, assumed): (Vec<&ParameterNote>, Vec<&ParameterNote>) =
        manifest.parameters.iter().partition(|parameter| parameter.source.is_some());
    let mut text = format!(
        "<section id=\"ground\"><h2>{}</h2><p class=\"lead\">{}</p>",
        escape(&say!(words, "heading-ground")),
        escape(&say!(words, "ground-lead", sourced = sourced.len(), assumed = assumed.len()))
    );
    text.push_str(&claims(words, &manifest.claims));
    text.push_str(&figures(words, &manifest.figures));
    text.push_str(&parameters(
        words,
        &say!(words, "ground-assumptions"),
        &say!(words, "ground-assumptions-say"),
        &assumed,
    ));
    text.push_str(&parameters(
        words,
        &say!(words, "ground-sourced"),
        &say!(words, "ground-sourced-say"),
        &sourced,
    ));
    text.push_str(&format!("<h3>{}</h3>", escape(&say!(words, "ground-limits"))));
    if manifest.limits.is_empty() {
        text.push_str(&format!("<p>{}</p>", escape(&say!(words, "ground-no-limits"))));
    } else {
        text.push_str("<ul class=\"limits\">");
        let known = demerit_scenario::notes::limits();
        for limit in &manifest.limits {
            // A run of another version may have other limits; those stay as they are.
            let told = known
                .iter()
                .position(|one| one == limit)
                .map_or_else(|| limit.clone(), |place| words.limit(place + 1, limit));
            text.push_str(&format!("<li>{}</li>", escape(&told)));
        }
        text.push_str("</ul>");
    }
    text.push_str("</section>\n");
    text
}

fn claims(words: Words, claims: &[ClaimNote]) -> String {
    let mut text = format!(
        "<h3>{}</h3><p>{}</p>",
        escape(&say!(words, "ground-claims")),
        say!(words, "ground-claims-say-html")
    );
    if claims.is_empty() {
        text.push_str(&format!("<p>{}</p>", escape(&say!(words, "ground-no-claims"))));
        return text;
    }
    let mut regimes: Vec<(&str, Vec<&ClaimNote>)> = Vec::new();
    for claim in claims {
        match regimes.iter_mut().find(|(name, _)| *name == claim.regime) {
            Some((_, rows)) => rows.push(claim),
            None => regimes.push((&claim.regime, vec![claim])),
        }
    }
    regimes.sort_by_key(|(_, rows)| std::cmp::Reverse(rows.len()));
    for (place, (regime, rows)) in regimes.into_iter().enumerate() {
        let number = |word: &str| rows.iter().filter(|row| row.claim == word).count();
        text.push_str(&format!(
            "<details{}><summary>{} <span class=\"tally\">{}</span></summary><div class=\"scroll\" \
             tabindex=\"0\" role=\"region\" aria-label=\"{}\"><table class=\"claims\"><thead><tr><th scope=\"col\">{}</th><th \
             scope=\"col\">{}</th><th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead><tbody>",
            if place == 0 { " open" } else { "" },
            escape(regime),
            escape(&say!(
                words,
                "ground-tally",
                documented = number("documented"),
                reported = number("reported"),
                hypothetical = number("hypothetical"),
            )),
            escape(&say!(words, "ground-claims-table")),
            escape(&say!(words, "ground-part")),
            escape(&say!(words, "ground-says")),
            escape(&say!(words, "ground-claim")),
            escape(&say!(words, "ground-source"))
        ));
        for row in rows {
            let class = match row.claim.as_str() {
                known @ ("documented" | "reported" | "hypothetical") => known,
                _ => "unknown",
            };
            text.push_str(&format!(
                "<tr><th scope=\"row\"><span class=\"part\">{}</span> {}</th><td>{}</td><td><span class=\"claim {class}\">{}</span></td><td>{}</td></tr>\n",
                escape(&words.named("part-", &row.part).unwrap_or_else(|| row.part.clone())),
                escape(&row.name),
                escape(&row.says),
                escape(&words.named("claim-", &row.claim).unwrap_or_else(|| row.claim.clone())),
                escape(&row.source)
            ));
        }
        text.push_str("</tbody></table></div></details>");
    }
    text
}

fn figures(words: Words, figures: &[FigureNote]) -> String {
    if figures.is_empty() {
        return String::new();
    }
    let rows: Vec<Vec<String>> = figures
        .iter()
        .map(|figure| {
            vec![
                begun(&quantity(words, &figure.quantity)),
                figure.published.map_or_else(|| "–".to_owned(), |value| words.exact(value)),
                as_precise(words, figure.built, figure.published),
                words.unit(&figure.unit),
                words.how(&figure.how),
                words.source(&figure.source),
            ]
        })
        .collect();
    format!(
        "<h3>{}</h3><p>{}</p><details open><summary>{}</summary>{}</details>",
        escape(&say!(words, "ground-figures")),
        escape(&say!(words, "ground-figures-say")),
        escape(&say!(words, "ground-figures-count", figures = figures.len())),
        table(
            &say!(words, "ground-figures-table"),
            &[
                &say!(words, "ground-figure"),
                &say!(words, "ground-published"),
                &say!(words, "ground-built"),
                &say!(words, "ground-unit"),
                &say!(words, "ground-how"),
                &say!(words, "ground-source"),
            ],
            &rows
        )
    )
}

/// What a figure is; the sizes of cities in it are numbers of the language.
fn quantity(words: Words, name: &str) -> String {
    let sizes = name.strip_prefix("cities of ").and_then(|rest| rest.strip_suffix(" persons in the core"));
    let number = |text: &str| text.replace(',', "").parse::<f64>().ok().map(|number| words.count(number));
    match sizes.and_then(|sizes| sizes.split_once(" to ")) {
        Some((low, high)) => number(low)
            .zip(number(high))
            .map(|(low, high)| say!(words, "ground-cities", low = low, high = high))
            .unwrap_or_else(|| words.quantity(name)),
        None => words.quantity(name),
    }
}

/// A built figure with as many places as the published one.
fn as_precise(words: Words, built: f64, published: Option<f64>) -> String {
    let places =
        published.map_or(0, |value| format!("{value}").split_once('.').map_or(0, |(_, places)| places.len()));
    if places == 0 || !built.is_finite() {
        return words.short(built);
    }
    words.decimal(built, places)
}

fn parameters(words: Words, title: &str, says: &str, parameters: &[&ParameterNote]) -> String {
    if parameters.is_empty() {
        return format!("<h3>{}</h3><p>{}</p>", escape(title), escape(&say!(words, "ground-none")));
    }
    let sourced = parameters.iter().any(|parameter| parameter.source.is_some());
    let mut head =
        vec![say!(words, "ground-number"), say!(words, "ground-value"), say!(words, "ground-range")];
    if sourced {
        head.extend([say!(words, "ground-status"), say!(words, "ground-source")]);
    }
    let head: Vec<&str> = head.iter().map(String::as_str).collect();
    let rows: Vec<Vec<String>> = parameters
        .iter()
        .map(|parameter| {
            let mut row = vec![
                format!("{}: {}", parameter.file, parameter.key),
                words.exact(parameter.value),
                parameter.range.map_or_else(
                    || "–".to_owned(),
                    |[low, high]| range(words, &words.exact(low), &words.exact(high)),
                ),
            ];
            if sourced {
                let source = parameter.citation.as_ref().or(parameter.source.as_ref());
                row.push(words.how(&parameter.status));
                row.push(source.cloned().unwrap_or_default());
            }
            row
        })
        .collect();
    format!(
        "<h3>{}</h3><p>{}</p><details><summary>{}</summary>{}</details>",
        escape(title),
        escape(says),
        escape(&say!(words, "ground-numbers-count", numbers = rows.len())),
        table(title, &head, &rows)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn built_figures_are_as_precise_as_the_published_ones() {
        assert_eq!(as_precise(Words::default(), 0.254_056, Some(0.254)), "0.254");
        assert_eq!(as_precise(Words::default(), 9_412.3, Some(9400.0)), "9,412");
        assert_eq!(as_precise(Words::default(), 0.5, None), "0.5");
    }
}
