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
use demerit_study::{MechanismRow, mechanisms};

/// The section as HTML.
pub(crate) fn section(run: &Run<'_>) -> String {
    let rows = mechanisms();
    let twin = run.world(Side::Twin).is_some();
    let mut text = String::from(
        "<section id=\"answers\"><h2>Each claim of the report, and what the simulation says</h2><p class=\"lead\">A claim is not \
         proved or refuted here. The numbers say what would follow if it held as the files of this study put it.</p><p \
         class=\"note\">Several mechanisms act at once, so a number under a claim is not caused by that claim alone; <code>demerit \
         explain</code> shares it out among them. Flows are those of the last year, states those at the end. Where a mechanism is on, \
         a regime may still have no rule that uses it.</p>",
    );
    text.push_str(&format!(
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Each claim and its numbers\"><table class=\"answers\"><caption \
         class=\"unseen\">Each claim and its numbers</caption><thead><tr><th scope=\"col\">Measure</th><th scope=\"col\" \
         class=\"number\">{}</th>{}</tr></thead>",
        if twin { "Here" } else { "Value" },
        if twin { "<th scope=\"col\" class=\"number\">Twin</th>" } else { "" }
    ));
    for row in &rows {
        text.push_str(&claim(run, row, twin));
    }
    text.push_str("</table></div></section>\n");
    text
}

fn claim(run: &Run<'_>, row: &MechanismRow, twin: bool) -> String {
    let status = row.claim.as_deref().unwrap_or("ours");
    let mut text = format!(
        "<tbody><tr class=\"claim-row\"><th colspan=\"{}\" scope=\"rowgroup\"><span class=\"row-number\">{}</span> <span \
         class=\"row-says\">{}</span><span class=\"row-state\"><span class=\"claim {status}\">{}</span> {}</span></th></tr>\n",
        if twin { 3 } else { 2 },
        escape(row.number),
        escape(row.says),
        if status == "ours" { "our own addition" } else { status },
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
                escape(&format!("{}{name}{}", label(measure), unit_words(unit))),
                cell(unit, here),
                if twin { cell(unit, other) } else { String::new() }
            ));
        }
    }
    if measured == 0 {
        text.push_str(&format!(
            "<tr><td colspan=\"{}\" class=\"soft\">This run has no number for it.</td></tr>\n",
            if twin { 3 } else { 2 }
        ));
    }
    text.push_str("</tbody>");
    text
}

/// Whether a mechanism was on in the first world, as a clause.
fn state(run: &Run<'_>, row: &MechanismRow) -> String {
    let Some(world) = run.data.manifest.worlds.first() else { return String::new() };
    if world.off.iter().any(|off| off == row.name) {
        return format!("switched off here: {}", begun_small(row.off));
    }
    if row.name == "safeguards" {
        return match world.safeguards.as_slice() {
            [] => "no safeguard is in force here".to_owned(),
            some => {
                let names: Vec<String> = some.iter().map(|one| safeguard(one)).collect();
                format!("in force here: {}", names.join("; "))
            }
        };
    }
    "on here".to_owned()
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
