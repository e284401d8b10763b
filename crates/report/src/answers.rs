//! Each claim of the source, row by row, with the numbers of this run that bear on it.
//!
//! Model: a row for each mechanism in the order of its number: what the source says, how well that is known, whether the mechanism was on in
//! the first world, and its measures here and in the twin. A measure that this run did not take is left out; a row of which nothing was measured says so.
//!
//! Symbols: values in the unit of their measure; see [`crate::gauge`].
//! Leaves out: which of the mechanisms caused a number. Several act at once; `demerit explain` shares a number out among them.

use crate::data::{Run, Side};
use crate::gauge::{cell, parts, spread, unit, unit_words};
use crate::html::escape;
use crate::labels::{label, safeguard};
use demerit_scenario::{MechanismRow, mechanisms};
use demerit_words::{Words, say};

/// The section as HTML.
pub(crate) fn section(run: &Run<'_>) -> String {
    let words = run.words;
    let rows = mechanisms();
    let twin = run.world(Side::Twin).is_some();
    let mut text = format!(
        "<section id=\"answers\"><h2>{}</h2><p class=\"lead\">{}</p><p class=\"note\">{}</p>",
        escape(&say!(words, "claims-heading")),
        escape(&say!(words, "claims-lead")),
        say!(words, "claims-note-html")
    );
    text.push_str(&format!(
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{0}\"><table class=\"answers\"><caption \
         class=\"unseen\">{0}</caption>{1}",
        escape(&say!(words, "claims-table")),
        head(words, twin)
    ));
    for row in &rows {
        text.push_str(&claim(run, row, twin));
    }
    text.push_str("</table></div></section>\n");
    text
}

/// The head of a table of measures here and, where there is one, in the twin.
pub(crate) fn head(words: Words, twin: bool) -> String {
    let cell = |name: String| format!("<th scope=\"col\" class=\"number\">{}</th>", escape(&name));
    format!(
        "<thead><tr><th scope=\"col\">{}</th>{}{}</tr></thead>",
        escape(&say!(words, "claims-measure")),
        cell(if twin { say!(words, "claims-here") } else { say!(words, "claims-value") }),
        if twin { cell(say!(words, "plot-twin")) } else { String::new() }
    )
}

fn claim(run: &Run<'_>, row: &MechanismRow, twin: bool) -> String {
    let words = run.words;
    let status = row.claim.as_deref().unwrap_or("ours");
    let mut text = format!(
        "<tbody><tr class=\"claim-row\"><th colspan=\"{}\" scope=\"rowgroup\"><span class=\"row-number\">{}</span> <span \
         class=\"row-says\">{}</span><span class=\"row-state\"><span class=\"claim {status}\">{}</span> {}</span></th></tr>\n",
        if twin { 3 } else { 2 },
        escape(row.number),
        escape(&words.mechanism(row.name, row.says)),
        escape(&words.named("claim-", status).unwrap_or_else(|| status.to_owned())),
        escape(&state(run, row))
    );
    let mut measured = 0;
    for &measure in row.measures {
        let unit = unit(run, measure);
        for part in parts(run, measure) {
            let here = spread(run, Side::Here, &part.keys);
            let other = if twin { spread(run, Side::Twin, &part.keys) } else { None };
            if here.is_none() && other.is_none() {
                continue;
            }
            measured += 1;
            let name = if part.name.is_empty() { String::new() } else { format!(": {}", part.name) };
            text.push_str(&format!(
                "<tr><th scope=\"row\">{}</th>{}{}</tr>\n",
                escape(&format!("{}{name}{}", label(words, measure), unit_words(words, unit))),
                cell(words, unit, here),
                if twin { cell(words, unit, other) } else { String::new() }
            ));
        }
    }
    if measured == 0 {
        text.push_str(&format!(
            "<tr><td colspan=\"{}\" class=\"soft\">{}</td></tr>\n",
            if twin { 3 } else { 2 },
            escape(&say!(words, "claims-no-number"))
        ));
    }
    text.push_str("</tbody>");
    text
}

/// Whether a mechanism was on in the first world, as a clause.
fn state(run: &Run<'_>, row: &MechanismRow) -> String {
    let words = run.words;
    let Some(world) = run.data.manifest.worlds.first() else { return String::new() };
    if world.off.iter().any(|off| off == row.name) {
        return say!(words, "claims-off", what = begun_small(&words.switched_off(row.name, row.off)));
    }
    if row.name == "safeguards" {
        return match world.safeguards.as_slice() {
            [] => say!(words, "claims-no-safeguard"),
            some => {
                let names: Vec<String> = some.iter().map(|one| safeguard(words, one)).collect();
                say!(words, "claims-safeguards", names = names.join("; "))
            }
        };
    }
    say!(words, "claims-on")
}

/// A sentence as a clause: its first letter small, its full stop gone.
fn begun_small(sentence: &str) -> String {
    let mut letters = sentence.trim_end_matches('.').chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_become_clauses() {
        assert_eq!(begun_small("No camera sees anything."), "no camera sees anything");
        assert_eq!(begun_small(""), "");
    }
}
