//! Paths of figures: every one listed is found and set, by its names and by its numbers, and what cannot be
//! set is said with its place.

mod processor;

use demerit_regime::Mechanism;
use demerit_scenario::catalogue::{Kind, entries};
use demerit_scenario::draft::Draft;
use demerit_scenario::faults::Fault;
use demerit_scenario::figures::{Located, Part, Setting, of_file};
use demerit_scenario::load::{LoadError, NoFiles, Scenario, bundle_of, study};
use demerit_scenario::regime::RegimeFile;
use demerit_scenario::word::Word;
use std::time::Duration;

fn base() -> Scenario {
    study("no-dark-corner", &NoFiles).unwrap()
}

fn fault(changes: &[(&str, Setting)]) -> Fault {
    match base().with(changes) {
        Err(LoadError::Faults(all)) => all[0].faults[0].clone(),
        other => panic!("{other:?}"),
    }
}

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
        [[rules]]
        name = "a.b"
        matter = "late-bill"
        points = [-20]
        claim = "reported"
        source = "x"
        [spillover]
        reach = 1
        weights = { friend = 0.25 }
        claim = "hypothetical"
        source = "x"
    "#;
    let file: RegimeFile = toml::from_str(text).unwrap();
    let found = of_file(&Part::Regime("r".into()), "regime r", &file, &file.sources);
    let figures: Vec<&Located> = found.iter().filter(|one| one.is_figure).collect();
    let told: Vec<(&str, &str, f64)> =
        figures.iter().map(|one| (one.key.as_str(), one.path.as_str(), one.number().unwrap())).collect();
    let wanted = [
        ("scale.start", "scale.start", 600.0),
        ("scale.floor", "scale.floor", 0.0),
        ("scale.ceiling", "scale.ceiling", 800.0),
        ("rules[0].points[0]", "rules.r.points[0]", -20.0),
        ("rules[0].points[1]", "rules.r.points[1]", -5.0),
        ("rules[1].points[0]", "rules.\"a.b\".points", -20.0),
        ("spillover.weights.friend", "spillover.weights.friend", 0.25),
    ];
    assert_eq!(told, wanted);
    assert_eq!(figures[2].range, Some([700.0, 900.0]));
    assert_eq!(figures[5].item.as_deref(), Some("a.b"));
    assert_eq!(figures[5].claim.map(Word::name), Some("reported"));
    assert_eq!(figures[6].limits, [Some(0.0), Some(1.0)]);
    assert_eq!(figures[6].unit(), Some("share"));
    let reach = found.iter().find(|one| one.key == "spillover.reach").unwrap();
    assert!(!reach.is_figure && reach.is_whole && reach.limits == [Some(1.0), Some(4.0)]);
}

#[test]
fn every_path_leads_back_to_what_was_listed() {
    for entry in entries(Kind::Study) {
        let scenario = study(entry.name, &NoFiles).unwrap();
        let all = scenario.figures();
        assert!(all.len() > 300, "{}: {}", entry.name, all.len());
        // Each look-up reads the file again: of the many switches of many worlds, some are enough.
        for one in all.iter().step_by(if all.len() > 1_000 { 17 } else { 1 }) {
            for path in [&one.path, &one.key] {
                assert_eq!(scenario.figure(&format!("{}: {path}", one.file)).as_ref(), Ok(one), "{path}");
            }
        }
    }
}

#[test]
fn setting_what_is_there_changes_nothing() {
    let scenario = base();
    let mut draft = Draft::of(&scenario);
    for one in scenario.figures().iter().filter(|one| !one.path.contains("mechanisms")) {
        draft.set(one, one.value.clone());
        assert_eq!(draft.number(one), one.number(), "{}", one.path);
    }
    let same = draft.resolve("the same").unwrap();
    assert_eq!(same.bundle(), scenario.bundle());
    assert_eq!(
        format!("{:?} {:?}", same.plan, same.resolved),
        format!("{:?} {:?}", scenario.plan, scenario.resolved)
    );
}

#[test]
fn what_is_set_is_what_a_file_with_that_value_gives() {
    let changes: [(&str, Setting); 7] = [
        ("cities.cameras", 100.0.into()),
        ("regime no-dark-corner: rules.alcohol.points", (-7.0).into()),
        ("ties.friend.keep", 0.7.into()),
        ("mechanisms.spillover", false.into()),
        ("worlds.twin.mechanisms.silence", false.into()),
        ("persons", 5_000.0.into()),
        ("regime zhima: scale.start", 600.0.into()),
    ];
    let scenario = base();
    let set = scenario.with(&changes).unwrap();
    for (path, value) in &changes {
        assert_eq!(set.figure(path).unwrap().value, *value, "{path}");
    }
    assert!(!set.has_everywhere(Mechanism::Spillover));
    let read = bundle_of(&toml::to_string(&set.bundle()).unwrap(), "the same in text").unwrap();
    assert_eq!(set.bundle(), read.bundle());
    assert_eq!(format!("{:?} {:?}", set.plan, set.resolved), format!("{:?} {:?}", read.plan, read.resolved));
}

#[test]
fn what_cannot_be_set_is_told_with_its_place() {
    let told = fault(&[("cities.camera", 80.0.into())]);
    assert_eq!(
        (told.key.as_str(), told.hint.as_deref()),
        ("cities.camera", Some("did you mean `cities.cameras`?"))
    );
    let told = fault(&[("society: cities.camera", 80.0.into())]);
    assert_eq!(told.hint.as_deref(), Some("did you mean `society: cities.cameras`?"));
    let told = fault(&[("cities.cameras", 10.0.into())]);
    assert_eq!(
        (told.key.as_str(), told.message.as_str()),
        ("society.cities.cameras", "10 is out of its range")
    );
    assert_eq!(told.hint.as_deref(), Some("from 40 to 170"));
    assert!(fault(&[("study: persons", 1.5.into())]).message.contains("not a whole number"));
    assert!(fault(&[("mechanisms.spillover", 1.0.into())]).message.contains("1 is not true or false"));
    let told = fault(&[("life.over_65", 0.9.into())]);
    assert_eq!(told.key, "society.life.over_65", "what does not fit the others has its place too: {told}");
    let told = fault(&[("title", "T".into())]);
    assert!(
        told.message.contains("no parameter `title`") || told.message.contains("a parameter `title`"),
        "{told}"
    );
}

#[test]
fn a_path_of_several_files_wants_the_file_named() {
    let error = base().figure("appeals.upheld_wrong").unwrap_err();
    assert!(error.message.contains("several files"), "{error}");
    assert!(error.hint.unwrap().contains("regime no-dark-corner: appeals.upheld_wrong"));
}

#[test]
fn what_is_beyond_a_range_loses_it() {
    let scenario = base();
    let cameras = scenario.figure("cities.cameras").unwrap();
    let mut draft = Draft::of(&scenario);
    draft.set_beyond_range(&cameras, 10.0);
    let set = draft.resolve("beyond").unwrap();
    assert_eq!((set.society.cities.cameras.value, set.society.cities.cameras.range), (10.0, None));
}

/// The mean of many settings of one figure, in time of a processor. In a build for release it has to stay
/// under a millisecond; in others there is a margin.
#[test]
fn setting_a_figure_takes_no_time_to_speak_of() {
    let most = Duration::from_millis(if cfg!(debug_assertions) { 9 } else { 1 });
    for entry in entries(Kind::Study) {
        let scenario = study(entry.name, &NoFiles).unwrap();
        let all = scenario.figures();
        let of_a_regime = all.iter().find(|one| one.is_figure && one.part.regime().is_some()).unwrap().name();
        for path in ["cities.cameras", "study: seed", "mechanisms.spillover", &of_a_regime] {
            let value = scenario.figure(path).unwrap().value;
            let began = processor::time();
            for _ in 0..100 {
                scenario.with(&[(path, value.clone())]).unwrap();
            }
            let mean = (processor::time() - began) / 100;
            eprintln!("{}: {path} in {mean:?}", entry.name);
            assert!(mean < most, "{}: {path} in {mean:?}", entry.name);
        }
    }
}
