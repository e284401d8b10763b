//! What is varied: a parameter of the study's society or regimes, and its values within the range that the
//! file declares.
//!
//! Model: `PARAMETER=FROM..TO/N` stands for N values, FROM and TO among them, with equal steps: the k-th is
//! `FROM + (TO − FROM)·k/(N − 1)`, k from 0. `PARAMETER=A,B,C` stands for those values. A parameter is named
//! by its path (`cities.cameras`), with the file in front where several have it
//! (`regime court-list: appeals.upheld_wrong`): see [`demerit_scenario::figures`].
//!
//! Leaves out: figures without a declared range, as nobody has said how far they may go.

use super::error::PlanError;
use demerit_scenario::draft::Draft;
use demerit_scenario::figures::Located;
use demerit_scenario::load::Scenario;
use serde::{Deserialize, Serialize};
use std::str::FromStr;

/// The most values of a parameter.
const MOST_VALUES: u32 = 1_000;

/// A parameter and the values that it is to have.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Varied {
    /// Name of the parameter.
    pub parameter: String,
    /// Its values.
    pub values: Vec<f64>,
}

const FORM: &str = "write PARAMETER=FROM..TO/N, such as cities.cameras=40..170/5, or PARAMETER=A,B,C";

impl FromStr for Varied {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (parameter, said) = text.split_once('=').ok_or_else(|| format!("no values are given; {FORM}"))?;
        let parameter = parameter.trim();
        if parameter.is_empty() {
            return Err(format!("no parameter is named; {FORM}"));
        }
        let values = match said.split_once("..") {
            Some((from, rest)) => stepped(from, rest)?,
            None => said.split(',').map(number).collect::<Result<Vec<f64>, String>>()?,
        };
        let varied = Self { parameter: parameter.to_owned(), values };
        varied.check().map(|()| varied)
    }
}

impl Varied {
    /// Whether it has so many values as are allowed, and each once.
    fn check(&self) -> Result<(), String> {
        let (values, most) = (&self.values, MOST_VALUES as usize);
        if !(1..=most).contains(&values.len()) {
            return Err(format!("{} values; allowed are 1 to {most}", values.len()));
        }
        let twice = (1..values.len()).find(|&place| values[..place].contains(&values[place]));
        twice.map_or(Ok(()), |place| {
            Err(format!("the value {} is given twice; give each once", values[place]))
        })
    }
}

fn stepped(from: &str, rest: &str) -> Result<Vec<f64>, String> {
    let (to, count) = rest.split_once('/').ok_or_else(|| format!("how many values is not said; {FORM}"))?;
    let (from, to) = (number(from)?, number(to)?);
    let allowed = format!("allowed is a whole number from 2 to {MOST_VALUES}");
    let count: u32 = count.trim().parse().map_err(|_| format!("`{count}` values; {allowed}"))?;
    if !(2..=MOST_VALUES).contains(&count) {
        return Err(format!("{count} values; {allowed}"));
    }
    if from >= to {
        return Err(format!("{from} is not below {to}; give the lower end first"));
    }
    let last = count - 1;
    let value = |step: u32| from + (to - from) * f64::from(step) / f64::from(last);
    Ok((0..last).map(value).chain([to]).collect())
}

fn number(text: &str) -> Result<f64, String> {
    let number = text.trim().parse::<f64>().ok().filter(|number| number.is_finite());
    number.ok_or_else(|| format!("`{text}` is not a number; {FORM}"))
}

/// The figures that are to be varied, each value held against the declared range.
pub(super) fn figures(scenario: &Scenario, varied: &[Varied]) -> Result<Vec<Located>, PlanError> {
    let mut found: Vec<Located> = Vec::new();
    for one in varied {
        one.check().map_err(|wrong| PlanError::Call(format!("{}: {wrong}", one.parameter)))?;
        let figure = scenario.figure(&one.parameter).map_err(|fault| {
            let hint = fault.hint.unwrap_or_else(|| "`demerit list parameters` tells their names".to_owned());
            PlanError::problem(fault.message, hint)
        })?;
        let name = figure.name();
        if found.iter().any(|other| other.name() == name) {
            return Err(PlanError::Call(format!("{name} is varied twice; give all its values at once")));
        }
        let Some([low, high]) = figure.range else {
            let message = format!("{name} has no declared range, so that nobody has said how far it may go");
            let hint = "declare it in the file: { value = …, range = [low, high] }; `demerit list parameters` tells which have one";
            return Err(PlanError::problem(message, hint));
        };
        if let Some(value) = one.values.iter().find(|value| !(low..=high).contains(*value)) {
            let message = format!("{name} = {value}: the file declares the range {low} to {high}");
            return Err(PlanError::problem(message, "stay within it, or widen it in the file"));
        }
        found.push(figure);
    }
    Ok(found)
}

/// The study with other values, without persons, years and seed of the unit.
pub(super) fn with_values(
    base: &Scenario,
    figures: &[Located],
    values: &[f64],
) -> Result<Scenario, PlanError> {
    let mut draft = Draft::of(base);
    let mut said = Vec::new();
    for (figure, &value) in figures.iter().zip(values) {
        said.push(format!("{} = {value}", figure.name()));
        draft.set(figure, value);
    }
    Ok(draft.resolve(&format!("the study with {}", said.join(", ")))?)
}
