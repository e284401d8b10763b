//! Studies that were opened: the first stays however many come, and each comes with the settings that change
//! nothing.

use crate::client::Here;
use demerit_scenario::load;
use demerit_scenario::load::NoFiles;
use demerit_web::First;

/// The text of a small study with a title of its own.
fn file(number: usize) -> String {
    let mut study = load::study("no-dark-corner", &NoFiles).unwrap().bundle();
    study.study.title = format!("Study {number}");
    toml::to_string(&study).unwrap()
}

#[test]
fn the_study_of_the_command_line_stays_when_many_are_opened() {
    let here = Here::showing(First::Opened(Box::new(load::sent(&file(0)).unwrap())));
    let first = here.get("/api/catalogue").json()["default"]["base"].as_str().unwrap().to_owned();
    let mut names = Vec::new();
    for number in 1..=9 {
        let opened = here.post("/api/open", "text/plain", file(number).as_bytes());
        assert_eq!(opened.status, 200, "{opened:?}");
        names.push(opened.json()["base"].as_str().unwrap().to_owned());
    }
    assert_eq!(here.watch.kept().opened, 8);
    assert_eq!(here.get("/api/catalogue").json()["default"]["base"], first.as_str());
    let controls = |name: &str| here.get(&format!("/api/controls?base={name}"));
    let told = controls(&first).json();
    assert_eq!((&told["study"]["title"], &told["settings"]["base"]), (&"Study 0".into(), &first.into()));
    assert!(told["twin"].is_string(), "{}", told["twin"]);
    assert_eq!((controls(&names[0]).status, controls(&names[8]).status), (404, 200));
}

#[test]
fn every_curated_figure_has_a_label_in_each_language() {
    let here = Here::start();
    let controls = here.get("/api/controls").json();
    for language in ["en", "id"] {
        let words = &here.get(&format!("/api/catalogue?lang={language}")).json()["words"];
        for group in controls["curated"].as_array().unwrap() {
            let name = group["name"].as_str().unwrap();
            assert!(words[format!("page-group-{name}")].is_string(), "{language} {name}");
            for figure in group["figures"].as_array().unwrap() {
                let id = figure["id"].as_str().unwrap();
                let label = demerit_words::Words::new(demerit_words::Language::Id).named("control-", id);
                assert!(label.is_some() && figure["label"].is_string(), "{id}");
            }
        }
    }
}

#[test]
fn every_step_of_the_tour_says_what_became_of_its_figure_in_each_language() {
    let here = Here::start();
    let script = here.get("/assets/tour.js").text();
    let steps: Vec<&str> =
        script.split("made(\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(steps.len(), 7, "{steps:?}");
    for language in ["en", "id"] {
        let words = &here.get(&format!("/api/catalogue?lang={language}")).json()["words"];
        for found in ["fell", "rose", "same"] {
            let text = words[format!("page-tour-{found}")].as_str().unwrap();
            assert!(text.contains("{ $was }") && text.contains("{ $now }"), "{text}");
            for step in &steps {
                assert!(words[format!("page-tour-{step}-{found}")].is_string(), "{language} {step} {found}");
            }
        }
    }
}

#[test]
fn no_two_starts_call_a_run_the_same() {
    let (one, other) = (Here::start(), Here::start());
    let (first, second) = (one.begin("page-1", 100, 0.1), other.begin("page-1", 100, 0.1));
    assert_ne!(first, second);
    assert_eq!(other.get(&format!("/api/run/{first}/figures")).status, 404);
    assert!(first.len() < 16 && first.bytes().all(|letter| letter.is_ascii_alphanumeric() || letter == b'-'));
}
