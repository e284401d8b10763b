//! `demerit describe society`: the built society beside its figures.

use crate::program::{Place, Said, compare};

#[test]
fn a_small_society() {
    let place = Place::new();
    let said = place.demerit("describe society china-2020 --persons 20000 --seed 7").fine();
    compare("describe", &said);
    assert!(said.out.lines().all(|line| line.chars().count() <= 100), "wrapped\n{said}");
    let narrow = place
        .command(&["describe", "society", "china-2020", "--persons", "20000"])
        .env("COLUMNS", "80")
        .output();
    let narrow = Said::of("in 80 columns".to_owned(), narrow.unwrap()).fine();
    assert!(narrow.out.lines().all(|line| line.chars().count() <= 80), "wrapped\n{narrow}");
    assert_eq!(
        place.demerit("describe society china-2020 --persons 20_000 --seed 7").fine().out,
        said.out,
        "the same again"
    );
    assert_ne!(
        place.demerit("describe society china-2020 --persons 20000 --seed 8").fine().out,
        said.out,
        "other luck"
    );
}

#[test]
fn for_machines() {
    let said = Place::new().demerit("describe society china-2020 --persons 2000 --json").fine();
    for part in
        ["\"persons\": 2000", "\"seed\": 1", "\"figures\": [", "\"published\": 0.254", "\"tables\": {"]
    {
        assert!(said.out.contains(part), "{part}");
    }
}

#[test]
fn one_person_is_a_society() {
    Place::new().demerit("describe society china-2020 --persons 1").fine();
}

#[test]
fn a_society_of_a_file() {
    let place = Place::new();
    place.write("mine.toml", place.demerit("show society china-2020").fine().out);
    let named = place.demerit("describe society china-2020 --persons 1000").fine();
    assert_eq!(place.demerit("describe society mine.toml --persons 1000").fine().out, named.out);
}
