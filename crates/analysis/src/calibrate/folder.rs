//! The folder of a calibration: written beside its place and renamed, like that of a run.
//!
//! | file | what |
//! |---|---|
//! | `calibrate.csv` | a line for each number and side: its quantiles over all draws and over those kept |
//! | `targets.csv` | a line for each target: published, simulated, how many draws it cuts |
//! | `draws.csv` | every draw: whether it is kept, its implausibility, the value of each target |
//! | `calibrate.json` | all of it but the draws; written last |

use super::Calibration;
use crate::ensemble::{Ensemble, QUANTILES, Quantity, Ranges};
use demerit_scenario::shown::{cell, json};
use demerit_study::run::RunError;
use demerit_study::run_folder::{self, FolderError, FolderLock};
use demerit_worlds::LiveError;
use demerit_worlds::manifest::digest_of;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// The file with all but the draws.
const TOLD: &str = "calibrate.json";

/// Writes a calibration into a new folder in `out`; gives the folder.
///
/// # Errors
/// A folder that exists or cannot be written.
pub fn write(found: &Calibration, out: &Path, force: bool) -> Result<PathBuf, RunError> {
    let text = json::pretty(found).map_err(|error| LiveError::Fault(error.to_string()))?;
    let name =
        format!("{}-calibrate-{}-{}", found.prior.study, found.prior.seed, &digest_of(text.as_bytes())[..8]);
    let lock = FolderLock::new(out, &name, force)?;
    lock.write("calibrate.csv", numbers(found).as_bytes())?;
    lock.write("targets.csv", targets(found).as_bytes())?;
    lock.write("draws.csv", draws(found).as_bytes())?;
    lock.write(TOLD, text.as_bytes())?;
    Ok(lock.finish()?)
}

/// The calibration in a folder that was written for one; without its single draws.
///
/// # Errors
/// A file that cannot be read, or holds no calibration.
pub fn read(folder: &Path) -> Result<Calibration, FolderError> {
    let foreign = |error: serde_json::Error| FolderError::Foreign {
        path: folder.join(TOLD),
        message: format!("it holds no calibration of this version ({error})"),
    };
    serde_json::from_slice(&run_folder::bytes_as_written(folder, TOLD)?).map_err(foreign)
}

fn number(value: Option<f64>) -> String {
    value.filter(|value| value.is_finite()).map_or_else(String::new, |value| value.to_string())
}

/// A side of a number, by its name.
type Side = (&'static str, fn(&Quantity) -> &Option<Ranges>);

/// A line for each number and side.
pub(super) fn numbers(found: &Calibration) -> String {
    let mut text = String::from("measure,domain,group,unit,per_thousand,side,filed");
    for part in ["prior", "kept"] {
        QUANTILES.iter().for_each(|at| _ = write!(text, ",{part}_q{:02.0}", 100.0 * at));
    }
    text.push('\n');
    for one in &found.prior.numbers {
        let same = found.kept.as_ref().and_then(|kept| kept_of(kept, one));
        let sides: [Side; 3] =
            [("here", |one| &one.here), ("twin", |one| &one.twin), ("difference", |one| &one.difference)];
        for (side, of) in sides {
            let Some(prior) = of(one) else { continue };
            let words = [&one.measure, &one.domain, &one.group, &one.unit].map(|word| cell(word)).join(",");
            let _ = write!(
                text,
                "{words},{},{side},{}",
                one.per_thousand,
                number(prior.filed.map(|one| one.value))
            );
            let kept = same.and_then(|one| of(one).as_ref());
            for ranges in [Some(prior), kept] {
                for place in 0..QUANTILES.len() {
                    let _ = write!(text, ",{}", number(ranges.map(|one| one.quantiles[place].value)));
                }
            }
            text.push('\n');
        }
    }
    text
}

/// The same number in the kept draws.
fn kept_of<'a>(kept: &'a Ensemble, one: &Quantity) -> Option<&'a Quantity> {
    let name = |one: &Quantity| (one.measure.clone(), one.domain.clone(), one.group.clone());
    kept.numbers.iter().find(|other| name(other) == name(one))
}

/// A line for each target.
pub(super) fn targets(found: &Calibration) -> String {
    let mut text = String::from("case,figure,kind,unit,published,model,observed,luck,filed");
    for part in ["prior", "kept"] {
        QUANTILES.iter().for_each(|at| _ = write!(text, ",{part}_q{:02.0}", 100.0 * at));
    }
    text.push_str(",cuts,cuts_alone,missed,lacking\n");
    for one in &found.targets {
        let words = [one.kind.word(), &one.unit].map(cell).join(",");
        let discrepancy = &one.discrepancy;
        let _ = write!(
            text,
            "{},{},{words},{},{},{},{},{}",
            cell(&one.case),
            cell(&one.id),
            one.published,
            discrepancy.model,
            discrepancy.observed,
            one.luck,
            number(one.filed)
        );
        for all in [one.prior, one.kept] {
            (0..QUANTILES.len()).for_each(|place| _ = write!(text, ",{}", number(all.map(|all| all[place]))));
        }
        let _ = writeln!(text, ",{},{},{},{}", one.cuts, one.cuts_alone, one.missed, one.lacking);
    }
    text
}

/// A line for each draw.
pub(super) fn draws(found: &Calibration) -> String {
    let mut text = String::from("draw,cluster,seed,kept,implausibility");
    found.targets.iter().for_each(|one| _ = write!(text, ",{}", cell(&format!("{}/{}", one.case, one.id))));
    found.prior.figures.iter().for_each(|figure| _ = write!(text, ",{}", cell(figure)));
    text.push('\n');
    for (place, (scored, run)) in found.draws.iter().zip(&found.prior.runs).enumerate() {
        let _ = write!(
            text,
            "{},{},{},{},{}",
            place + 1,
            run.cluster + 1,
            run.seed,
            scored.kept,
            number(scored.implausibility)
        );
        scored.values.iter().for_each(|value| _ = write!(text, ",{}", number(*value)));
        run.values.iter().for_each(|value| _ = write!(text, ",{value}"));
        text.push('\n');
    }
    text
}
