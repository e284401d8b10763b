//! A run: two worlds that a thread of its own moves week by week, and what pages may know of them meanwhile.
//!
//! The thread alone holds the worlds. It puts what it has to tell into [`News`], and readings of the measures
//! when somebody asked for them. It looks each week whether the run is still wanted, and has the memory to go
//! on. A fault in the model ends the run, not the explorer.

mod events;
mod news;
#[cfg(test)]
mod tests;

pub(crate) use events::events;
pub(crate) use news::Newer;

use crate::api_error::{ApiError, caught};
use crate::fifo_cache::FifoCache;
use crate::held::held;
use crate::limits::{MOST_LIVES, MOST_REASONS};
use crate::memory::Claim;
use demerit_explore::{Explored, Film, Limits, Settings};
use demerit_scenario::load::Scenario;
use demerit_study::run::{RunError, pool};
use demerit_worlds::tables::RunTables;
use news::{Cursor, End, News, Notice};
use serde_json::{Value, json};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Instant;
use tokio::sync::{Semaphore, watch};

/// How many persons of each sort are named whose lives show most.
const STRIKING: usize = 3;

/// A run.
pub(crate) struct Run {
    /// Its name in addresses.
    pub(crate) name: String,
    /// The settings that it was asked for with.
    pub(crate) settings: Settings,
    /// What they came to.
    pub(crate) scenario: Scenario,
    /// Lives that were told, by person.
    pub(crate) lives: Mutex<FifoCache<u32, Arc<RunTables>>>,
    /// Answers to "why", by measure.
    pub(crate) reasons: Mutex<FifoCache<String, Arc<Value>>>,
    /// What it was promised of the memory.
    pub(crate) claim: Arc<Claim>,
    is_dropped: AtomicBool,
    shown: Mutex<Shown>,
    /// Changes whenever there is something new to tell.
    changed: watch::Sender<()>,
}

/// What the thread shows.
#[derive(Default)]
struct Shown {
    news: News,
    film: Option<Arc<Film>>,
    data: Option<Arc<RunTables>>,
}

/// How worlds begin and move on; tests let them fail.
pub(crate) trait Model: Send {
    /// Peoples two worlds.
    fn begin(&self, scenario: &Scenario) -> Result<Explored, RunError> {
        Ok(Explored::begin(scenario, &Limits::default(), pool(None)?)?)
    }

    /// Lives a week; says whether there are more.
    fn step(&self, worlds: &mut Explored) -> Result<bool, RunError> {
        Ok(worlds.step()?)
    }
}

/// Worlds as they are.
pub(crate) struct Usual;

impl Model for Usual {}

impl Run {
    /// A run that nobody moves yet.
    pub(crate) fn new(name: String, settings: Settings, scenario: Scenario, claim: Arc<Claim>) -> Self {
        Self {
            name,
            settings,
            scenario,
            lives: Mutex::new(FifoCache::new(MOST_LIVES)),
            reasons: Mutex::new(FifoCache::new(MOST_REASONS)),
            claim,
            is_dropped: AtomicBool::new(false),
            shown: Mutex::default(),
            changed: watch::Sender::new(()),
        }
    }

    /// Waits for one of the slots and lives on a thread of its own; leaves when it is no longer wanted.
    pub(crate) async fn live(self: Arc<Self>, slots: Arc<Semaphore>, model: impl Model + 'static) {
        self.tell(|news| news.week(week(0, 0, "waiting")));
        let mut changed = self.changed();
        let slot = tokio::select! {
            biased;
            _ = changed.wait_for(|()| !self.is_wanted()) => return,
            slot = slots.acquire_owned() => slot,
        };
        let (run, thread) = (Arc::clone(&self), std::thread::Builder::new().name(self.name.clone()));
        let started = thread.spawn(move || {
            run.move_on(&model);
            drop(slot);
        });
        if let Err(error) = started {
            self.claim.ends();
            let fault = ApiError::ours(format!("no thread can be started: {error}"));
            self.tell(|news| news.end(End::Failed(fault.told())));
        }
    }

    /// Moves the worlds until they end or nobody wants them.
    pub(crate) fn move_on(&self, model: &dyn Model) {
        let lived = caught(|| self.lived(model));
        self.claim.ends();
        let end = match lived {
            Ok(None) => return,
            Ok(Some(done)) => End::Done(done),
            Err(error) => End::Failed(error.told()),
        };
        self.tell(|news| news.end(end));
    }

    /// Lives all weeks; `None` if the run was dropped on the way.
    fn lived(&self, model: &dyn Model) -> Result<Option<Value>, RunError> {
        let began = Instant::now();
        self.tell(|news| news.week(week(0, 0, "peopling")));
        let mut worlds = model.begin(&self.scenario)?;
        let film = worlds.film();
        self.greet(&film, worlds.tables());
        let (mut more, mut known) = (true, 0);
        while more {
            if !self.is_wanted() {
                return Ok(None);
            }
            more = model.step(&mut worlds)?;
            self.claim.took(worlds.bytes())?;
            if worlds.readings() > known && self.show(&worlds, !more) {
                known = worlds.readings();
            }
            self.tell(|news| news.week(week(worlds.tick(), film.weeks(), "living")));
        }
        let seconds = began.elapsed().as_secs_f64();
        Ok(Some(json!({ "seconds": seconds, "striking": worlds.striking(STRIKING) })))
    }

    /// Shows the worlds as they are before the first week.
    fn greet(&self, film: &Arc<Film>, tables: RunTables) {
        let manifest = &tables.manifest;
        let hello = json!({
            "run": self.name,
            "map": film.map,
            "colourings": film.colourings,
            "worlds": manifest.worlds,
            "phases": manifest.phases,
            "ticks": manifest.ticks,
            "ticks_per_year": manifest.ticks_per_year,
            "start_year": manifest.start_year,
            "persons": manifest.persons,
            "cell_persons": film.map.cell_persons,
        });
        let mut shown = held(&self.shown);
        if self.is_wanted() {
            shown.film = Some(Arc::clone(film));
            shown.data = Some(Arc::new(tables));
            shown.news.hello(hello);
        }
    }

    /// Shows what was read since; says whether it did. While somebody looks at what was read before, that
    /// waits, but for the last time.
    fn show(&self, worlds: &Explored, is_last: bool) -> bool {
        let mut shown = held(&self.shown);
        let Some(known) = &mut shown.data else { return false };
        if let Some(tables) = Arc::get_mut(known) {
            worlds.catch_up(tables);
            return true;
        }
        let known = Arc::clone(known);
        drop(shown);
        if is_last {
            let mut whole = RunTables::clone(&known);
            worlds.catch_up(&mut whole);
            held(&self.shown).data = self.is_wanted().then(|| Arc::new(whole));
        }
        is_last
    }

    /// Puts something into the news, and lets those know who listen.
    pub(crate) fn tell(&self, what: impl FnOnce(&mut News)) {
        what(&mut held(&self.shown).news);
        self.changed.send_replace(());
    }

    /// Whatever is new for a page.
    pub(crate) fn news(&self, cursor: &mut Cursor) -> Vec<Notice> {
        held(&self.shown).news.tell(cursor)
    }

    /// Changes whenever there is something new.
    pub(crate) fn changed(&self) -> watch::Receiver<()> {
        self.changed.subscribe()
    }

    /// Whether somebody wants it still.
    pub(crate) fn is_wanted(&self) -> bool {
        !self.is_dropped.load(Ordering::Relaxed)
    }

    /// Nobody wants it any more.
    pub(crate) fn drop_it(&self, newer: Newer) {
        self.is_dropped.store(true, Ordering::Relaxed);
        self.claim.leaves();
        // Those who still hold the run need no more of it than that it is gone.
        let mut shown = held(&self.shown);
        let gone = (shown.film.take(), shown.data.take());
        drop(shown);
        drop(gone);
        self.tell(|news| news.end(End::Dropped(newer)));
    }

    /// The frames, once the worlds are there.
    pub(crate) fn film(&self) -> Result<Arc<Film>, ApiError> {
        let known = held(&self.shown).film.clone();
        known.ok_or_else(|| self.early("there is no frame yet"))
    }

    /// What was read so far.
    pub(crate) fn data(&self) -> Result<Arc<RunTables>, ApiError> {
        let known = held(&self.shown).data.clone().filter(|data| !data.measures.is_empty());
        known.ok_or_else(|| self.early("nothing has been measured yet"))
    }

    /// Why something is not there yet, or never will be.
    fn early(&self, message: &str) -> ApiError {
        match held(&self.shown).news.ended() {
            Some(End::Failed(error)) => ApiError::early(format!("the run failed: {}", error["message"])),
            _ => ApiError::early(message).hint("wait for the next `week` of the events of the run"),
        }
    }

    /// Numbered news that are kept of it.
    pub(crate) fn kept_news(&self) -> usize {
        held(&self.shown).news.kept()
    }
}

/// How far a run is.
fn week(tick: u32, weeks: u32, stage: &str) -> Value {
    json!({ "tick": tick, "weeks": weeks, "stage": stage })
}
