//! Runs whose worlds end in every way there is.

use super::news::{Cursor, Newer, Notice};
use super::{Model, Run, Usual};
use crate::memory::Claims;
use demerit_explore::{Explored, Settings};
use demerit_scenario::load::{self, NoFiles, Scenario};
use demerit_study::run::RunError;
use demerit_worlds::LiveError;
use std::sync::Arc;
use std::time::Duration;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::Semaphore;

/// What becomes of the worlds.
#[derive(Clone, Copy, PartialEq)]
enum Fate {
    Well,
    NotBegun,
    PanicsAtFirst,
    Panics,
    Fails,
}

impl Model for Fate {
    fn begin(&self, scenario: &Scenario) -> Result<Explored, RunError> {
        match self {
            Self::NotBegun => Err(LiveError::Options("there is no room".to_owned()).into()),
            Self::PanicsAtFirst => panic!("not even the first week"),
            _ => Usual.begin(scenario),
        }
    }

    fn step(&self, worlds: &mut Explored) -> Result<bool, RunError> {
        match self {
            Self::Panics if worlds.tick() == 2 => panic!("the ground gave way"),
            Self::Fails if worlds.tick() == 2 => Err(LiveError::Options("nothing is left".to_owned()).into()),
            _ => Usual.step(worlds),
        }
    }
}

fn small() -> Run {
    let base = load::study("no-dark-corner", &NoFiles).unwrap();
    let mut settings = Settings::of("no-dark-corner", &base);
    (settings.persons, settings.years) = (200, 0.2);
    let scenario = settings.scenario(&base).unwrap();
    let claim = Claims::of(|| None).claim(&scenario, None).unwrap();
    Run::new("r1".to_owned(), settings, scenario, claim)
}

/// What is told of a run with this fate, from its first word on.
fn told(fate: Fate) -> (Arc<Run>, Vec<Notice>) {
    let (run, slots) = (Arc::new(small()), Arc::new(Semaphore::new(1)));
    runtime().block_on(async {
        tokio::spawn(Arc::clone(&run).live(Arc::clone(&slots), fate));
        let mut changed = run.changed();
        changed.wait_for(|()| run.news(&mut Cursor::default()).iter().any(is_end)).await.unwrap();
        let slot = tokio::time::timeout(Duration::from_secs(300), slots.acquire()).await.unwrap();
        assert!(slot.is_ok(), "the slot is given back");
    });
    let notices = run.news(&mut Cursor::default());
    (run, notices)
}

fn is_end(notice: &Notice) -> bool {
    ["done", "failed"].contains(&notice.name)
}

fn runtime() -> Runtime {
    Builder::new_current_thread().enable_time().build().unwrap()
}

#[test]
fn a_fault_of_the_model_ends_the_run_and_is_told() {
    for (fate, words) in [
        (Fate::Panics, "the ground gave way"),
        (Fate::PanicsAtFirst, "not even the first week"),
        (Fate::Fails, "nothing is left"),
        (Fate::NotBegun, "there is no room"),
    ] {
        let (run, notices) = told(fate);
        let end: Vec<&Notice> = notices.iter().filter(|notice| is_end(notice)).collect();
        assert_eq!((end.len(), end[0].name), (1, "failed"), "{end:?}");
        assert!(end[0].what.to_string().contains(words), "{end:?}");
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
    std::thread::scope(|scope| {
        let live = scope.spawn(|| other.move_on(&Fate::Well));
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
    let (run, _) = told(Fate::Well);
    run.drop_it(Newer::OfThePage);
    assert!(run.film().is_err() && run.data().is_err());
    let mut cursor = Cursor::default();
    assert!(run.news(&mut cursor).iter().any(|notice| notice.name == "dropped") && cursor.is_at_end);
    run.move_on(&Fate::Well);
    assert!(run.film().is_err(), "nobody wants it");
}

#[test]
fn so_many_runs_move_at_a_time_and_who_waits_in_vain_leaves() {
    let slots = Arc::new(Semaphore::new(1));
    let taken = Arc::clone(&slots).try_acquire_owned().unwrap();
    let (wanted, unwanted) = (Arc::new(small()), Arc::new(small()));
    runtime().block_on(async {
        let first = tokio::spawn(Arc::clone(&unwanted).live(Arc::clone(&slots), Fate::Well));
        let second = tokio::spawn(Arc::clone(&wanted).live(Arc::clone(&slots), Fate::Well));
        let waiting = |run: &Run| {
            run.news(&mut Cursor::default()).first().is_some_and(|week| week.what["stage"] == "waiting")
        };
        for run in [&wanted, &unwanted] {
            run.changed().wait_for(|()| waiting(run)).await.unwrap();
        }
        assert!(!first.is_finished() && waiting(&unwanted));
        unwanted.drop_it(Newer::OfOthers);
        first.await.unwrap();
        assert!(!second.is_finished() && waiting(&wanted), "there is no room yet");
        drop(taken);
        second.await.unwrap();
        let late = tokio::spawn(Arc::clone(&unwanted).live(Arc::new(Semaphore::new(1)), Fate::Well));
        late.await.unwrap();
        wanted.changed().wait_for(|()| wanted.data().is_ok()).await.unwrap();
    });
    assert!(unwanted.film().is_err(), "not even where there is room");
}
