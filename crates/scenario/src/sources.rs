//! Sources: what a number or a claim rests on, by name.
//!
//! A name is that of a row of the list of facts (`catalogue/facts.csv`, embedded) or of the `[sources]` table
//! of the file that uses it. The list holds published aggregate figures; nothing in it is about a person.

use crate::shown::cut;
use std::collections::BTreeMap;
use std::sync::OnceLock;

const FACTS: &str = include_str!("../../../catalogue/facts.csv");

/// The longest citation, in letters: it stands beside everything that rests on it.
const LONGEST_CITATION: usize = 2000;

/// A published figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// Stable name.
    pub id: String,
    /// What was counted or measured.
    pub quantity: String,
    /// The figure.
    pub value: f64,
    /// Its unit.
    pub unit: String,
    /// The year it is about.
    pub year: String,
    /// Author or office, title, year.
    pub source: String,
    /// `read`, `secondary` or `recalled`.
    pub status: String,
    /// `high`, `medium` or `low`.
    pub confidence: String,
}

/// The list of facts, by name.
pub fn facts() -> &'static BTreeMap<String, Fact> {
    static FOUND: OnceLock<BTreeMap<String, Fact>> = OnceLock::new();
    FOUND.get_or_init(|| FACTS.lines().skip(1).filter_map(fact).map(|fact| (fact.id.clone(), fact)).collect())
}

/// Whether there is a source of this name.
pub(crate) fn is_known(name: &str, own: &BTreeMap<String, String>) -> bool {
    own.contains_key(name) || facts().contains_key(name)
}

/// The citation and status of a source, looked up in a file's own table first.
#[must_use]
pub fn citation(name: &str, own: &BTreeMap<String, String>) -> Option<(String, String)> {
    if let Some(text) = own.get(name) {
        return Some((cut(text, LONGEST_CITATION).into_owned(), "cited".into()));
    }
    facts().get(name).map(|fact| (fact.source.clone(), fact.status.clone()))
}

/// A row of the list; `None` where it has not eight fields or its value is no number.
fn fact(line: &str) -> Option<Fact> {
    let [id, quantity, value, unit, year, source, status, confidence] = fields(line).try_into().ok()?;
    Some(Fact { id, quantity, value: value.parse().ok()?, unit, year, source, status, confidence })
}

/// The fields of a row; a field in double quotes may hold commas.
fn fields(line: &str) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut quoted = false;
    for letter in line.chars() {
        match letter {
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(String::new()),
            _ => {
                if let Some(field) = fields.last_mut() {
                    field.push(letter);
                }
            }
        }
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        assert_eq!(facts().len(), FACTS.lines().count() - 1);
        let households = &facts()["cn-household-mean"];
        assert_eq!((households.value, households.status.as_str()), (2.62, "read"));
        assert!(households.source.contains("Census, 2021"), "commas in quotes stay: {}", households.source);
    }

    #[test]
    fn a_file_s_own_sources_come_first() {
        let own = BTreeMap::from([("cn-urban".to_owned(), "mine".to_owned())]);
        assert_eq!(citation("cn-urban", &own), Some(("mine".into(), "cited".into())));
        assert_eq!(citation("cn-urban", &BTreeMap::new()).map(|found| found.1), Some("read".into()));
        assert_eq!(citation("nowhere", &own), None);
    }
}
