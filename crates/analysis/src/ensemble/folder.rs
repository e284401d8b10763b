//! The folder of an ensemble: written beside its place and renamed, like that of a run.
//!
//! | file | what |
//! |---|---|
//! | `ensemble.csv` | a line for each number and side, with its quantiles |
//! | `draws.csv` | every run with its seed and the values of all figures |
//! | `ensemble.json` | all of it but the runs; written last |

use super::result::{Ensemble, QUANTILES, Ranges};
use demerit_scenario::shown::{cell, json};
use demerit_study::run::RunError;
use demerit_study::run_folder::FolderLock;
use demerit_worlds::LiveError;
use demerit_worlds::manifest::digest_of;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// Writes an ensemble into a new folder in `out`; gives the folder.
///
/// # Errors
/// A folder that exists or cannot be written.
pub fn write(found: &Ensemble, out: &Path, force: bool) -> Result<PathBuf, RunError> {
    let told = json::pretty(found).map_err(|error| LiveError::Fault(error.to_string()))?;
    let name = format!("{}-ensemble-{}-{}", found.study, found.seed, &digest_of(told.as_bytes())[..8]);
    let lock = FolderLock::new(out, &name, force)?;
    lock.write("ensemble.csv", table(found).as_bytes())?;
    lock.write("draws.csv", draws(found).as_bytes())?;
    lock.write("ensemble.json", told.as_bytes())?;
    Ok(lock.finish()?)
}

/// A line for each number and side.
pub(crate) fn table(found: &Ensemble) -> String {
    let mut text = String::from("measure,domain,group,unit,per_thousand,side,filed,filed_low,filed_high");
    for at in QUANTILES {
        let name = format!("q{:02.0}", 100.0 * at);
        let _ = write!(text, ",{name},{name}_low,{name}_high");
    }
    text.push_str(",lacking,above_zero,below_zero,regime,society,luck\n");
    for one in &found.numbers {
        let mut line = |side: &str, ranges: &Ranges| {
            let words = [&one.measure, &one.domain, &one.group, &one.unit].map(|word| cell(word)).join(",");
            let _ = write!(text, "{words},{},{side},", one.per_thousand);
            let number = |value: Option<f64>| {
                value.filter(|value| value.is_finite()).map_or_else(String::new, |value| value.to_string())
            };
            let ends = ranges.filed.and_then(|filed| filed.interval);
            let filed =
                [ranges.filed.map(|filed| filed.value), ends.map(|ends| ends[0]), ends.map(|ends| ends[1])];
            text.push_str(&filed.map(number).join(","));
            for one in ranges.quantiles {
                let _ = write!(
                    text,
                    ",{}",
                    [one.value, one.low, one.high].map(|one| number(Some(one))).join(",")
                );
            }
            let _ = write!(text, ",{},{},{}", ranges.lacking, ranges.above, ranges.below);
            for part in ["regime", "society", "luck"] {
                let share = ranges.parts.iter().find(|one| one.of == part).map(|one| one.share.value);
                let _ = write!(text, ",{}", number(share));
            }
            text.push('\n');
        };
        for (side, ranges) in [("here", &one.here), ("twin", &one.twin), ("difference", &one.difference)] {
            if let Some(ranges) = ranges {
                line(side, ranges);
            }
        }
    }
    text
}

/// A line for each run.
pub(crate) fn draws(found: &Ensemble) -> String {
    let mut text = String::from("draw,cluster,seed");
    for figure in &found.figures {
        let _ = write!(text, ",{}", cell(figure));
    }
    text.push('\n');
    for (number, run) in found.runs.iter().enumerate() {
        let _ = write!(text, "{},{},{}", number + 1, run.cluster + 1, run.seed);
        for value in &run.values {
            let _ = write!(text, ",{value}");
        }
        text.push('\n');
    }
    text
}
