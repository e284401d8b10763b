//! A validation case that a test holds: its figures with their tolerances are read from `validation/`, told, and asserted.
//!
//! Each figure is told as one line of JSON on the standard output, which `cargo xtask validate` gathers. A figure holds where the mean over
//! the seeds lies within the tolerance of the expected value; the interval is that of the mean at 95 %, by Student's t.

use std::path::Path;

/// How far the mean may lie from what is expected.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Tolerance {
    /// Not at all.
    Exact,
    /// So far, in the figure's unit.
    Within(f64),
    /// So many standard errors of the mean.
    StandardErrors(f64),
}

impl Tolerance {
    fn read(figure: &toml::Table) -> Option<Self> {
        let number = |key: &str| {
            let number = figure["tolerance"].get(key)?;
            let number = number.as_float().or_else(|| number.as_integer().map(|whole| whole as f64))?;
            (number > 0.0).then_some(number)
        };
        if figure["tolerance"].as_str() == Some("exact") {
            return Some(Self::Exact);
        }
        number("within").map(Self::Within).or_else(|| number("standard-errors").map(Self::StandardErrors))
    }

    fn admits(self, difference: f64, error: f64) -> bool {
        match self {
            Self::Exact => difference == 0.0,
            Self::Within(most) => difference <= most,
            Self::StandardErrors(most) => difference <= most * error,
        }
    }
}

/// A case that is being held.
pub(crate) struct Case {
    id: String,
    figures: Vec<(String, Tolerance)>,
    told: Vec<String>,
    faults: Vec<String>,
}

impl Case {
    /// Reads the figures of a case.
    pub(crate) fn open(id: &str) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../validation").join(id);
        let text = std::fs::read_to_string(folder.join("case.toml")).expect("the file of the case");
        let file: toml::Table = toml::from_str(&text).expect("a case");
        assert_eq!(file["id"].as_str(), Some(id), "a case has the name of its folder");
        assert!(folder.join("README.md").is_file(), "{id} has no page for people");
        let figure = |figure: &toml::Value| {
            let figure = figure.as_table().expect("a figure");
            for key in ["id", "quantity", "unit", "why"] {
                assert!(figure[key].as_str().is_some_and(|text| !text.is_empty()), "{id}: {key}");
            }
            let tolerance = Tolerance::read(figure).unwrap_or_else(|| panic!("{id}: {figure:?}"));
            (figure["id"].as_str().unwrap_or_default().to_owned(), tolerance)
        };
        let figures = file["figures"].as_array().expect("figures").iter().map(figure).collect();
        Self { id: id.to_owned(), figures, told: Vec::new(), faults: Vec::new() }
    }

    /// Tells a figure: what is expected, and one value for each seed.
    pub(crate) fn figure(&mut self, id: &str, expected: f64, values: &[f64]) {
        let known = self.figures.iter().find(|figure| figure.0 == id);
        let tolerance = known.unwrap_or_else(|| panic!("{} has no figure {id}", self.id)).1;
        let (mean, error) = estimate(values);
        assert!(expected.is_finite() && mean.is_finite(), "{}/{id}: {mean} for {expected}", self.id);
        let half = STUDENT.get(values.len().wrapping_sub(2)).map(|t| t * error);
        let end = |end: Option<f64>| end.map_or_else(|| "null".to_owned(), |end| format!("{end:?}"));
        let holds = tolerance.admits((mean - expected).abs(), error);
        println!(
            r#"{{"case":"{}","figure":"{id}","expected":{expected:?},"simulated":{mean:?},"low":{},"high":{},"seeds":{},"holds":{holds}}}"#,
            self.id,
            end(half.map(|half| mean - half)),
            end(half.map(|half| mean + half)),
            values.len(),
        );
        if !holds {
            self.faults.push(format!("{id}: {mean} ± {error} for {expected}, {tolerance:?}"));
        }
        self.told.push(id.to_owned());
    }

    /// Asserts that every figure of the case was told once, and that all hold.
    pub(crate) fn close(self) {
        let named: Vec<&String> = self.figures.iter().map(|figure| &figure.0).collect();
        assert_eq!(self.told.iter().collect::<Vec<_>>(), named, "{}: figures told and named", self.id);
        assert!(self.faults.is_empty(), "{}:\n{}", self.id, self.faults.join("\n"));
    }
}

/// Upper 2.5 % points of Student's t with 1 to 19 degrees of freedom.
const STUDENT: [f64; 19] = [
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131,
    2.120, 2.110, 2.101, 2.093,
];

/// Mean and its standard error; the error of a single value is 0.
fn estimate(values: &[f64]) -> (f64, f64) {
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    let squares: f64 = values.iter().map(|value| (value - mean) * (value - mean)).sum();
    (mean, f64::sqrt(squares / (count - 1.0).max(1.0) / count))
}

#[test]
fn estimates_by_hand() {
    assert_eq!(estimate(&[7.0]), (7.0, 0.0));
    // The spread is 1.
    let (mean, error) = estimate(&[1.0, 2.0, 3.0]);
    assert!((mean - 2.0).abs() < 1e-12 && (error - f64::sqrt(1.0 / 3.0)).abs() < 1e-12);
}

#[test]
fn what_is_beyond_the_tolerance_does_not_hold() {
    assert!(Tolerance::Exact.admits(0.0, 1.0) && !Tolerance::Exact.admits(1e-12, 1.0));
    assert!(Tolerance::Within(0.1).admits(0.1, 0.0) && !Tolerance::Within(0.1).admits(0.11, 9.0));
    let four = Tolerance::StandardErrors(4.0);
    assert!(four.admits(0.4, 0.1) && !four.admits(0.41, 0.1));
}
