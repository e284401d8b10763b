//! Tests of exploring: settings make the worlds they say, and what is shown is what is lived.

use super::{Beside, Explored, Film, Limits, Look, Settings, controls, lives};
use demerit_kernel::LANES;
use demerit_regime::{Mechanism, Safeguard, Tie};
use demerit_scenario::catalogue::{self, Kind};
use demerit_scenario::load::{NoFiles, Scenario, study};
use demerit_scenario::word::Word;
use demerit_worlds::in_memory::readings;
use std::collections::BTreeMap;

const FRIEND: &str = "regime no-dark-corner: spillover.weights.friend";
const CAMERAS: &str = "society: cities.cameras";

/// The study that is shown at first, with its pilots after half a year and the whole country after three, so
/// that short runs have something to show.
fn base() -> Scenario {
    let mut base = study("no-dark-corner", &NoFiles).unwrap();
    for (step, from) in base.study.worlds[0].rollout.iter_mut().zip([0.0, 0.5, 3.0]) {
        step.from_year = from;
    }
    base
}

fn small() -> Settings {
    Settings { persons: 3_000, years: 1.5, ..Settings::default() }
}

fn pool(threads: usize) -> rayon::ThreadPool {
    rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap()
}

fn lived(scenario: &Scenario, limits: &Limits, threads: usize) -> Explored {
    let mut explored = Explored::begin(scenario, limits, pool(threads)).unwrap();
    while explored.step().unwrap() {}
    explored
}

/// All frames that a film keeps, in order.
fn frames(film: &Film) -> Vec<Vec<u8>> {
    let mut all = Vec::new();
    for tick in 0..film.weeks() {
        for world in 0..2 {
            for look in Look::ALL {
                let mut frame = Vec::new();
                assert!(film.frame_of(world, look, tick, &mut frame).is_some());
                all.push(frame);
            }
        }
    }
    all
}

#[test]
fn settings_that_change_nothing_give_the_base() {
    let mut base = study("no-dark-corner", &NoFiles).unwrap();
    let same = Settings { persons: base.study.persons, ..Settings::default() }.scenario(&base).unwrap();
    base.study.worlds.truncate(2);
    assert_eq!(same.bundle(), base.bundle());
    assert_eq!(Settings::of("no-dark-corner", &base), Settings::default());
    let text =
        r#"{ "base": "no-dark-corner", "persons": 100000, "years": 12, "seed": 2018, "beside": "twin" }"#;
    assert_eq!(serde_json::from_str::<Settings>(text).unwrap(), Settings::default());
    assert!(serde_json::from_str::<Settings>(r#"{ "bose": "no-dark-corner" }"#).is_err());
}

#[test]
fn what_is_set_counts_for_the_first_world_and_the_society_for_both() {
    let settings = Settings {
        off: vec!["clerk-errors".into()],
        safeguards: vec!["notice".into()],
        figures: BTreeMap::from([(FRIEND.to_owned(), 0.2), (CAMERAS.to_owned(), 100.0)]),
        ..small()
    };
    let scenario = settings.scenario(&base()).unwrap();
    let [first, twin] = scenario.worlds() else { panic!("two worlds") };
    assert_eq!(first.mechanisms, BTreeMap::from([(Word(Mechanism::ClerkErrors), false)]));
    assert_eq!((first.safeguards.as_slice(), twin.safeguards.len()), (&[Word(Safeguard::Notice)][..], 0));
    let weights = &scenario.regimes["no-dark-corner"].spillover.as_ref().unwrap().weights;
    assert_eq!(
        (weights[&Word(Tie::Friend)].value, weights[&Word(Tie::Friend)].range),
        (0.2, Some([0.02, 0.4]))
    );
    assert_eq!(scenario.society.cities.cameras.value, 100.0);
    assert_eq!(scenario.study.name, "no-dark-corner-changed");
    assert!(scenario.study.about.contains("clerk-errors off; notice in force; regime no-dark-corner"));
    assert!(scenario.study.about.ends_with("; persons = 3000; years = 1.5."), "{}", scenario.study.about);
}

#[test]
fn whatever_is_changed_is_noted() {
    let base = base();
    let about = |settings: Settings| settings.scenario(&base).unwrap().study.about;
    let noted =
        |settings: Settings| about(settings).rsplit_once("it comes from: ").map(|(_, told)| told.to_owned());
    let same = Settings { persons: base.study.persons, ..Settings::default() };
    assert_eq!(noted(same.clone()), None);
    assert_eq!(noted(Settings { seed: 7, ..same.clone() }).as_deref(), Some("seed = 7."));
    assert_eq!(noted(Settings { years: 2.0, ..same.clone() }).as_deref(), Some("years = 2."));
    assert_eq!(noted(Settings { persons: 200, ..same.clone() }).as_deref(), Some("persons = 200."));
    let beside = noted(Settings { beside: Beside::Unchanged, ..same });
    assert_eq!(beside.as_deref(), Some("beside it the first world as it is."));
}

#[test]
fn a_regime_that_both_worlds_are_under_is_copied_for_the_first() {
    let settings = Settings {
        beside: Beside::Unchanged,
        figures: BTreeMap::from([(FRIEND.to_owned(), 0.2), ("regime zhima: scale.start".to_owned(), 600.0)]),
        ..small()
    };
    let scenario = settings.scenario(&base()).unwrap();
    let regimes = |world: usize| {
        scenario.worlds()[world].rollout.iter().map(|step| step.regime.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(regimes(0), ["courts-only", "no-dark-corner-changed", "no-dark-corner-changed"]);
    assert_eq!(regimes(1), ["courts-only", "no-dark-corner", "no-dark-corner"]);
    let friend =
        |name: &str| scenario.regimes[name].spillover.as_ref().unwrap().weights[&Word(Tie::Friend)].value;
    assert_eq!((friend("no-dark-corner-changed"), friend("no-dark-corner")), (0.2, 0.1));
    let feed = |name: &str| scenario.regimes[name].feed.as_ref().unwrap().regime.as_str();
    assert_eq!((feed("no-dark-corner-changed"), feed("no-dark-corner")), ("zhima-changed", "zhima"));
    assert_eq!(scenario.worlds()[1].name, "as-it-is");
}

#[test]
fn what_cannot_be_set_is_told_with_its_place() {
    let base = base();
    let told = |settings: Settings| {
        let error = settings.scenario(&base).unwrap_err();
        (error.place.clone(), error.hint.clone().unwrap_or_default())
    };
    let figure =
        |name: &str, value: f64| Settings { figures: BTreeMap::from([(name.to_owned(), value)]), ..small() };
    assert_eq!(told(Settings { persons: 99, ..small() }), ("persons".into(), "from 100 to 400000".into()));
    assert_eq!(told(Settings { years: 13.0, ..small() }).0, "years");
    assert_eq!(told(Settings { years: f64::NAN, ..small() }).0, "years");
    assert_eq!(told(Settings { seed: u64::MAX, ..small() }).0, "seed");
    let off = told(Settings { off: vec!["spilover".into()], ..small() });
    assert!(off.0 == "off[0]" && off.1.starts_with("did you mean `spillover`?"), "{off:?}");
    assert_eq!(told(Settings { off: vec!["twin".into()], ..small() }).0, "off[0]");
    assert_eq!(told(Settings { safeguards: vec!["note".into()], ..small() }).0, "safeguards[0]");
    assert_eq!(told(figure(FRIEND, 0.5)), (format!("figures[{FRIEND:?}]"), "from 0.02 to 0.4".into()));
    let near = told(figure("society: cities.camera", 80.0));
    assert!(near.1.contains("society: cities.cameras"), "{near:?}");
    let nation = study("nation", &NoFiles).unwrap();
    let alone = Settings { years: 0.5, ..small() }.scenario(&nation).unwrap_err();
    assert_eq!(alone.place, "beside");
    let beside = Settings { years: 0.5, beside: Beside::Unchanged, ..small() };
    assert_eq!(beside.scenario(&nation).unwrap().worlds().len(), 2);
}

#[test]
fn frames_are_the_same_for_any_threads_and_measures_those_of_a_run() {
    let scenario = small().scenario(&base()).unwrap();
    let (one, two) = (lived(&scenario, &Limits::default(), 1), lived(&scenario, &Limits::default(), 2));
    let all = frames(&one.film());
    assert_eq!(one.film().weeks(), scenario.ticks());
    assert!(all == frames(&two.film()));
    assert_eq!(one.striking(3), two.striking(3));
    let tables = one.tables();
    assert_eq!(tables.measures, two.tables().measures);
    assert_eq!(tables.measures, readings(&scenario, &pool(2)).unwrap());
    assert!(!tables.manifest.figures.is_empty() && tables.manifest.phases.len() == 3);
    let mut late = lived(&scenario, &Limits::default(), 2).tables();
    one.catch_up(&mut late);
    assert_eq!(late.measures, tables.measures, "nothing is added twice");
}

#[test]
fn blocks_show_the_same_persons_as_a_cell_each() {
    let scenario = small().scenario(&base()).unwrap();
    let (single, blocks) = (
        lived(&scenario, &Limits::default(), 2),
        lived(&scenario, &Limits { most_cells: 800, ..Limits::default() }, 2),
    );
    let (single, blocks) = (single.film(), blocks.film());
    assert_eq!((single.map.cell_persons, blocks.map.cell_persons), (1, 4));
    let last = single.weeks() - 1;
    let (mut all, mut shares) = (Vec::new(), Vec::new());
    assert!(single.frame_of(0, Look::Sanction, last, &mut all) == Some(last));
    assert!(blocks.frame_of(0, Look::Sanction, last, &mut shares) == Some(last));
    assert_eq!((all.len(), shares.len()), (3_000, 750));
    let wrongly = |one: &&u8| [2, 4].contains(*one);
    for (cell, share) in shares.iter().enumerate() {
        let count = all[4 * cell..4 * cell + 4].iter().filter(wrongly).count();
        assert_eq!(usize::from(*share), count * 254 / 4);
    }
    assert!(shares.iter().any(|share| *share > 0));
    let now = blocks.person(2_999, last).unwrap();
    assert!(now.here.is_none() && now.person.household > 0);
}

#[test]
fn a_person_is_told_of_as_in_the_life() {
    let scenario = small().scenario(&base()).unwrap();
    let explored = lived(&scenario, &Limits::default(), 2);
    let film = explored.film();
    let persons: Vec<u32> = explored.striking(3).iter().map(|one| one.person).collect();
    assert!(persons.len() >= 6, "{persons:?}");
    let told = lives(&scenario, &persons, &pool(2), &mut |_, _| true).unwrap();
    let last = film.weeks() - 1;
    for one in explored.striking(3) {
        let row = told.persons.iter().find(|row| row.person == one.person && row.world == "regime").unwrap();
        assert_eq!(row.weeks_wrongly_sanctioned, one.weeks_wrongly_sanctioned);
        assert_eq!(row.weeks_sanctioned, one.weeks_sanctioned);
        let now = film.person(one.person, last).unwrap();
        let here = now.here.unwrap();
        assert_eq!((&now.person.city, now.person.residence), (&row.city, row.residence.as_str()));
        assert_eq!(here.tier, row.tier);
        match (here.score, row.score) {
            (Some(shown), Some(score)) => assert!((shown - f64::from(score)).abs() <= 2.0, "{shown} {score}"),
            (shown, score) => assert_eq!(shown.is_some(), score.is_some()),
        }
    }
    assert!(!told.ledger.is_empty() && told.measures.is_empty());
    assert!(film.person(3_000, 0).is_none() && film.person(0, last + 1).is_none());
    assert!(lives(&scenario, &[3_000], &pool(1), &mut |_, _| true).is_err());
    assert!(lives(&scenario, &[1], &pool(1), &mut |_, _| false).is_err());
}

#[test]
fn a_film_without_room_keeps_fewer_weeks_and_says_so() {
    let scenario = small().scenario(&base()).unwrap();
    let film = lived(&scenario, &Limits { film_bytes: 80_000, ..Limits::default() }, 2).film();
    assert!(film.every() > 1 && film.every().is_power_of_two(), "{} {}", film.every(), film.bytes());
    let mut frame = Vec::new();
    let shown = film.frame_of(1, Look::Fear, film.weeks() - 1, &mut frame).unwrap();
    assert!(shown.is_multiple_of(film.every()) && frame.len() == 3_000);
}

#[test]
fn a_map_holds_everybody_once() {
    let scenario = Settings { persons: 100, years: 0.1, ..Settings::default() }.scenario(&base()).unwrap();
    let film = lived(&scenario, &Limits::default(), 1).film();
    assert_eq!((film.map.cells, film.map.cities.len()), (100, 1));
    let scenario = Settings { persons: 5_000, years: 0.1, ..Settings::default() }.scenario(&base()).unwrap();
    let map = Explored::begin(&scenario, &Limits::default(), pool(1)).unwrap().film().map.clone();
    assert_eq!(map.cells, 5_000);
    assert_eq!(map.cities.iter().map(|city| city.cells).sum::<u32>(), 5_000);
    assert_eq!(map.neighbourhoods.iter().map(|one| one.cells).sum::<u32>(), 5_000);
    assert_eq!(map.cell_of(LANES), Some(map.neighbourhoods[1].first_cell));
    assert_eq!(map.cell_of(5_000), None);
}

#[test]
fn every_curated_control_is_there_and_its_ends_are_valid() {
    let base = base();
    let controls = controls(&base);
    let curated: Vec<_> = controls.curated.iter().flat_map(|group| &group.figures).collect();
    assert!((15..=24).contains(&curated.len()) && controls.curated.len() == 6, "{}", curated.len());
    for one in curated {
        for key in &one.keys {
            let control = controls.figures.iter().find(|control| control.key == *key).unwrap();
            assert!(
                !control.about.is_empty() && (!control.mechanisms.is_empty() || key.contains("weights")),
                "{key}"
            );
            for end in [control.low.unwrap(), control.high.unwrap()] {
                let figures = one.keys.iter().map(|key| (key.clone(), end)).collect();
                let found = Settings { figures, ..small() }.scenario(&base);
                assert!(found.is_ok(), "{key} = {end}: {:?}", found.err());
            }
        }
    }
    assert!(controls.figures.iter().all(|one| one.low.is_none_or(|low| low <= one.value)));
    assert!(
        controls.mechanisms.len() == Mechanism::COUNT && controls.safeguards.iter().all(|one| !one.is_on)
    );
}

#[test]
fn a_figure_belongs_to_the_mechanisms_that_name_it_and_every_name_leads_somewhere() {
    let mut named: BTreeMap<&str, usize> = BTreeMap::new();
    for name in catalogue::names(Kind::Study) {
        for one in controls(&study(name, &NoFiles).unwrap()).figures {
            for mechanism in one.mechanisms {
                *named.entry(mechanism).or_default() += 1;
            }
        }
    }
    let unnamed = |one: &Mechanism| one.row().figures.is_empty() == named.contains_key(one.name());
    assert_eq!(Mechanism::ALL.into_iter().find(unnamed), None, "{named:?}");
    let controls = controls(&base());
    let behind = |item: Option<&str>, part: &str| {
        let one = controls
            .figures
            .iter()
            .find(|one| one.item.as_deref() == item && one.key.contains(part))
            .unwrap();
        one.mechanisms.clone()
    };
    assert_eq!(behind(Some("app"), ".wrong_join"), ["apps", "joined-files", "observation"]);
    assert_eq!(behind(Some("finance"), ".clerk"), ["clerk-errors", "observation"]);
    assert_eq!(behind(None, "remedies.correction"), ["joined-files", "appeals"]);
    assert!(behind(None, "households.sizes").is_empty());
}
