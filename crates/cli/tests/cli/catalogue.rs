//! The catalogue and what is printed for machines: list, show, schema, completions, check of good files.

use crate::program::{Place, Said, compare};

#[test]
fn lists() {
    let place = Place::new();
    // Of the measures the first stands for all: a new one changes nothing here.
    let list = place.demerit("list").fine();
    let (before, rest) = list.out.split_once("Measures\n").unwrap();
    let (measures, after) = rest.split_once("\nMechanisms\n").unwrap();
    let first: String = measures.lines().take(3).map(|line| format!("{line}\n")).collect();
    let out = format!("{before}Measures\n{first}\nMechanisms\n{after}");
    compare("list", &Said { out, ..list });
    for what in ["regimes", "societies", "studies"] {
        compare(&format!("list-{what}"), &place.demerit(&format!("list {what}")).fine());
    }
    compare("list-json", &place.demerit("list studies --json").fine());
    let all = place.demerit("list --json").fine().out;
    for part in
        ["\"regimes\": [", "\"societies\": [", "\"studies\": [", "\"measures\": [", "\"definition\": "]
    {
        assert!(all.contains(part), "{part}");
    }
}

#[test]
fn every_measure_is_listed_with_its_unit_and_its_definition() {
    // A listing breaks its lines at spaces and after hyphens.
    let words = |text: &str| text.split_whitespace().collect::<String>();
    let place = Place::new();
    let listed = words(&place.demerit("list measures").fine().out);
    let every = demerit_measures::all().iter();
    let wanted: Vec<String> =
        every.map(|one| words(&format!("{} ({}) {}", one.name, one.unit.name(), one.definition))).collect();
    assert_eq!(listed, wanted.concat());
}

#[test]
fn every_column_is_listed_below_its_table() {
    let place = Place::new();
    let listed = place.demerit("list columns").fine().out;
    let tables: Vec<&str> = listed.lines().filter(|line| !line.starts_with(' ')).collect();
    assert_eq!(tables, ["measures.parquet", "persons.parquet", "ledger.parquet"]);
    let columns = listed.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    assert_eq!(columns.count(), 11 + 20 + 17);
}

#[test]
fn a_shown_file_is_the_file_of_the_catalogue_and_right() {
    let place = Place::new();
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../catalogue");
    let files = [
        ("regime", "regimes", "no-dark-corner"),
        ("regime", "regimes", "court-list"),
        ("regime", "regimes", "courts-only"),
        ("society", "societies", "china-2020"),
        ("study", "studies", "no-dark-corner"),
    ];
    for (kind, folder, name) in files {
        let said = place.demerit(&format!("show {kind} {name}")).fine();
        assert_eq!(said.out, std::fs::read_to_string(format!("{root}/{folder}/{name}.toml")).unwrap());
        place.write(&format!("{kind}-{name}.toml"), &said.out);
    }
    let all = "regime-no-dark-corner.toml regime-court-list.toml regime-courts-only.toml society-china-2020.toml \
               study-no-dark-corner.toml";
    compare("check-good", &place.demerit(&format!("check {all}")).fine());
    compare(
        "check-good-json",
        &place.demerit("check --json regime-court-list.toml study-no-dark-corner.toml").fine(),
    );
}

#[test]
fn names_that_are_not_there() {
    let place = Place::new();
    compare("show-near", &place.demerit("show regime no-dark-corners").refused(1));
    compare("show-far", &place.demerit("show society atlantis").refused(1));
    compare("run-near", &place.demerit("run no-dark-cornr").refused(1));
    compare("run-far", &place.demerit("run studies/mine.toml").refused(1));
    compare("describe-near", &place.demerit("describe society china-2010").refused(1));
    assert_eq!(place.names("."), Vec::<String>::new());
}

#[test]
fn schemas_name_every_key() {
    let place = Place::new();
    for (kind, keys) in [
        ("society", ["households", "habits", "channels", "response"]),
        ("regime", ["scale", "tiers", "spillover", "appeals"]),
        ("study", ["society", "worlds", "measure_every", "cohort"]),
    ] {
        let said = place.demerit(&format!("schema {kind}")).fine();
        assert!(said.out.starts_with("{\n") && said.out.ends_with("}\n"), "{said}");
        for key in keys {
            assert!(said.out.contains(&format!("\"{key}\": {{")), "{kind} {key}");
        }
    }
}

#[test]
fn completions_for_every_shell() {
    let place = Place::new();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let said = place.demerit(&format!("completions {shell}")).fine();
        for word in ["describe", "persons", "completions"] {
            assert!(said.out.contains(word), "{shell} {word}");
        }
    }
}
