//! Demerit shows what a regime does; it does not look for the regime that does it best.
//!
//! Two fences. No part of the program and no key of a file carries the name of a search or of a goal. And
//! every command has its purpose in a list here, so that a new one is looked at with the limits in mind
//! before it is let in.

use super::is_program;
use crate::tree::TextFile;
use serde_json::Value;

/// Beginnings of words that a search for the best is called by.
const GOALS: [&str; 9] =
    ["optimi", "maximi", "minimi", "fittest", "fitness", "genetic", "annealing", "objective", "argmax"];

/// The commands that the program may have, and what each is for.
const COMMANDS: [(&str, &str); 19] = [
    ("Run", "lives a study through beside its twin and says what the regime did"),
    (
        "Explore",
        "opens a page on this machine alone in which to look at made-up worlds, change them and understand them",
    ),
    ("Resume", "goes on with a run that was stopped"),
    ("Plan", "writes down which runs a sweep over seeds and stated values consists of"),
    ("Merge", "puts the parts of such a sweep together"),
    ("Check", "says whether files are right"),
    ("List", "says what there is"),
    ("Show", "prints a file of the catalogue"),
    ("Describe", "shows a society beside the published figures it came from"),
    ("Explain", "shares a measure's total out among the mechanisms that bring it about"),
    ("Ensemble", "draws everything that a study's files leave open and says how far each number goes"),
    (
        "Calibrate",
        "says which draws published aggregate figures rule out, and how far each number goes in the others",
    ),
    ("Claims", "says of each sentence of the report of 2018 what the simulation says to it"),
    ("Sensitivity", "says on which assumptions a measure hangs; it ranks assumptions, never regimes"),
    ("Report", "draws the report of a run"),
    ("Life", "tells one made-up life"),
    ("Validate", "holds simulated figures against published ones"),
    ("Schema", "prints the form of a kind of file"),
    ("Completions", "prints a script for a shell"),
];

/// Program text that names something after a search or a goal.
#[must_use]
pub fn searches(files: &[TextFile]) -> Vec<String> {
    let mut faults = Vec::new();
    for file in files.iter().filter(|file| is_program(file)) {
        for (index, line) in file.text.lines().enumerate() {
            if let Some(name) = declared(line).find(|name| names_a_goal(name)) {
                faults.push(format!("{}:{}: `{name}` is called after a goal to reach", file.path, index + 1));
            }
        }
    }
    faults
}

/// Names that a line of Rust declares: functions, types, modules, constants, fields and variants.
fn declared(line: &str) -> impl Iterator<Item = &str> {
    let line = line.trim_start();
    let is_code = !line.starts_with("//") && !line.starts_with("#[");
    let words = line.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
    let declares = ["fn ", "struct ", "enum ", "trait ", "mod ", "const ", "static ", "type "];
    let whole = is_code && declares.iter().any(|word| line.contains(word));
    let field = is_code && (line.starts_with("pub") || line.ends_with("),") || line.ends_with(','));
    words.filter(move |word| !word.is_empty() && (whole || field))
}

/// Whether one of a name's words begins as a goal does.
fn names_a_goal(name: &str) -> bool {
    let mut words = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() {
            words.push('_');
        }
        words.extend(letter.to_lowercase());
    }
    words.split(['_', '-']).any(|word| GOALS.iter().any(|goal| word.starts_with(goal)))
}

/// Keys of the files' schemas that set a goal.
#[must_use]
pub fn goals_in_schema(path: &str, schema: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    match schema {
        Value::Object(fields) => {
            if let Some(keys) = fields.get("properties").and_then(Value::as_object) {
                let goals = keys.keys().filter(|key| names_a_goal(key));
                faults.extend(goals.map(|key| format!("{path}: the key `{key}` sets a goal")));
            }
            faults.extend(fields.values().flat_map(|inner| goals_in_schema(path, inner)));
        }
        Value::Array(items) => faults.extend(items.iter().flat_map(|inner| goals_in_schema(path, inner))),
        _ => {}
    }
    faults
}

/// Commands in the text of the program's call that have no purpose in the list.
#[must_use]
pub fn commands_without_purpose(arguments: &str) -> Vec<String> {
    let commands = commands(arguments);
    if commands.is_empty() {
        return vec!["no command is found in the program's call".to_owned()];
    }
    let unlisted = commands.iter().filter(|command| COMMANDS.iter().all(|(name, _)| name != *command));
    unlisted
        .map(|name| format!("the command {name} has no purpose in tests/repo/src/limits/aims.rs"))
        .collect()
}

fn commands(arguments: &str) -> Vec<String> {
    let inside = arguments.split_once("enum Command {").map_or("", |(_, rest)| rest);
    let inside = inside.split_once("\n}").map_or("", |(body, _)| body);
    let name = |line: &str| {
        let end = line.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(line.len());
        line[..end].to_owned()
    };
    let lines = inside.lines().map(str::trim).filter(|line| line.starts_with(char::is_uppercase));
    lines.map(name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_search_for_the_best_is_found_by_its_name() {
        let found = |text: &str| searches(&[TextFile::new("crates/study/src/explain.rs", text)]).len();
        assert_eq!(found("pub fn optimise_regime(scenario: &Scenario) -> Scenario {"), 1);
        assert_eq!(found("    MaximizeCompliance(Goal),"), 1);
        assert_eq!(found("pub(crate) fitness: f64,"), 1);
        assert_eq!(found("mod genetic_search;"), 1);
        assert_eq!(found("// nothing is maximised here"), 0);
        assert_eq!(found("pub fn maximum(values: &[f64]) -> f64 {"), 0);
        let of_a_test = TextFile::new("crates/study/tests/explain.rs", "fn nothing_is_optimised() {");
        assert_eq!(searches(&[of_a_test]).len(), 0);
    }

    #[test]
    fn a_goal_in_a_file_is_found() {
        let schema =
            |key: &str| json!({ "$defs": { "study": { "properties": { key: { "type": "string" } } } } });
        assert_eq!(goals_in_schema("study", &schema("maximise")).len(), 1);
        assert_eq!(goals_in_schema("study", &schema("objective")).len(), 1);
        assert_eq!(goals_in_schema("study", &schema("measures")).len(), 0);
    }

    #[test]
    fn a_command_needs_a_purpose() {
        let call = "pub(crate) enum Command {\n    /// Runs\n    Run(Run),\n    /// Finds the best\n    Tune(Tune),\n}\n";
        let found = commands_without_purpose(call);
        assert_eq!(found, ["the command Tune has no purpose in tests/repo/src/limits/aims.rs"]);
        assert_eq!(commands_without_purpose("enum Other {}").len(), 1);
    }
}
