//! The cases as written: what each is called, whether a test or the program runs it, and what its figures
//! tolerate.

use super::page::{Named, number};
use crate::outcome::Outcome;
use crate::place;
use std::path::{Path, PathBuf};
use toml::{Table, Value};

/// A case of `validation/`.
pub(super) struct Case {
    /// Its file.
    pub(super) file: PathBuf,
    pub(super) id: String,
    pub(super) title: String,
    /// The test that holds it; none where the program runs a study.
    pub(super) test: Option<Test>,
    pub(super) figures: Vec<Named>,
}

/// A test that holds a case.
pub(super) struct Test {
    /// `closed-form` or `conformance`.
    pub(super) kind: String,
    pub(super) package: String,
    pub(super) target: String,
    pub(super) name: String,
}

/// All cases under a folder, by name.
pub(super) fn all(folder: &str) -> Outcome<Vec<Case>> {
    let files = place::files_under(&place::root().join(folder), "toml")?;
    let cases: Outcome<Vec<Case>> =
        files.iter().filter(|file| file.ends_with("case.toml")).map(|file| read(file)).collect();
    cases.and_then(
        |cases| if cases.is_empty() { Err(format!("there is no case in `{folder}`")) } else { Ok(cases) },
    )
}

fn read(file: &Path) -> Outcome<Case> {
    let told = |fault: String| format!("{}: {fault}", file.display());
    let text = std::fs::read_to_string(file).map_err(|fault| told(fault.to_string()))?;
    let table: Table = toml::from_str(&text).map_err(|fault| told(fault.to_string()))?;
    let case = of(&table, file).map_err(told)?;
    let folder = file.parent().and_then(Path::file_name).unwrap_or_default();
    if folder == case.id.as_str() { Ok(case) } else { Err(told(format!("it calls itself `{}`", case.id))) }
}

fn of(table: &Table, file: &Path) -> Outcome<Case> {
    let test = match table.get("test") {
        None => None,
        Some(_) => {
            let kind = text(table, "kind")?;
            if !["closed-form", "conformance"].contains(&kind.as_str()) {
                return Err(format!(
                    "a test holds a case of kind `closed-form` or `conformance`, and none of kind `{kind}`"
                ));
            }
            let (package, target, name) =
                (text(table, "package")?, text(table, "target")?, text(table, "test")?);
            Some(Test { kind, package, target, name })
        }
    };
    let figures = table.get("figures").and_then(Value::as_array).ok_or("it has no figures")?;
    let figure = |figure: &Value| {
        let figure = figure.as_table().ok_or("a figure is a table")?;
        // What the program runs has its words in the list of facts.
        let words = |key: &str| if test.is_some() { text(figure, key) } else { Ok(String::new()) };
        let tolerance = figure.get("tolerance").and_then(in_words).ok_or(
            "a tolerance is a number, \"exact\", { within = NUMBER } or { standard-errors = NUMBER }",
        )?;
        Ok(Named { id: text(figure, "id")?, quantity: words("quantity")?, unit: words("unit")?, tolerance })
    };
    let figures: Outcome<Vec<Named>> = figures.iter().map(figure).collect();
    Ok(Case {
        file: file.to_owned(),
        id: text(table, "id")?,
        title: text(table, "title")?,
        figures: figures?,
        test,
    })
}

fn text(table: &Table, key: &str) -> Outcome<String> {
    table.get(key).and_then(Value::as_str).map(str::to_owned).ok_or_else(|| format!("`{key}` is missing"))
}

/// A tolerance in words; nothing where it is none.
fn in_words(tolerance: &Value) -> Option<String> {
    let size = |value: &Value| value.as_float().or_else(|| value.as_integer().map(|whole| whole as f64));
    if let Some(within) = size(tolerance).or_else(|| tolerance.get("within").and_then(size)) {
        return Some(format!("± {}", number(within)));
    }
    if let Some(errors) = tolerance.get("standard-errors").and_then(size) {
        return Some(format!("± {} standard errors", number(errors)));
    }
    (tolerance.as_str() == Some("exact")).then(|| "exact".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "id = \"one\"\ntitle = \"One\"\n";
    const TEST: &str = "kind = \"conformance\"\npackage = \"p\"\ntarget = \"t\"\ntest = \"a::b\"\n";
    const FIGURE: &str = "[[figures]]\nid = \"f\"\nquantity = \"q\"\nunit = \"u\"\n";

    fn case(text: &str) -> Outcome<Case> {
        of(&toml::from_str(text).unwrap(), Path::new("case.toml"))
    }

    #[test]
    fn tolerances_in_words() {
        for (written, words) in [
            ("0.05", "± 0.05"),
            ("1", "± 1"),
            ("{ within = 0.01 }", "± 0.01"),
            ("{ standard-errors = 4 }", "± 4 standard errors"),
            ("\"exact\"", "exact"),
        ] {
            let case = case(&format!("{HEAD}{TEST}{FIGURE}tolerance = {written}\n")).unwrap();
            assert_eq!(case.figures[0].tolerance, words);
        }
        for written in ["\"roughly\"", "{ about = 1 }", "true"] {
            assert!(case(&format!("{HEAD}{TEST}{FIGURE}tolerance = {written}\n")).is_err(), "{written}");
        }
    }

    #[test]
    fn a_case_names_what_it_needs() {
        let figure = format!("{FIGURE}tolerance = 1\n");
        assert_eq!(case(&format!("{HEAD}{TEST}{figure}")).unwrap().test.unwrap().name, "a::b");
        assert!(case(&format!("{HEAD}{figure}")).unwrap().test.is_none());
        for missing in ["kind", "package", "target"] {
            let test = TEST.lines().filter(|line| !line.starts_with(missing)).collect::<Vec<_>>().join("\n");
            let told = case(&format!("{HEAD}{test}\n{figure}")).err().unwrap();
            assert!(told.contains(missing), "{told}");
        }
        assert!(case(HEAD).is_err());
        assert!(case(&format!("{HEAD}{}{figure}", TEST.replace("conformance", "fitted"))).is_err());
    }
}
