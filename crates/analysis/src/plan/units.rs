//! What stands in a plan: its units, and how it is read, checked and written.

use super::error::{PlanError, fault};
use super::vary::Varied;
use demerit_scenario::load::BundleFile;
use demerit_scenario::load::{Scenario, bundle_of};
use demerit_scenario::shown::json;
use demerit_study::{outside, run_folder};
use demerit_worlds::Size;
use demerit_worlds::manifest::digest_of;
use serde::{Deserialize, Serialize};
use std::path::Path;

/// Version of the form of a plan.
pub(super) const FORMAT: u32 = 1;

/// Name of a plan's copy in the folders of its shards.
pub const FILE: &str = "plan.json";

/// The most units of a plan.
pub(super) const MOST_UNITS: usize = 10_000;

/// A list of work.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Version of the form.
    pub format: u32,
    /// Version of Demerit, which alone can run the plan.
    pub version: String,
    /// SHA-256 of the plan with this text empty.
    pub digest: String,
    /// Name of the study.
    pub study: String,
    /// The command that one machine would give.
    pub command: String,
    /// Persons, instead of the study's.
    pub persons: Option<u32>,
    /// Years, if fewer than the study's.
    pub years: Option<f64>,
    /// Parameters that are varied, with their values.
    pub varied: Vec<Varied>,
    /// The runs.
    pub units: Vec<Unit>,
    /// The study with its society and regimes, in TOML.
    pub resolved: String,
}

/// A run of a plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// Its number, from 1.
    pub number: u32,
    /// Name of its run folder.
    pub name: String,
    /// Its seed.
    pub seed: u64,
    /// The values of the varied parameters, in their order.
    pub values: Vec<f64>,
    /// SHA-256 of its study as resolved, values and seed included.
    pub scenario: String,
}

impl Plan {
    /// Reads a plan and checks that it is whole and of this version.
    ///
    /// # Errors
    /// A file that cannot be read, is no plan, was changed, or was made by another version.
    pub fn read(path: &Path) -> Result<Self, PlanError> {
        let shown = path.display();
        let unread = |fault: std::io::Error| {
            let hint = "name a file that `demerit plan` has written";
            PlanError::problem(format!("cannot read {shown}: {fault}"), hint)
        };
        Self::of_bytes(&outside::read(path, outside::LARGEST_JSON).map_err(unread)?, path)
    }

    /// A plan from the bytes of its file, which is told of by its path.
    ///
    /// # Errors
    /// As for [`Plan::read`].
    pub fn of_bytes(bytes: &[u8], path: &Path) -> Result<Self, PlanError> {
        let shown = path.display();
        let again = "make it again with `demerit plan`";
        let plan: Self = serde_json::from_slice(bytes)
            .map_err(|fault| PlanError::problem(format!("{shown} is no plan: {fault}"), again))?;
        if plan.format != FORMAT {
            let message = format!("{shown} has the form {}; this program reads {FORMAT}", plan.format);
            return Err(PlanError::problem(message, again));
        }
        if plan.version != env!("CARGO_PKG_VERSION") {
            let (made, here) = (&plan.version, env!("CARGO_PKG_VERSION"));
            let message = format!("{shown} was made by version {made}, and this is {here}");
            let hint = "one version makes, runs and merges a plan; make it again, or take that version";
            return Err(PlanError::problem(message, hint));
        }
        if plan.digest != plan.digest_now()? {
            let message = format!("{shown} was changed after it was made: its digest does not fit");
            return Err(PlanError::problem(message, again));
        }
        plan.check().map_err(|wrong| PlanError::problem(format!("{shown} is no plan: {wrong}"), again))?;
        Ok(plan)
    }

    /// Whether its units are such as [`make`] gives.
    fn check(&self) -> Result<(), String> {
        let count = self.units.len();
        if !(1..=MOST_UNITS).contains(&count) {
            return Err(format!("units: {count}; allowed: 1 to {MOST_UNITS}"));
        }
        for (place, unit) in self.units.iter().enumerate() {
            let told = |what: &str| Err(format!("units[{place}].{what}"));
            if unit.number as usize != place + 1 {
                return told(&format!("number: {}; allowed: {}", unit.number, place + 1));
            }
            // It names a folder, and may not lead elsewhere.
            let plain =
                |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
            if unit.name.is_empty() || !unit.name.chars().all(plain) {
                return told(&format!("name: {:?}; allowed: small letters, digits and hyphens", unit.name));
            }
            if unit.values.len() != self.varied.len() {
                return told(&format!("values: {}; allowed: {}", unit.values.len(), self.varied.len()));
            }
        }
        Ok(())
    }

    /// The plan with the digest of what it holds now.
    ///
    /// # Errors
    /// A fault of the program.
    pub fn sealed(mut self) -> Result<Self, PlanError> {
        self.digest = self.digest_now()?;
        Ok(self)
    }

    /// The plan as it stands in a file.
    ///
    /// # Errors
    /// A fault of the program.
    pub fn bytes(&self) -> Result<Vec<u8>, PlanError> {
        Ok((json::pretty(self).map_err(fault)? + "\n").into_bytes())
    }

    /// Writes the plan beside its place and renames it.
    ///
    /// # Errors
    /// A place that cannot be written.
    pub fn write(&self, path: &Path) -> Result<(), PlanError> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        if path.file_name().is_none() {
            let hint = "name a file to write, such as plan.json";
            return Err(PlanError::problem(format!("{} names no file", path.display()), hint));
        }
        let _alone = run_folder::alone(folder);
        Ok(run_folder::write_whole(path, &self.bytes()?)?)
    }

    /// What a unit is, in a few words.
    #[must_use]
    pub fn told(&self, unit: &Unit) -> String {
        let mut told = format!("unit {} of {}: seed {}", unit.number, self.units.len(), unit.seed);
        for (varied, value) in self.varied.iter().zip(&unit.values) {
            told.push_str(&format!(", {} = {value}", varied.parameter));
        }
        told
    }

    fn digest_now(&self) -> Result<String, PlanError> {
        let bare = Self { digest: String::new(), ..self.clone() };
        Ok(digest_of(&serde_json::to_vec(&bare).map_err(fault)?))
    }

    /// The values of the varied parameters in a combination of them.
    pub(super) fn values(&self, combination: usize) -> Vec<f64> {
        let mut rest = combination;
        let mut values: Vec<f64> = Vec::new();
        for varied in self.varied.iter().rev() {
            values.push(varied.values[rest % varied.values.len()]);
            rest /= varied.values.len();
        }
        values.reverse();
        values
    }

    /// The size of a unit with this seed.
    pub(super) fn size(&self, seed: u64) -> Size {
        Size { persons: self.persons, years: self.years, seed: Some(seed), seeds: 1 }
    }

    /// The study as it stands in the plan.
    pub(super) fn scenario(&self) -> Result<Scenario, PlanError> {
        Ok(bundle_of(&self.resolved, "the study of the plan")?)
    }
}

pub(super) fn text_of(bundle: &BundleFile) -> Result<String, PlanError> {
    toml::to_string(bundle).map_err(fault)
}
