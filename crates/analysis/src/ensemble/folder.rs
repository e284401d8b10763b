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
use demerit_study::run_folder::{self, FolderError, FolderLock};
use demerit_worlds::LiveError;
use demerit_worlds::manifest::digest_of;
use std::fmt::Write;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// The file with all but the runs.
const TOLD: &str = "ensemble.json";

/// Writes an ensemble into a new folder in `out`; gives the folder.
///
/// # Errors
/// A folder that exists or cannot be written.
pub fn write(found: &Ensemble, out: &Path, force: bool) -> Result<PathBuf, RunError> {
    let files = files(found)?;
    let digest = files.last().map_or_else(String::new, |(_, told)| digest_of(told));
    let name = format!("{}-ensemble-{}-{}", found.study, found.seed, digest.get(..8).unwrap_or_default());
    let lock = FolderLock::new(out, &name, force)?;
    for (file, bytes) in files {
        lock.write(file, &bytes)?;
    }
    Ok(lock.finish()?)
}

/// Adds an ensemble to the folder of the run that it belongs to; the file that says that it is there comes
/// last.
///
/// # Errors
/// A folder that cannot be written.
pub fn add(found: &Ensemble, folder: &Path) -> Result<(), RunError> {
    for (file, bytes) in files(found)? {
        run_folder::write_file(folder, file, &bytes)?;
    }
    Ok(())
}

/// The ensemble in the folder of a run, if there is one; without its single runs.
///
/// # Errors
/// A file that cannot be read, or is no ensemble.
pub fn read(folder: &Path) -> Result<Option<Ensemble>, FolderError> {
    let bytes = match run_folder::bytes_of(folder, TOLD) {
        Ok(bytes) => bytes,
        Err(FolderError::Io { source, .. }) if source.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let foreign = |error: serde_json::Error| FolderError::Foreign {
        path: folder.join(TOLD),
        message: format!("it is no ensemble of this version ({error})"),
    };
    serde_json::from_slice(&bytes).map(Some).map_err(foreign)
}

/// The files of an ensemble with their names.
fn files(found: &Ensemble) -> Result<[(&'static str, Vec<u8>); 3], LiveError> {
    let told = json::pretty(found).map_err(|error| LiveError::Fault(error.to_string()))?;
    Ok([
        ("ensemble.csv", numbers(found).into_bytes()),
        ("draws.csv", draws(found).into_bytes()),
        (TOLD, told.into_bytes()),
    ])
}

/// A line for each number and side.
pub(super) fn numbers(found: &Ensemble) -> String {
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
pub(super) fn draws(found: &Ensemble) -> String {
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
