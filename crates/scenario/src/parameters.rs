//! Parameters: every figure of a file with its place, found by walking the file's own schema.

use crate::catalogue::{Kind, entries};
use crate::figure::{FIGURE_KEYWORD, Figure};
use crate::notes::ParameterNote;
use crate::regime::RegimeFile;
use crate::society::SocietyFile;
use crate::sources::citation;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// A figure and its place in the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Dotted place, such as `rules[3].points[0]`.
    pub key: String,
    /// The figure.
    pub figure: Figure,
    /// What it is, as the schema of its file says.
    pub about: String,
    /// The lowest and the highest value that the schema allows.
    pub limits: [Option<f64>; 2],
}

/// Every figure of the catalogue's societies and regimes.
#[must_use]
pub fn of_catalogue() -> Vec<ParameterNote> {
    let mut notes = Vec::new();
    for entry in entries(Kind::Society) {
        let Ok(file) = toml::from_str::<SocietyFile>(entry.text) else { continue };
        let name = format!("society {}", entry.name);
        notes.extend(of_file(&name, &file, &file.sources));
    }
    for entry in entries(Kind::Regime) {
        let Ok(file) = toml::from_str::<RegimeFile>(entry.text) else { continue };
        let name = format!("regime {}", entry.name);
        notes.extend(of_file(&name, &file, &file.sources));
    }
    notes
}

/// Every figure of a file as a note; `own` are the sources that the file itself names.
pub fn of_file<T: JsonSchema + Serialize>(
    name: &str,
    file: &T,
    own: &BTreeMap<String, String>,
) -> Vec<ParameterNote> {
    figures(file).into_iter().map(|found| note(name, found, own)).collect()
}

/// A figure of a file, as a note.
#[must_use]
pub fn note(file: &str, found: Found, own: &BTreeMap<String, String>) -> ParameterNote {
    let cited = found.figure.source.as_deref().and_then(|source| citation(source, own));
    ParameterNote {
        file: file.to_owned(),
        key: found.key,
        value: found.figure.value,
        range: found.figure.range,
        source: found.figure.source,
        status: cited.as_ref().map_or_else(|| "assumption".to_owned(), |cited| cited.1.clone()),
        citation: cited.map(|cited| cited.0),
    }
}

/// All figures of a file, in the order of its keys.
#[must_use]
pub fn figures<T: JsonSchema + Serialize>(file: &T) -> Vec<Found> {
    let schema = crate::schema_check::schema_of::<T>();
    let value = serde_json::to_value(file).unwrap_or(Value::Null);
    let mut found = Vec::new();
    walk(&schema, &schema, &value, (String::new(), ""), &mut found);
    found
}

/// Goes through a value beside its schema; `about` is what the schema says of the place, or of the nearest one around it.
fn walk<'a>(
    root: &'a Value,
    schema: &'a Value,
    value: &Value,
    (key, about): (String, &'a str),
    found: &mut Vec<Found>,
) {
    let about = schema.get("description").and_then(Value::as_str).unwrap_or(about);
    if let Some(target) = schema.get("$ref").and_then(Value::as_str) {
        if let Some(target) = target.strip_prefix('#').and_then(|path| root.pointer(path)) {
            walk(root, target, value, (key, about), found);
        }
        return;
    }
    if schema.get(FIGURE_KEYWORD).is_some() {
        if let Ok(figure) = serde_json::from_value(value.clone()) {
            let limits = ["minimum", "maximum"].map(|limit| schema.get(limit).and_then(Value::as_f64));
            found.push(Found { key, figure, about: about.to_owned(), limits });
        }
        return;
    }
    for branches in ["anyOf", "oneOf", "allOf"] {
        for branch in schema.get(branches).and_then(Value::as_array).into_iter().flatten() {
            if !value.is_null() {
                walk(root, branch, value, (key.clone(), about), found);
            }
        }
    }
    match value {
        Value::Object(fields) => {
            for (name, inner) in fields {
                let known = schema.get("properties").and_then(|all| all.get(name));
                if let Some(schema) = known.or_else(|| schema.get("additionalProperties")) {
                    let key = if key.is_empty() { name.clone() } else { format!("{key}.{name}") };
                    walk(root, schema, inner, (key, about), found);
                }
            }
        }
        Value::Array(items) => {
            if let Some(schema) = schema.get("items") {
                for (place, item) in items.iter().enumerate() {
                    walk(root, schema, item, (format!("{key}[{place}]"), about), found);
                }
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_found_wherever_they_stand() {
        let text = r#"
            title = "T"
            about = "A."
            scale = { start = 600, floor = 0, ceiling = { value = 800, range = [700, 900], source = "fico-high" } }
            [[rules]]
            name = "r"
            matter = "late-bill"
            points = [-20, -5]
            claim = "reported"
            source = "x"
            [spillover]
            reach = 1
            weights = { friend = 0.25 }
            claim = "reported"
            source = "x"
        "#;
        let file: RegimeFile = toml::from_str(text).unwrap();
        let found = figures(&file);
        let keys: Vec<(&str, f64)> = found.iter().map(|one| (one.key.as_str(), one.figure.value)).collect();
        let wanted = [
            ("scale.start", 600.0),
            ("scale.floor", 0.0),
            ("scale.ceiling", 800.0),
            ("rules[0].points[0]", -20.0),
            ("rules[0].points[1]", -5.0),
            ("spillover.weights.friend", 0.25),
        ];
        assert_eq!(keys, wanted);
        assert_eq!(found[2].figure.range, Some([700.0, 900.0]));
    }

    #[test]
    fn every_file_of_the_catalogue_has_figures() {
        let notes = of_catalogue();
        for kind in [Kind::Society, Kind::Regime] {
            for entry in entries(kind) {
                let name = format!("{kind} {}", entry.name);
                assert!(notes.iter().any(|note| note.file == name), "{name}");
            }
        }
    }

    #[test]
    fn a_society_of_the_catalogue_has_many() {
        let text = crate::catalogue::text(crate::catalogue::Kind::Society, "china-2020").unwrap();
        let file: SocietyFile = toml::from_str(text).unwrap();
        let found = figures(&file);
        assert!(found.len() > 60, "{}", found.len());
        assert!(
            found
                .iter()
                .any(|one| one.key == "cities.urban" && one.figure.source.as_deref() == Some("cn-urban"))
        );
    }
}
