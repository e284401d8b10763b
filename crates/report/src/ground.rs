//! What a report rests on: assumptions, sources, claims, published figures beside the built ones, and limits.

use crate::data::Run;
use crate::html::{escape, table};
use crate::names::begun;
use crate::numbers::{exact, short};
use demerit_study::manifest::{ClaimNote, FigureNote, ParameterNote};

/// The section as HTML.
pub(crate) fn section(run: &Run<'_>) -> String {
    let manifest = &run.data.manifest;
    let (sourced, assumed): (Vec<&ParameterNote>, Vec<&ParameterNote>) =
        manifest.parameters.iter().partition(|parameter| parameter.source.is_some());
    let mut text = String::from("<section id=\"ground\"><h2>What it rests on</h2>");
    text.push_str(&format!(
        "<p class=\"lead\">Nothing here is measured on real persons. The society is built from {}; {}. Each can be changed in its file, and \
         the run repeated.</p>",
        counted(sourced.len(), "number with a source", "numbers with a source"),
        counted(assumed.len(), "number is an assumption of ours", "numbers are assumptions of ours")
    ));
    text.push_str(&claims(&manifest.claims));
    text.push_str(&figures(&manifest.figures));
    text.push_str(&parameters(
        "Assumptions",
        "Numbers that no source gives. Where a range is given, the true value may lie anywhere in it.",
        &assumed,
    ));
    text.push_str(&parameters("Numbers with a source", "Read: somebody read the source for this. Recalled: known but not read again. Secondary: as another source gives it.", &sourced));
    text.push_str("<h3>Limits</h3>");
    if manifest.limits.is_empty() {
        text.push_str("<p>The run names no limits. That does not mean that there are none.</p>");
    } else {
        text.push_str("<ul class=\"limits\">");
        for limit in &manifest.limits {
            text.push_str(&format!("<li>{}</li>", escape(limit)));
        }
        text.push_str("</ul>");
    }
    text.push_str("</section>\n");
    text
}

fn counted(number: usize, one: &str, several: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {several}") }
}

fn claims(claims: &[ClaimNote]) -> String {
    let mut text = String::from(
        "<h3>Rules, lists and gates, and how well each is known</h3><p><span class=\"claim documented\">documented</span> a published \
         rule or count says so; <span class=\"claim reported\">reported</span> the press said so; <span class=\"claim \
         hypothetical\">hypothetical</span> announced, expected or said by one person. A result that hangs on a hypothetical rule says \
         what would happen, not what does.</p>",
    );
    if claims.is_empty() {
        text.push_str("<p>The regimes of this run have no rules, lists or gates.</p>");
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
            "<details{}><summary>{} <span class=\"tally\">{} documented, {} reported, {} hypothetical</span></summary><div class=\"scroll\" \
             tabindex=\"0\" role=\"region\" aria-label=\"Claims\"><table class=\"claims\"><thead><tr><th scope=\"col\">Part</th><th \
             scope=\"col\">What it does</th><th scope=\"col\">Claim</th><th scope=\"col\">Source</th></tr></thead><tbody>",
            if place == 0 { " open" } else { "" },
            escape(regime),
            number("documented"),
            number("reported"),
            number("hypothetical")
        ));
        for row in rows {
            let class = match row.claim.as_str() {
                known @ ("documented" | "reported" | "hypothetical") => known,
                _ => "unknown",
            };
            text.push_str(&format!(
                "<tr><th scope=\"row\"><span class=\"part\">{}</span> {}</th><td>{}</td><td><span class=\"claim {class}\">{}</span></td><td>{}</td></tr>\n",
                escape(&row.part),
                escape(&row.name),
                escape(&row.says),
                escape(&row.claim),
                escape(&row.source)
            ));
        }
        text.push_str("</tbody></table></div></details>");
    }
    text
}

fn figures(figures: &[FigureNote]) -> String {
    if figures.is_empty() {
        return String::new();
    }
    let rows: Vec<Vec<String>> = figures
        .iter()
        .map(|figure| {
            vec![
                begun(&figure.quantity),
                figure.published.map_or_else(|| "–".to_owned(), exact),
                as_precise(figure.built, figure.published),
                figure.unit.clone(),
                figure.how.clone(),
                figure.source.clone(),
            ]
        })
        .collect();
    format!(
        "<h3>The built society beside published figures</h3><p>Built in: the society was made to have it. Came out: nothing was set to \
         give it.</p><details open><summary>{}</summary>{}</details>",
        counted(figures.len(), "figure", "figures"),
        table(
            "Published figures and the same figures of the built society",
            &["Figure", "Published", "Built", "Unit", "How", "Source"],
            &rows
        )
    )
}

/// A built figure with as many places as the published one.
fn as_precise(built: f64, published: Option<f64>) -> String {
    let places =
        published.map_or(0, |value| format!("{value}").split_once('.').map_or(0, |(_, places)| places.len()));
    if places == 0 || !built.is_finite() {
        return short(built);
    }
    format!("{built:.places$}").replace('-', "−")
}

fn parameters(title: &str, says: &str, parameters: &[&ParameterNote]) -> String {
    if parameters.is_empty() {
        return format!("<h3>{title}</h3><p>None.</p>");
    }
    let sourced = parameters.iter().any(|parameter| parameter.source.is_some());
    let mut head = vec!["Number", "Value", "Range"];
    if sourced {
        head.extend(["Status", "Source"]);
    }
    let rows: Vec<Vec<String>> = parameters
        .iter()
        .map(|parameter| {
            let mut row = vec![
                format!("{}: {}", parameter.file, parameter.key),
                exact(parameter.value),
                parameter.range.map_or_else(
                    || "–".to_owned(),
                    |[low, high]| format!("{} to {}", exact(low), exact(high)),
                ),
            ];
            if sourced {
                let source = parameter.citation.as_ref().or(parameter.source.as_ref());
                row.push(parameter.status.clone());
                row.push(source.cloned().unwrap_or_default());
            }
            row
        })
        .collect();
    format!(
        "<h3>{title}</h3><p>{says}</p><details><summary>{}</summary>{}</details>",
        counted(rows.len(), "number", "numbers"),
        table(title, &head, &rows)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn built_figures_are_as_precise_as_the_published_ones() {
        assert_eq!(as_precise(0.254_056, Some(0.254)), "0.254");
        assert_eq!(as_precise(9_412.3, Some(9400.0)), "9,412");
        assert_eq!(as_precise(0.5, None), "0.5");
    }
}
