//! What stands in a plan, how it is read, checked and written, and the units that are made of it.
//!
//! No unit stands in the file: its seed and values follow from its number, its study from these, and the name
//! of its folder from its study. A combination of values is resolved once for all its seeds.

use super::error::{PlanError, fault};
use super::vary::{self, Varied};
use demerit_scenario::figures::Located;
use demerit_scenario::load::BundleFile;
use demerit_scenario::load::{Scenario, bundle_of};
use demerit_scenario::shown::json;
use demerit_study::run::RunError;
use demerit_study::{outside, run_folder};
use demerit_worlds::manifest::{digest_of, name_of};
use demerit_worlds::{LiveError, Size, sized};
use serde::{Deserialize, Serialize};
use std::path::Path;
use std::rc::Rc;

/// Version of the form of a plan.
pub(super) const FORMAT: u32 = 2;

/// Name of a plan's copy in the folders of its shards.
pub const FILE: &str = "plan.json";

/// The most units of a plan.
pub(super) const MOST_UNITS: usize = 10_000;
/// The longest command, in bytes.
const LONGEST_COMMAND: usize = 1 << 16;

/// A list of work, as it stands in its file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanFile {
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
    /// Seeds of each combination of values.
    pub seeds: Seeds,
    /// Parameters that are varied, with their values.
    pub varied: Vec<Varied>,
    /// The study with its society and regimes, in TOML.
    pub resolved: String,
}

/// Seeds that follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seeds {
    /// The first.
    pub first: u64,
    /// How many.
    pub count: u32,
}

/// A list of work of which every unit can be made.
#[derive(Debug)]
pub struct Plan {
    /// What stands in its file.
    pub file: PlanFile,
    /// The study, without the values and size of a unit.
    base: Scenario,
    /// What is varied, in the order of the file.
    figures: Vec<Located>,
}

/// A run of a plan.
#[derive(Clone, Debug, PartialEq)]
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

/// A unit with what it is run from.
pub struct Made {
    /// The unit.
    pub unit: Unit,
    /// The study with its values.
    pub study: Rc<Scenario>,
    /// What it is run with instead of what the study says.
    pub size: Size,
    /// The study in that size.
    pub sized: Scenario,
}

impl PlanFile {
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

    fn digest_now(&self) -> Result<String, PlanError> {
        let bare = Self { digest: String::new(), ..self.clone() };
        Ok(digest_of(&serde_json::to_vec(&bare).map_err(fault)?))
    }

    /// Persons, years and seeds.
    fn size(&self) -> Size {
        let Seeds { first, count } = self.seeds;
        Size { persons: self.persons, years: self.years, seed: Some(first), seeds: count }
    }
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
        let no_plan =
            |wrong: &dyn std::fmt::Display| PlanError::problem(format!("{shown} is no plan: {wrong}"), again);
        // The form comes first: another one has other words.
        let form: Form = serde_json::from_slice(bytes).map_err(|fault| no_plan(&fault))?;
        if form.format != FORMAT {
            let message = format!("{shown} has the form {}; this program reads {FORMAT}", form.format);
            return Err(PlanError::problem(message, again));
        }
        let file: PlanFile = serde_json::from_slice(bytes).map_err(|fault| no_plan(&fault))?;
        if file.version != env!("CARGO_PKG_VERSION") {
            let (made, here) = (&file.version, env!("CARGO_PKG_VERSION"));
            let message = format!("{shown} was made by version {made}, and this is {here}");
            let hint = "one version makes, runs and merges a plan; make it again, or take that version";
            return Err(PlanError::problem(message, hint));
        }
        if file.digest != file.digest_now()? {
            let message = format!("{shown} was changed after it was made: its digest does not fit");
            return Err(PlanError::problem(message, again));
        }
        Self::of(file).map_err(|wrong| match wrong {
            // Faults of the study are told in their places.
            PlanError::Run(RunError::Live(LiveError::Load(_))) => wrong,
            other => no_plan(&other),
        })
    }

    /// The plan of a file, if every field is within its range.
    ///
    /// # Errors
    /// The field that is not.
    pub(super) fn of(file: PlanFile) -> Result<Self, PlanError> {
        let base = bundle_of(&file.resolved, "resolved")?;
        if file.study != base.study.name {
            let message =
                format!("study: `{}`; the study under `resolved` is `{}`", file.study, base.study.name);
            return Err(PlanError::Call(message));
        }
        if file.command.len() > LONGEST_COMMAND {
            let message = format!("command: {} bytes; allowed: {LONGEST_COMMAND}", file.command.len());
            return Err(PlanError::Call(message));
        }
        let figures = vary::figures(&base, &file.varied)?;
        let combinations = file.varied.iter().map(|one| one.values.len()).fold(1, usize::saturating_mul);
        let units = combinations.saturating_mul(file.seeds.count as usize);
        if units > MOST_UNITS {
            let message =
                format!("{units} units: a plan has at most {MOST_UNITS}; take fewer seeds or values");
            return Err(PlanError::Call(message));
        }
        sized(&base, &file.size())?;
        Ok(Self { file, base, figures })
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
        Ok(run_folder::write_whole(path, &self.file.bytes()?)?)
    }

    /// How many units it has.
    #[must_use]
    pub fn count(&self) -> u32 {
        self.combinations() * self.file.seeds.count
    }

    /// How many combinations of values it has.
    fn combinations(&self) -> u32 {
        self.file.varied.iter().map(|one| one.values.len() as u32).product()
    }

    /// What a unit is, in a few words.
    #[must_use]
    pub fn told(&self, unit: &Unit) -> String {
        let mut told = format!("unit {} of {}: seed {}", unit.number, self.count(), unit.seed);
        for (varied, value) in self.file.varied.iter().zip(&unit.values) {
            told.push_str(&format!(", {} = {value}", varied.parameter));
        }
        told
    }

    /// Makes the units whose numbers are wanted.
    pub fn units(&self, wanted: impl Fn(u32) -> bool) -> impl Iterator<Item = Result<Made, PlanError>> {
        let mut at: Option<(u32, Rc<Scenario>)> = None;
        (1..=self.count()).filter(move |number| wanted(*number)).map(move |number| {
            let [combination, place] =
                [(number - 1) / self.file.seeds.count, (number - 1) % self.file.seeds.count];
            let study = match at.take().filter(|(other, _)| *other == combination) {
                Some((_, study)) => study,
                None => Rc::new(self.study(combination)?),
            };
            at = Some((combination, Rc::clone(&study)));
            let seed = self.file.seeds.first + u64::from(place);
            let size = Size { seed: Some(seed), seeds: 1, ..self.file.size() };
            let sized = sized(&study, &size)?;
            let scenario = digest_of(text_of(&sized.bundle())?.as_bytes());
            let name = name_of(&sized.study, &scenario, 1);
            let unit = Unit { number, name, seed, values: self.values(combination), scenario };
            Ok(Made { unit, study, size, sized })
        })
    }

    /// Sees that every combination of values makes a study.
    ///
    /// # Errors
    /// The first that makes none.
    pub(super) fn try_all(&self) -> Result<(), PlanError> {
        let tried = |one| sized(&self.study(one)?, &self.file.size()).map_err(PlanError::from);
        (0..self.combinations()).try_for_each(|one| tried(one).map(drop))
    }

    /// The study with a combination of values.
    fn study(&self, combination: u32) -> Result<Scenario, PlanError> {
        vary::with_values(&self.base, &self.figures, &self.values(combination))
    }

    /// The values of the varied parameters in a combination of them.
    fn values(&self, combination: u32) -> Vec<f64> {
        let mut rest = combination as usize;
        let mut values: Vec<f64> = Vec::new();
        for varied in self.file.varied.iter().rev() {
            values.push(varied.values[rest % varied.values.len()]);
            rest /= varied.values.len();
        }
        values.reverse();
        values
    }
}

/// The form of a plan alone.
#[derive(Deserialize)]
struct Form {
    format: u32,
}

pub(super) fn text_of(bundle: &BundleFile) -> Result<String, PlanError> {
    toml::to_string(bundle).map_err(fault)
}
