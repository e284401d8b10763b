//! A run: two worlds that a thread of its own moves week by week, and what pages may know of them meanwhile.
//!
//! The thread alone holds the worlds. It puts what it has to tell into [`News`], and readings of the measures when somebody asked
//! for them. It looks each week whether the run is still wanted. A fault in the model ends the run, not the explorer.

use crate::caps::{MOST_LIVES, MOST_REASONS};
use crate::errands::Errand;
use crate::gate::Gate;
use crate::news::{End, Newer, News, Told};
use crate::pair::{Begin, Pair};
use crate::reasons;
use crate::refusal::Refusal;
use crate::shelf::Shelf;
use demerit_explore::{Film, Settings, lives};
use demerit_scenario::load::Scenario;
use demerit_study::run::{RunError, pool};
use demerit_worlds::tables::RunTables;
use serde_json::{Value, json};
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;
use tokio::sync::watch;

/// A run.
pub(crate) struct Run {
    /// Its name in addresses.
    pub(crate) name: String,
    /// The settings that it was asked for with.
    pub(crate) settings: Settings,
    /// What they came to.
    pub(crate) scenario: Scenario,
    /// Lives that were told, by person.
    pub(crate) lives: Mutex<Shelf<u32, Arc<RunTables>>>,
    /// Answers to "why", by measure.
    pub(crate) reasons: Mutex<Shelf<String, Arc<Value>>>,
    is_dropped: AtomicBool,
    shown: Mutex<Shown>,
    /// Changes whenever there is something new to tell.
    bell: watch::Sender<()>,
}

/// What the thread shows.
#[derive(Default)]
struct Shown {
    news: News,
    film: Option<Arc<Film>>,
    data: Option<Arc<RunTables>>,
}

impl Run {
    /// A run that nobody moves yet.
    pub(crate) fn new(name: String, settings: Settings, scenario: Scenario) -> Self {
        Self {
            name,
            settings,
            scenario,
            lives: Mutex::new(Shelf::new(MOST_LIVES)),
            reasons: Mutex::new(Shelf::new(MOST_REASONS)),
            is_dropped: AtomicBool::new(false),
            shown: Mutex::default(),
            bell: watch::Sender::new(()),
        }
    }

    /// Moves the worlds until they end or nobody wants them; for a thread of its own.
    pub(crate) fn live(&self, gate: &Gate, begin: &Begin) {
        self.tell(|news| news.week(week(0, 0, "waiting")));
        let Some(_place) = gate.enter(|| self.is_wanted()) else { return };
        let began = Instant::now();
        let end = match catch_unwind(AssertUnwindSafe(|| self.move_on(begin, began))) {
            Ok(Ok(None)) => return,
            Ok(Ok(Some(done))) => End::Done(done),
            Ok(Err(error)) => End::Failed(Refusal::from(error).told()),
            Err(fault) => End::Failed(Refusal::ours(words_of(fault.as_ref())).told()),
        };
        self.tell(|news| news.end(end));
    }

    /// Lives all weeks; `None` if the run was dropped on the way.
    fn move_on(&self, begin: &Begin, began: Instant) -> Result<Option<Value>, RunError> {
        self.tell(|news| news.week(week(0, 0, "peopling")));
        let mut pair = begin(&self.scenario)?;
        let film = pair.film();
        self.greet(&film, pair.tables());
        let (mut more, mut known) = (true, 0);
        while more {
            if !self.is_wanted() {
                return Ok(None);
            }
            more = pair.step()?;
            if pair.readings() > known && self.show(pair.as_ref(), !more) {
                known = pair.readings();
            }
            self.tell(|news| news.week(week(pair.tick(), film.weeks(), "living")));
        }
        let seconds = began.elapsed().as_secs_f64();
        Ok(Some(json!({ "seconds": seconds, "striking": pair.striking() })))
    }

    /// Shows the worlds as they are before the first week.
    fn greet(&self, film: &Arc<Film>, tables: RunTables) {
        let manifest = &tables.manifest;
        let hello = json!({
            "run": self.name,
            "map": film.map(),
            "colourings": film.colourings(),
            "worlds": manifest.worlds,
            "phases": manifest.phases,
            "ticks": manifest.ticks,
            "ticks_per_year": manifest.ticks_per_year,
            "start_year": manifest.start_year,
            "persons": manifest.persons,
            "cell_persons": film.map().cell_persons,
        });
        let mut shown = self.shown();
        if self.is_wanted() {
            shown.film = Some(Arc::clone(film));
            shown.data = Some(Arc::new(tables));
            shown.news.hello(hello);
        }
    }

    /// Shows what was read since; says whether it did. While somebody looks at what was read before, that waits, but for the last time.
    fn show(&self, pair: &dyn Pair, is_last: bool) -> bool {
        let mut shown = self.shown();
        let Some(known) = shown.data.take() else { return false };
        match Arc::try_unwrap(known) {
            Ok(mut tables) => {
                pair.catch_up(&mut tables);
                shown.data = Some(Arc::new(tables));
            }
            Err(known) => {
                shown.data = Some(Arc::clone(&known));
                drop(shown);
                if !is_last {
                    return false;
                }
                let mut whole = RunTables::clone(&known);
                pair.catch_up(&mut whole);
                self.shown().data = self.is_wanted().then(|| Arc::new(whole));
            }
        }
        true
    }

    fn shown(&self) -> MutexGuard<'_, Shown> {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts something into the news and rings the bell.
    pub(crate) fn tell(&self, what: impl FnOnce(&mut News)) {
        what(&mut self.shown().news);
        self.bell.send_replace(());
    }

    /// Whatever is new for a page.
    pub(crate) fn news(&self, told: &mut Told) -> String {
        self.shown().news.tell(told)
    }

    /// Rings whenever there is something new.
    pub(crate) fn bell(&self) -> watch::Receiver<()> {
        self.bell.subscribe()
    }

    /// Whether somebody wants it still.
    pub(crate) fn is_wanted(&self) -> bool {
        !self.is_dropped.load(Ordering::Relaxed)
    }

    /// Nobody wants it any more.
    pub(crate) fn drop_it(&self, newer: Newer, gate: &Gate) {
        self.is_dropped.store(true, Ordering::Relaxed);
        // Those who still hold the run need no more of it than that it is gone.
        let mut shown = self.shown();
        let gone = (shown.film.take(), shown.data.take());
        drop(shown);
        drop(gone);
        self.tell(|news| news.end(End::Dropped(newer)));
        gate.ask_again();
    }

    /// The frames, once the worlds are there.
    pub(crate) fn film(&self) -> Result<Arc<Film>, Refusal> {
        let known = self.shown().film.clone();
        known.ok_or_else(|| self.early("there is no frame yet"))
    }

    /// What was read so far.
    pub(crate) fn data(&self) -> Result<Arc<RunTables>, Refusal> {
        let known = self.shown().data.clone();
        known
            .filter(|data| !data.measures.is_empty())
            .ok_or_else(|| self.early("nothing has been measured yet"))
    }

    /// Why something is not there yet, or never will be.
    fn early(&self, message: &str) -> Refusal {
        match self.shown().news.ended() {
            Some(End::Failed(error)) => Refusal::early(format!("the run failed: {}", error["message"])),
            _ => Refusal::early(message).hint("wait for the next `week` of the events of the run"),
        }
    }

    /// Works out a life or an answer and keeps it.
    pub(crate) fn do_errand(
        &self,
        errand: &Errand,
        heard: &mut dyn FnMut(u32, u32) -> bool,
    ) -> Result<(), RunError> {
        match errand {
            Errand::Life(person) => {
                let tables = lives(&self.scenario, &[*person], &pool(None)?, heard)?;
                held(&self.lives).put(*person, Arc::new(tables));
            }
            Errand::Why(measure) => {
                let found = reasons::find(&self.scenario, measure, heard)?;
                held(&self.reasons).put(measure.clone(), Arc::new(found));
            }
        }
        Ok(())
    }

    /// Numbered news that are kept of it.
    pub(crate) fn kept_news(&self) -> usize {
        self.shown().news.kept()
    }
}

/// How far a run is.
fn week(tick: u32, weeks: u32, stage: &str) -> Value {
    json!({ "tick": tick, "weeks": weeks, "stage": stage })
}

/// What a fault of ours says of itself.
pub(crate) fn words_of(fault: &(dyn Any + Send)) -> String {
    let words = fault.downcast_ref::<&str>().copied().map(str::to_owned);
    words.or_else(|| fault.downcast_ref::<String>().cloned()).unwrap_or_else(|| "no message".to_owned())
}

/// Holds something that several threads use; a fault of one does not make it useless for the others.
pub(crate) fn held<T>(thing: &Mutex<T>) -> MutexGuard<'_, T> {
    thing.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests;
