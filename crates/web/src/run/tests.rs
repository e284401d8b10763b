//! Runs whose worlds end in every way there is.

use super::*;
use crate::caps::MOST_MOVING;
use crate::pair;
use demerit_scenario::load;
use demerit_scenario::load::NoFiles;
use demerit_worlds::LiveError;

/// What becomes of the worlds.
#[derive(Clone, Copy, PartialEq)]
enum Fate {
    Well,
    NotBegun,
    PanicsAtFirst,
    Panics,
    Fails,
}

/// A pair that lives until its fate comes.
struct Fated(Box<dyn Pair>, Fate);

impl Pair for Fated {
    fn step(&mut self) -> Result<bool, RunError> {
        if self.0.tick() == 2 {
            match self.1 {
                Fate::Panics => panic!("the ground gave way"),
                Fate::Fails => return Err(LiveError::Options("nothing is left".to_owned()).into()),
                _ => {}
            }
        }
        self.0.step()
    }

    fn tick(&self) -> u32 {
        self.0.tick()
    }

    fn film(&self) -> Arc<Film> {
        self.0.film()
    }

    fn readings(&self) -> usize {
        self.0.readings()
    }

    fn tables(&self) -> RunTables {
        self.0.tables()
    }

    fn catch_up(&self, tables: &mut RunTables) {
        self.0.catch_up(tables);
    }

    fn striking(&self) -> Value {
        self.0.striking()
    }
}

fn begin(fate: Fate) -> Box<Begin> {
    Box::new(move |scenario| match fate {
        Fate::NotBegun => Err(LiveError::Options("there is no room".to_owned()).into()),
        Fate::PanicsAtFirst => panic!("not even the first week"),
        _ => Ok(Box::new(Fated(pair::begin(scenario)?, fate))),
    })
}

fn small() -> Run {
    let base = load::study("no-dark-corner", &NoFiles).unwrap();
    let mut settings = Settings::of("no-dark-corner", &base);
    (settings.persons, settings.years) = (200, 0.2);
    let scenario = settings.scenario(&base).unwrap();
    Run::new("r1".to_owned(), settings, scenario)
}

fn told(fate: Fate) -> (Run, String) {
    let (run, gate) = (small(), Gate::new(MOST_MOVING));
    run.live(&gate, &*begin(fate));
    assert_eq!(gate.inside(), 0, "the place is given back");
    let text = run.news(&mut Told::default());
    (run, text)
}

#[test]
fn a_fault_of_the_model_ends_the_run_and_is_told() {
    for (fate, words) in [
        (Fate::Panics, "the ground gave way"),
        (Fate::PanicsAtFirst, "not even the first week"),
        (Fate::Fails, "nothing is left"),
        (Fate::NotBegun, "there is no room"),
    ] {
        let (run, text) = told(fate);
        assert!(text.contains("event: failed") && text.contains(words), "{text}");
        assert!(!text.contains("event: done"), "{text}");
        let lived = matches!(fate, Fate::Panics | Fate::Fails);
        assert_eq!(
            run.film().is_ok_and(|film| film.weeks() == 2),
            lived,
            "what was lived can be looked at still"
        );
        assert!(run.data().is_err());
    }
}

#[test]
fn all_readings_are_there_at_the_end_even_if_somebody_looks_all_the_time() {
    let (run, _) = told(Fate::Well);
    let whole = run.data().unwrap().measures.len();
    let other = small();
    let gate = Gate::new(1);
    std::thread::scope(|scope| {
        let live = scope.spawn(|| other.live(&gate, &*begin(Fate::Well)));
        let mut held = Vec::new();
        while !live.is_finished() {
            if let Ok(data) = other.data() {
                held.push(data);
                held.truncate(2);
            }
        }
        drop(held);
    });
    assert_eq!(other.data().unwrap().measures.len(), whole);
}

#[test]
fn what_is_dropped_stops_and_keeps_nothing() {
    let (run, gate) = (Arc::new(small()), Gate::new(1));
    let place = gate.enter(|| true);
    std::thread::scope(|scope| {
        let waiting = scope.spawn(|| run.live(&gate, &*begin(Fate::Well)));
        run.drop_it(Newer::OfThePage, &gate);
        waiting.join().unwrap();
    });
    drop(place);
    let (run, _) = told(Fate::Well);
    run.drop_it(Newer::OfThePage, &gate);
    assert!(run.film().is_err() && run.data().is_err());
    let mut told = Told::default();
    assert!(run.news(&mut told).contains("event: dropped") && told.everything());
    run.live(&gate, &*begin(Fate::Well));
    assert!(run.film().is_err(), "nobody wants it");
}
