//! Each claim of the source, row by row, with the numbers of this run that bear on it.
//!
//! Model: a row for each mechanism in the order of its number: what the source says, how well that is known,
//! whether the mechanism was on in the first world, and its measures here and in the twin. A measure that
//! this run did not take is left out; a row of which nothing was measured says so.
//!
//! Symbols: values in the unit of their measure; see [`crate::numbers::gauge`].
//! Leaves out: which of the mechanisms caused a number. Several act at once; `demerit explain` shares a
//! number out among them.

use crate::numbers::gauge::{cell, parts, spread, unit, unit_words};
use crate::numbers::{Run, Side};
use crate::{html, names};
use demerit_scenario::{MechanismRow, mechanisms};
use demerit_words::{Words, say};
use maud::{Markup, html};

/// The section as HTML.
pub(crate) fn section(run: &Run<'_>) -> Markup {
    let words = run.words;
    let twin = run.world(Side::Twin).is_some();
    let rows = html! {
        (head(words, twin))
        @for row in mechanisms() { (claim(run, &row, twin)) }
    };
    let content = html! {
        p class="lead" { (say!(words, "claims-lead")) }
        p class="note" { (html::coded(&say!(words, "claims-note"))) }
        (html::scrolled(&say!(words, "claims-table"), Some("answers"), &rows))
    };
    html::section("answers", &say!(words, "claims-heading"), &content)
}

/// The head of a table of measures here and, where there is one, in the twin.
pub(crate) fn head(words: Words, twin: bool) -> Markup {
    let [measure, here, beside] = words.each(["claims-measure", "claims-here", "plot-twin"]);
    if twin {
        html::head([(measure, false), (here, true), (beside, true)])
    } else {
        html::head([(measure, false), (say!(words, "claims-value"), true)])
    }
}

/// A row for each part of a measure that has a value here or in the twin: the first begins with `mark`.
pub(crate) fn rows(run: &Run<'_>, measure: &str, twin: bool, mark: &Markup) -> Vec<Markup> {
    let words = run.words;
    let unit = unit(measure);
    let mut rows = Vec::new();
    for part in parts(run, measure) {
        let here = spread(run, Side::Here, &part.keys);
        let other = if twin { spread(run, Side::Twin, &part.keys) } else { None };
        if here.is_none() && other.is_none() {
            continue;
        }
        rows.push(html! {
            tr {
                th scope="row" {
                    (names::measure(words, measure))
                    @if !part.name.is_empty() { ": " (part.name) }
                    (unit_words(words, unit))
                    @if rows.is_empty() { (mark) }
                }
                (cell(words, unit, here))
                @if twin { (cell(words, unit, other)) }
            }
            "\n"
        });
    }
    rows
}

fn claim(run: &Run<'_>, row: &MechanismRow, twin: bool) -> Markup {
    let status = row.claim.map_or("ours", |one| one.name());
    let columns = if twin { "3" } else { "2" };
    let measured: Vec<Markup> =
        row.measures.iter().flat_map(|measure| rows(run, measure, twin, &html! {})).collect();
    html! {
        tbody {
            tr class="claim-row" {
                th colspan=(columns) scope="rowgroup" {
                    span class="row-number" { (row.number) } " "
                    span class="row-says" { (run.words.mechanism(row.name, row.says)) }
                    span class="row-state" {
                        span class={ "claim " (status) } {
                            (run.words.named("claim-", status).unwrap_or_else(|| status.to_owned()))
                        }
                        " " (state(run, row))
                    }
                }
            }
            "\n"
            @for row in &measured { (row) }
            @if measured.is_empty() {
                tr { td colspan=(columns) class="soft" { (say!(run.words, "claims-no-number")) } }
                "\n"
            }
        }
    }
}

/// Whether a mechanism was on in the first world, as a clause.
fn state(run: &Run<'_>, row: &MechanismRow) -> String {
    let words = run.words;
    let Some(world) = run.data.manifest.worlds.first() else { return String::new() };
    if world.off.iter().any(|off| off == row.name) {
        return say!(words, "claims-off", what = begun_small(&words.switched_off(row.name, row.off)));
    }
    if row.name == "safeguards" {
        return match names::safeguards(words, &world.safeguards) {
            Some(names) => say!(words, "claims-safeguards", names = names),
            None => say!(words, "claims-no-safeguard"),
        };
    }
    say!(words, "claims-on")
}

/// A sentence as a clause: its first letter small, without its full stop.
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
