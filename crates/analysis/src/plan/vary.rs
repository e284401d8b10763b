//! What is varied: a parameter of the study's society or regimes, and its values within the range that the file declares.
//!
//! Model: `PARAMETER=FROM..TO/N` stands for N values, FROM and TO among them, with equal steps: the k-th is
//! `FROM + (TO − FROM)·k/(N − 1)`, k from 0. `PARAMETER=A,B,C` stands for those values. A parameter is named by its place in its file
//! (`cities.cameras`), with the file in front where several have it (`regime court-list: appeals.upheld_wrong`).
//!
//! Leaves out: figures without a declared range, as nobody has said how far they may go.

use super::PlanError;
use demerit_scenario::load::Scenario;
use demerit_scenario::parameters::figures;
use demerit_scenario::schema_check::did_you_mean;
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

/// Where a parameter stands in a bundle.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// Name with its file.
    pub(super) name: String,
    key: String,
    /// Place of its value as a JSON pointer.
    pub(super) pointer: String,
    range: Option<[f64; 2]>,
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
        if values.len() > MOST_VALUES as usize {
            return Err(format!("{} values; allowed are at most {MOST_VALUES}", values.len()));
        }
        for (place, value) in values.iter().enumerate() {
            if values[..place].contains(value) {
                return Err(format!("the value {value} is given twice; give each once"));
            }
        }
        Ok(Self { parameter: parameter.to_owned(), values })
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

/// The places of what is to be varied, each value held against the declared range.
pub(super) fn places(scenario: &Scenario, varied: &[Varied]) -> Result<Vec<Place>, PlanError> {
    let all = all(scenario);
    let mut found: Vec<Place> = Vec::new();
    for one in varied {
        let place = place(&all, &one.parameter)?;
        if found.iter().any(|other| other.name == place.name) {
            return Err(PlanError::Call(format!(
                "{} is varied twice; give all its values at once",
                place.name
            )));
        }
        let Some([low, high]) = place.range else {
            let message =
                format!("{} has no declared range, so that nobody has said how far it may go", place.name);
            let hint = "declare it in the file: { value = …, range = [low, high] }; `demerit list parameters` tells which have one";
            return Err(PlanError::problem(message, hint));
        };
        if let Some(value) = one.values.iter().find(|value| !(low..=high).contains(*value)) {
            let message = format!("{} = {value}: the file declares the range {low} to {high}", place.name);
            return Err(PlanError::problem(message, "stay within it, or widen it in the file"));
        }
        found.push(place.clone());
    }
    Ok(found)
}

fn place<'a>(all: &'a [Place], name: &str) -> Result<&'a Place, PlanError> {
    let named: Vec<&Place> = all.iter().filter(|place| place.name == name || place.key == name).collect();
    match *named {
        [one] => Ok(one),
        [] => {
            let candidates = all.iter().flat_map(|place| [place.key.as_str(), place.name.as_str()]);
            let near = did_you_mean(name, candidates).map(|near| format!("did you mean `{near}`?"));
            let hint = near.unwrap_or_else(|| "`demerit list parameters` tells their names".to_owned());
            Err(PlanError::problem(format!("no file of the study has a parameter `{name}`"), hint))
        }
        _ => {
            let names: Vec<String> = named.iter().map(|place| format!("`{}`", place.name)).collect();
            let message = format!("`{name}` stands in several files of the study");
            Err(PlanError::problem(message, format!("name the file too: {}", names.join(" or "))))
        }
    }
}

/// Every figure of the society and of the regimes of a study.
fn all(scenario: &Scenario) -> Vec<Place> {
    let mut all = Vec::new();
    let mut add = |file: String, at: String, found: Vec<demerit_scenario::parameters::Found>| {
        all.extend(found.into_iter().map(|one| {
            // A figure with more than its value is a table in the file, and in the tree.
            let is_table =
                one.figure.range.is_some() || one.figure.source.is_some() || one.figure.note.is_some();
            let end = if is_table { "/value" } else { "" };
            Place {
                name: format!("{file}: {}", one.key),
                pointer: format!("{at}{}{end}", pointer(&one.key)),
                range: one.figure.range,
                key: one.key,
            }
        }));
    };
    add(format!("society {}", scenario.study.society), "/society".to_owned(), figures(&scenario.society));
    for (name, regime) in &scenario.regimes {
        let step = name.replace('~', "~0").replace('/', "~1");
        add(format!("regime {name}"), format!("/regimes/{step}"), figures(regime));
    }
    all
}

/// A dotted place as a JSON pointer.
fn pointer(key: &str) -> String {
    key.split('.').fold(String::new(), |pointer, step| {
        let step = step.replace('~', "~0").replace('/', "~1");
        format!("{pointer}/{}", step.replace('[', "/").replace(']', ""))
    })
}
