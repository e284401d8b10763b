//! What is told of scenarios that are right as files and cannot do what they say.

use demerit_scenario::catalogue::{Kind, names, text};
use demerit_scenario::faults::Fault;
use demerit_scenario::load::{self, Files, NoFiles, Warning};
use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::Path;

/// Files of a test, by name.
struct Shelf(BTreeMap<&'static str, String>);

impl Files for Shelf {
    fn read(&self, path: &Path, _: u64) -> std::io::Result<Vec<u8>> {
        let name = path.to_str().unwrap();
        self.0.get(name).map(|text| text.clone().into_bytes()).ok_or_else(|| ErrorKind::NotFound.into())
    }
}

/// A regime of the catalogue with some texts replaced.
fn altered(regime: &str, changes: &[(&str, &str)]) -> String {
    let mut text = text(Kind::Regime, regime).unwrap().to_owned();
    for (old, new) in changes {
        assert!(text.contains(old), "{regime} has no `{old}`");
        text = text.replacen(old, new, 1);
    }
    text
}

/// A study of one world with this regime, in a society of the catalogue.
fn shelf(society: &str, persons: u32, regime: String) -> Shelf {
    let study = format!(
        "name = \"s\"\ntitle = \"t\"\nabout = \"a\"\nsociety = \"{society}\"\npersons = {persons}\nstart_year = 2012\nyears = 1\n\
         seed = 1\n[[worlds]]\nname = \"w\"\nrollout = [{{ phase = \"a\", from_year = 0, regime = \"regime.toml\" }}]\n"
    );
    Shelf([("study.toml", study), ("regime.toml", regime)].into())
}

/// The warnings of a file, each at its place.
fn told(file: &str, shelf: &Shelf) -> Vec<Fault> {
    let checked = load::check_file(Path::new(file), shelf).unwrap();
    checked.warnings.into_iter().flat_map(|file| file.faults).collect()
}

/// Where warnings of a study stand: file and key.
fn places(shelf: &Shelf) -> Vec<(String, String)> {
    told("study.toml", shelf).into_iter().map(|one| (one.path, one.key)).collect()
}

fn in_regime(keys: &[&str]) -> Vec<(String, String)> {
    keys.iter().map(|key| ("regime.toml".to_owned(), (*key).to_owned())).collect()
}

#[test]
fn a_list_about_what_no_channel_shows_is_told_with_the_channel_that_would() {
    let court = ("enter = { value = 0.9", "matter = \"threat\"\nenter = { value = 0.9");
    let shelf = shelf("china-2020", 1000, altered("court-list", &[court]));
    let told = told("study.toml", &shelf);
    assert_eq!(places(&shelf), in_regime(&["list.matter"]));
    assert_eq!(told[0].message, "nothing that this regime reads ever shows `threat`: nobody is listed");
    assert!(told[0].hint.as_ref().unwrap().contains("`security`"), "{told:?}");
    let line = shelf.0["regime.toml"].lines().nth(told[0].line as usize - 1).unwrap();
    assert_eq!(line, "matter = \"threat\"", "it stands where the file says it");
}

#[test]
fn a_rule_about_what_no_channel_shows_is_told() {
    let courtesy = ("matter = \"courtesy\"", "matter = \"truancy\"");
    let shelf = shelf("china-2020", 1000, altered("mutual-rating", &[courtesy]));
    assert_eq!(places(&shelf), in_regime(&["rules[1].matter"]));
}

#[test]
fn an_office_is_told_what_a_society_lacks() {
    let regime = altered("benefits-fraud", &[]);
    let checks = "checks";
    let wanted = in_regime(&[checks, checks, "gates[1].request", "appeals"]);
    assert_eq!(places(&shelf("plain", 1000, regime.clone())), wanted);
    assert_eq!(places(&shelf("china-2020", 1000, regime)), []);
}

#[test]
fn a_list_that_checks_lead_onto_needs_them() {
    let regime = altered("benefits-fraud", &[]);
    let (from, to) = (regime.find("[checks]").unwrap(), regime.find("[list]").unwrap());
    let regime = format!("{}{}", &regime[..from], &regime[to..]);
    let shelf = shelf("china-2020", 1000, regime);
    assert_eq!(places(&shelf), in_regime(&["list.matter"]));
    assert_eq!(
        told("study.toml", &shelf)[0].hint.as_deref(),
        Some("a check shows it: add [checks] to the regime")
    );
}

#[test]
fn more_persons_than_the_country_has_are_told_and_as_many_are_not() {
    let of = |persons| places(&shelf("small-town", persons, altered("courts-only", &[])));
    assert_eq!(of(30_000), []);
    assert_eq!(of(30_001), [("study.toml".to_owned(), "persons".to_owned())]);
}

#[test]
fn a_weight_that_the_ceiling_holds_down_is_told_of_the_regime_alone() {
    let of = |weight: &str| {
        let low = ("low-income = { value = 3, range = [0, 8] }", weight);
        let shelf = shelf("china-2020", 1000, altered("benefits-fraud", &[low]));
        (told("regime.toml", &shelf), places(&shelf))
    };
    let (alone, placed) = of("low-income = 10000");
    assert_eq!(alone.len(), 1, "{alone:?}");
    assert_eq!(alone[0].key, "checks.weights.low-income");
    assert_eq!(placed, in_regime(&["checks.weights.low-income"]));
    // The rate of 0.01 a year is 0.000192 a week; the other weights add up to 6.5, and the ceiling to 103.
    assert_eq!(of("low-income = 96").1, []);
    assert_eq!(of("low-income = 97").1, in_regime(&["checks.weights"]));
}

#[test]
fn a_bundle_is_told_at_the_places_of_its_one_text() {
    let mut scenario = load::study("suining", &NoFiles).unwrap();
    scenario.study.persons = 30_001;
    let bundle = toml::to_string(&scenario.bundle()).unwrap();
    let told = load::check_text(&bundle).unwrap().warnings;
    let keys: Vec<&str> = told.iter().flat_map(|one| &one.faults).map(|one| one.key.as_str()).collect();
    assert_eq!(keys, ["study.persons"]);
    assert!(told[0].faults[0].line > 1);
}

#[test]
fn nothing_in_a_study_of_the_catalogue_is_without_bite() {
    for name in names(Kind::Study) {
        let warnings = load::study(name, &NoFiles).unwrap().warnings();
        assert_eq!(warnings, [] as [Warning; 0], "{name}");
        assert!(load::placed(warnings, name, &NoFiles).unwrap().is_empty());
    }
}
