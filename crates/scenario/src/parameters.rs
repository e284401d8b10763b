//! Parameters: the figures of files as they stand in manifests, lists and documents; and the grades of the
//! legal yardsticks, row by row with their reasons.

use crate::catalogue::{Kind, entries};
use crate::figures::{Located, Part, of_file};
use crate::load::Scenario;
use crate::regime::RegimeFile;
use crate::society::SocietyFile;
use demerit_regime::{BORNE, DISTANCES, SEVERITIES, WHOLE};
use serde::{Deserialize, Serialize};

/// A number of the files.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ParameterNote {
    /// File that says it (`society china-2020`).
    pub file: String,
    /// Place in the file, dotted.
    pub key: String,
    /// The number.
    pub value: f64,
    /// Range in which it may lie, if one is given.
    pub range: Option<[f64; 2]>,
    /// Source, or `None` for an assumption of ours.
    pub source: Option<String>,
    /// The source in full, as a reader would cite it.
    pub citation: Option<String>,
    /// `read`, `secondary` or `recalled` for a source, `assumption` otherwise.
    pub status: String,
}

impl ParameterNote {
    /// The note of a figure; nothing of a number, switch or word that is none.
    #[must_use]
    pub fn of(one: Located) -> Option<Self> {
        let value = one.number().filter(|_| one.is_figure)?;
        let Located { file, key, range, source, citation, status, .. } = one;
        Some(Self { file, key, value, range, source, citation, status })
    }
}

/// Every figure of a scenario.
#[must_use]
pub fn parameters(scenario: &Scenario) -> Vec<ParameterNote> {
    scenario.figures().into_iter().filter_map(ParameterNote::of).collect()
}

/// Every figure of the catalogue's societies and regimes.
#[must_use]
pub fn of_catalogue() -> Vec<Located> {
    let mut all = Vec::new();
    for entry in entries(Kind::Society) {
        if let Ok(file) = toml::from_str::<SocietyFile>(entry.text) {
            let name = format!("society {}", entry.name);
            all.extend(of_file(&Part::Society, &name, &file, &file.sources));
        }
    }
    for entry in entries(Kind::Regime) {
        if let Ok(file) = toml::from_str::<RegimeFile>(entry.text) {
            let (part, name) = (Part::Regime(entry.name.to_owned()), format!("regime {}", entry.name));
            all.extend(of_file(&part, &name, &file, &file.sources));
        }
    }
    all.retain(|one| one.is_figure);
    all
}

/// A row of a legal yardstick.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Grade {
    /// What is graded: `speech to travel`, a request, a gravity.
    pub name: String,
    /// The yardstick: `distance` of two contexts, `severity` of a shut door, what a gravity has `borne`.
    pub yardstick: &'static str,
    /// The grade, from 0 to 1.
    pub value: f64,
    /// Why.
    pub reason: &'static str,
}

/// All grades, those of a yardstick together.
#[must_use]
pub fn grades() -> Vec<Grade> {
    let row = |yardstick, name: String, value, reason| Grade { name, yardstick, value, reason };
    let eighths = |weight: u64| weight as f64 / WHOLE as f64;
    let distances = DISTANCES.iter().map(|&(cause, answer, distance, reason)| {
        row("distance", format!("{cause} to {answer}"), distance.halves() as f64 / 2.0, reason)
    });
    let doors = SEVERITIES
        .iter()
        .map(|&(request, weight, reason)| row("severity", request.to_string(), eighths(weight), reason));
    let deeds = BORNE
        .iter()
        .map(|&(gravity, weight, reason)| row("borne", gravity.to_string(), eighths(weight), reason));
    distances.chain(doors).chain(deeds).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_catalogue_has_figures() {
        let all = of_catalogue();
        for kind in [Kind::Society, Kind::Regime] {
            for entry in entries(kind) {
                let name = format!("{kind} {}", entry.name);
                assert!(all.iter().any(|one| one.file == name), "{name}");
            }
        }
        let society: Vec<&Located> = all.iter().filter(|one| one.file == "society china-2020").collect();
        assert!(society.len() > 60, "{}", society.len());
        assert!(
            society.iter().any(|one| one.key == "cities.urban" && one.source.as_deref() == Some("cn-urban"))
        );
    }
}
