//! Validation: a case names a published figure, says what is simulated, and within which tolerance the two
//! have to agree.
//!
//! Model: a case is run with several seeds. For each figure the mean over the seeds is set beside the
//! published value; the case holds where they differ by no more than the tolerance, which stands in the
//! case's file and was fixed before the result was seen. The interval is that of the mean at 95 %, by
//! Student's t over the seeds.
//!
//! Symbols: values in the unit of the published figure; tolerance in the same unit, at least 0.
//!
//! Source: the published figures are rows of the list of facts. Which of them the scenario files were fitted
//! to, a case says.
//!
//! Leaves out: the uncertainty of the published figure itself, unless its case puts it into the tolerance.

mod case;
mod embedded;
mod probe;
pub(crate) mod take;

pub use case::{CaseFile, DiscrepancyFile, FigureFile, How, TakeFile};
pub use embedded::{Case, cases};

use demerit_measures::estimate::Estimate;
use demerit_scenario::faults::Faults;
use demerit_scenario::load::LoadError;
use demerit_scenario::schema_check;
use demerit_scenario::sources::facts;
use demerit_worlds::LiveError;
use serde::Serialize;
use std::path::Path;

/// What came of a case.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CaseResult {
    /// Name.
    pub id: String,
    /// Title for people.
    pub title: String,
    /// Persons simulated.
    pub persons: u32,
    /// Seeds.
    pub seeds: u32,
    /// Its figures.
    pub figures: Vec<FigureResult>,
}

/// What came of a figure.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FigureResult {
    /// Name within the case.
    pub id: String,
    /// What was counted or measured, by the list of facts.
    pub quantity: String,
    /// Name in the list of facts.
    pub fact: String,
    /// The published value.
    pub published: f64,
    /// Its unit.
    pub unit: String,
    /// Where it was published.
    pub source: String,
    /// Whether a scenario file was fitted to it.
    pub kind: How,
    /// Largest difference at which the figure holds.
    pub tolerance: f64,
    /// Why this tolerance.
    pub why: String,
    /// Mean over the seeds; `None` where nothing could be measured.
    pub simulated: Option<f64>,
    /// The ends of its interval; `None` with a single seed.
    pub interval: Option<[f64; 2]>,
    /// The values, one for each seed.
    pub values: Vec<f64>,
    /// Whether mean and published value differ by no more than the tolerance.
    pub verdict: Verdict,
}

/// Whether a figure holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Within the tolerance.
    Inside,
    /// Beyond it.
    Outside,
    /// There was nothing to measure.
    NotMeasured,
}

/// Runs the case that a file describes.
///
/// # Errors
/// Every fault of the case's file and of the files that it names; a society that cannot be built.
pub fn case(path: &Path, threads: Option<usize>) -> Result<CaseResult, LiveError> {
    let file = file(path)?;
    let values = take::values(&file, path.parent(), threads)?;
    let figures = file.figures.iter().zip(values).map(|(figure, values)| result(figure, values)).collect();
    Ok(CaseResult { id: file.id, title: file.title, persons: file.persons, seeds: file.seeds, figures })
}

/// Reads the file of a case and checks it, without running anything.
///
/// # Errors
/// Every fault of the file; a file that cannot be read.
pub fn file(path: &Path) -> Result<CaseFile, LoadError> {
    let unread = |source| LoadError::Io { path: path.to_owned(), source };
    let bytes = demerit_study::outside::read(path, schema_check::LARGEST_TEXT as u64).map_err(unread)?;
    let text = String::from_utf8(bytes).map_err(|error| unread(std::io::Error::other(error)))?;
    if held_by_a_test(&text) {
        let hint = Some("`cargo xtask validate` runs it, with all the others".to_owned());
        return Err(Faults::of_file(&path.display().to_string(), "a test holds this case", hint).into());
    }
    read(&text, &path.display().to_string())
}

fn read(text: &str, path: &str) -> Result<CaseFile, LoadError> {
    let (file, tree) = schema_check::check::<CaseFile>(text, path)?;
    let mut faults = tree.faults();
    file.check(&tree, &mut faults);
    Ok(faults.or(file)?)
}

/// Whether a case names a test of the repository, which only developers can run.
#[must_use]
pub fn held_by_a_test(text: &str) -> bool {
    text.lines().any(|line| line.strip_prefix("test").is_some_and(|rest| rest.trim_start().starts_with('=')))
}

fn result(figure: &FigureFile, values: Vec<f64>) -> FigureResult {
    let fact = &facts()[&figure.fact];
    let estimate = Estimate::of(&values);
    let simulated = estimate.map(|one| one.value);
    let verdict = simulated.map_or(Verdict::NotMeasured, |mean| {
        let inside = (mean - fact.value).abs() <= figure.tolerance;
        if inside { Verdict::Inside } else { Verdict::Outside }
    });
    FigureResult {
        id: figure.id.clone(),
        quantity: fact.quantity.clone(),
        fact: fact.id.clone(),
        published: fact.value,
        unit: fact.unit.clone(),
        source: fact.source.clone(),
        kind: figure.kind,
        tolerance: figure.tolerance,
        why: figure.why.clone(),
        simulated,
        interval: estimate.and_then(|one| one.interval),
        values,
        verdict,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interval_is_students_and_one_seed_has_none() {
        let one = result(&figure(1.0), vec![2.0]);
        assert_eq!((one.simulated, one.interval), (Some(2.0), None));
        let three = result(&figure(1.0), vec![1.0, 2.0, 3.0]);
        // The spread is 1, the standard error 1/√3.
        assert!((three.interval.unwrap()[1] - 2.0 - 4.303 / libm::sqrt(3.0)).abs() < 1e-9);
    }

    fn figure(tolerance: f64) -> FigureFile {
        let text = format!(
            "id = \"f\"\nfact = \"cn-urban\"\nkind = \"fitted\"\ntolerance = {tolerance}\nwhy = \"w\"\ndiscrepancy = {{ model = 0.1, why = \"d\" }}\ndescribe = \"d\"\n"
        );
        toml::from_str(&text).unwrap()
    }

    #[test]
    fn a_figure_holds_within_its_tolerance_only() {
        assert_eq!(result(&figure(0.01), vec![0.63, 0.64]).verdict, Verdict::Inside);
        let outside = result(&figure(0.001), vec![0.63, 0.65]);
        assert_eq!((outside.verdict, outside.published), (Verdict::Outside, 0.6389));
        assert!(outside.interval.is_some_and(|[low, high]| low < 0.64 && high > 0.64));
        assert_eq!(result(&figure(1.0), Vec::new()).verdict, Verdict::NotMeasured);
    }
}
