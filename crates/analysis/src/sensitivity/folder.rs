//! The folder of an analysis of sensitivity: written beside its place and renamed, like that of a run.
//!
//! | file | what |
//! |---|---|
//! | `sensitivity.csv` | a line for each factor, the strongest first |
//! | `runs.csv` | every run with its seed, the values of all figures and the result |
//! | `sensitivity.html` | the page |
//! | `sensitivity.json` | all of it but the runs; written last |

use super::factor::Factor;
use super::resample::Ranged;
use super::result::{Sensitivity, Weight};
use demerit_scenario::figure::Scale;
use demerit_scenario::shown::{cell, json};
use demerit_study::run::RunError;
use demerit_study::run_folder::FolderLock;
use demerit_worlds::LiveError;
use demerit_worlds::manifest::digest_of;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// Name of the page.
pub const PAGE: &str = "sensitivity.html";

/// Tries whether a folder can be made in `out`, so that whoever cannot write there knows it before hours of
/// work.
///
/// # Errors
/// It cannot.
pub fn try_place(out: &Path) -> Result<(), RunError> {
    // A lock that is dropped leaves nothing behind.
    FolderLock::new(out, &format!("tried-{}", std::process::id()), true)?;
    Ok(())
}

/// Writes an analysis and its page into a new folder in `out`; gives the folder.
///
/// # Errors
/// A folder that exists or cannot be written.
pub fn write(found: &Sensitivity, page: &str, out: &Path, force: bool) -> Result<PathBuf, RunError> {
    let text = json::pretty(found).map_err(|error| LiveError::Fault(error.to_string()))?;
    let method = match found.weights() {
        Some(Weight::Sobol { .. }) => "sobol",
        _ => "morris",
    };
    let name = format!("{}-{method}-{}-{}", found.study, found.seed, &digest_of(text.as_bytes())[..8]);
    let lock = FolderLock::new(out, &name, force)?;
    lock.write("sensitivity.csv", factors(found).as_bytes())?;
    lock.write("runs.csv", runs(found).as_bytes())?;
    lock.write(PAGE, page.as_bytes())?;
    lock.write("sensitivity.json", text.as_bytes())?;
    Ok(lock.finish()?)
}

impl Sensitivity {
    fn weights(&self) -> Option<Weight> {
        self.factors.first().map(|one| one.weight)
    }
}

/// A line for each factor.
pub(super) fn factors(found: &Sensitivity) -> String {
    let names: &[&str] = match found.weights() {
        Some(Weight::Sobol { .. }) => &["total", "first"],
        _ => &["mu_star", "mu", "sigma", "up"],
    };
    let mut text = String::from("factor,file,key,item,declared,low,high,scale");
    for name in names {
        let _ = write!(text, ",{name},{name}_low,{name}_high");
    }
    text.push('\n');
    for one in &found.factors {
        match &one.figure {
            None => text.push_str("seed,,,,,,,"),
            Some(figure) => {
                let scale = if figure.scale == Scale::Even { "even" } else { "log" };
                let (file, key) = (cell(&figure.file), cell(&figure.key));
                let _ = write!(
                    text,
                    "{},{file},{key},{},{},{},{},{scale}",
                    cell(&figure.name()),
                    cell(figure.item.as_deref().unwrap_or_default()),
                    figure.declared,
                    figure.low,
                    figure.high
                );
            }
        }
        let numbers: Vec<Ranged> = match one.weight {
            Weight::Sobol { first, total } => vec![total, first],
            Weight::Morris { mu_star, mu, sigma, up } => vec![mu_star, mu, sigma, up],
        };
        for number in numbers {
            let _ = write!(text, ",{},{},{}", number.value, number.low, number.high);
        }
        text.push('\n');
    }
    text
}

/// A line for each run.
pub(super) fn runs(found: &Sensitivity) -> String {
    let figures: Vec<&Factor> = found.factors.iter().filter_map(|one| one.figure.as_ref()).collect();
    let mut text = String::from("run,sample,seed,drawn_in,result");
    for figure in &figures {
        let _ = write!(text, ",{}", cell(&figure.name()));
    }
    text.push('\n');
    for (number, row) in found.table.iter().enumerate() {
        let result = if row.undefined { String::new() } else { row.value.to_string() };
        let _ = write!(text, "{},{},{},{},{result}", number + 1, row.sample + 1, row.seed, row.drawn);
        for value in &row.values {
            let _ = write!(text, ",{value}");
        }
        text.push('\n');
    }
    text
}
