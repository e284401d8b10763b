//! The report beside a twin and without one, with one seed and with several: what is told of differences, and
//! where there are none.

mod fixture;

use demerit_report::{Sureness, render};
use demerit_words::Words;
use demerit_worlds::tables::Told;
use fixture::{Shape, tables};

/// A section of a page, without its tags.
fn section(shape: &Shape, id: &str) -> Option<String> {
    let page =
        render(&Told::of(&tables(shape), None), Sureness::default(), Words::default()).expect("a report");
    let rest = page.split_once(&format!("<section id=\"{id}\""))?.1;
    let inner = rest.split_once("</section>").expect("its end").0;
    let parts = inner.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    Some(parts.collect::<Vec<_>>().join(" ").replace("&#39;", "'"))
}

#[test]
fn a_run_without_a_twin_is_not_told_about_one() {
    for id in ["balance", "charts"] {
        assert!(section(&Shape::default(), id).expect("a section").contains("the twin"), "{id}");
    }
    let alone = Shape { twin: false, ..Shape::default() };
    let balance = section(&alone, "balance").expect("a section");
    assert!(balance.contains("this run has no twin to hold it against"), "{balance}");
    assert_eq!(balance.matches("twin").count(), 1, "{balance}");
    let charts = section(&alone, "charts").expect("a section");
    assert!(charts.contains("there is no twin to compare them with"), "{charts}");
    // What is left are the names and definitions of measures.
    let mut known: Vec<&str> =
        demerit_measures::all().iter().flat_map(|one| [one.definition, one.name]).collect();
    known.sort_by_key(|words| std::cmp::Reverse(words.len()));
    known.push("there is no twin");
    let left = known.iter().fold(charts, |text, words| text.replace(words, ""));
    assert!(!left.contains("twin"), "{left}");
}

#[test]
fn one_seed_has_no_such_section() {
    assert_eq!(section(&Shape::default(), "seeds"), None);
}

#[test]
fn several_seeds_tell_every_measure_with_its_difference() {
    let told = section(&Shape { seeds: vec![1, 2, 3], ..Shape::default() }, "seeds").expect("a section");
    for part in ["3 seeds were run", "Difference, 95 %", "at the end", "in the whole run", "intervals.csv"] {
        assert!(told.contains(part), "{part}: {told}");
    }
    assert!(!told.contains("NaN"), "{told}");
}

#[test]
fn without_a_twin_there_is_no_difference() {
    let told =
        section(&Shape { seeds: vec![1, 2], twin: false, ..Shape::default() }, "seeds").expect("a section");
    assert!(told.contains("2 seeds were run") && !told.contains("ifference"), "{told}");
}
