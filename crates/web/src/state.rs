//! What the explorer keeps between requests: studies that were opened, runs, jobs; each with its bound.
//!
//! A page has one run. When it asks for another, or when there are too many, the old one is dropped: its
//! thread stops within a week of the model, and whoever listens to it is told.

use crate::api_error::ApiError;
use crate::fifo_cache::FifoCache;
use crate::guard::Guard;
use crate::held::held;
use crate::jobs::Jobs;
use crate::limits::{
    CHECK_TIME, MOST_AT_WORK, MOST_MOVING, MOST_OPENED, MOST_PERSON_YEARS, MOST_RUNS, MOST_STREAMS,
    MOST_YEARS,
};
use crate::memory::Claims;
use crate::place::{self, Place, Seat};
use crate::run::{Newer, Run, Usual};
use demerit_explore::Settings;
use demerit_scenario::catalogue::{self, Kind};
use demerit_scenario::load::{self, Scenario};
use demerit_study::outside::Disk;
use demerit_study::run::free_memory;
use demerit_words::Language;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, Mutex, Weak};
use std::time::Instant;
use tokio::sync::Semaphore;

/// The study that is shown unless another is named: the one that `demerit run` runs.
const STUDY: &str = "no-dark-corner";

/// What the name of a study begins with that was opened.
const OPENED: &str = "opened-";

/// What the explorer keeps.
pub(crate) struct AppState {
    /// Who may pass.
    pub(crate) guard: Arc<Guard>,
    /// The language of the page unless it asks for another.
    pub(crate) language: Language,
    /// The study that the page shows at first.
    pub(crate) first: String,
    /// That study, if it is none of the catalogue. It stays however many are opened.
    own: Option<Arc<Scenario>>,
    /// Lives and answers that are worked out.
    pub(crate) jobs: Jobs,
    /// What the names of this start's runs begin with.
    start_id: String,
    /// Permits of runs that move; whoever waits for one or has one holds on to it.
    slots: Arc<Semaphore>,
    /// What runs and jobs were promised of the memory.
    pub(crate) claims: Arc<Claims>,
    runs: Mutex<Runs>,
    opened: Mutex<FifoCache<String, Arc<Scenario>>>,
    streams: Mutex<Vec<Weak<Seat>>>,
    at_work: Arc<Semaphore>,
    checks: Arc<Semaphore>,
}

/// The runs, by the page that asked for them.
struct Runs {
    by_page: FifoCache<String, Arc<Run>>,
    begun: u64,
}

/// How many things the explorer keeps at the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Runs.
    pub runs: usize,
    /// Runs that move, each on a thread.
    pub moving: usize,
    /// Runs that move, wait to, or are about to end.
    pub unfinished: usize,
    /// Lives, over all runs.
    pub lives: usize,
    /// Answers to "why", over all runs.
    pub reasons: usize,
    /// News of runs that wait for pages.
    pub news: usize,
    /// Studies that were opened.
    pub opened: usize,
    /// Jobs that wait.
    pub jobs: usize,
    /// Streams of events.
    pub streams: usize,
}

impl AppState {
    /// Nothing is kept yet; `start_id` is another one at each start.
    pub(crate) fn new(guard: Guard, start_id: String, language: Language) -> Self {
        Self {
            guard: Arc::new(guard),
            language,
            first: STUDY.to_owned(),
            own: None,
            jobs: Jobs::default(),
            start_id,
            slots: Arc::new(Semaphore::new(MOST_MOVING)),
            claims: Claims::of(free_memory),
            runs: Mutex::new(Runs { by_page: FifoCache::new(MOST_RUNS), begun: 0 }),
            opened: Mutex::new(FifoCache::new(MOST_OPENED)),
            streams: Mutex::default(),
            at_work: Arc::new(Semaphore::new(MOST_AT_WORK)),
            checks: Arc::new(Semaphore::new(1)),
        }
    }

    /// Shows a study of a file at first.
    pub(crate) fn show_first(&mut self, scenario: Scenario) -> Result<(), ApiError> {
        self.first = name_of(&scenario)?;
        self.own = Some(Arc::new(scenario));
        Ok(())
    }

    /// Keeps a study that was opened; gives the name that settings know it by.
    pub(crate) fn open(&self, scenario: Scenario) -> Result<String, ApiError> {
        let name = name_of(&scenario)?;
        held(&self.opened).put(name.clone(), Arc::new(scenario));
        Ok(name)
    }

    /// The study that settings build upon: one of the catalogue, or one that was opened. Never a file.
    pub(crate) fn base(&self, name: &str) -> Result<Arc<Scenario>, ApiError> {
        let own = self.own.as_ref().filter(|_| name == self.first).cloned();
        let opened = own.or_else(|| held(&self.opened).find(&name.to_owned()).cloned());
        if let Some(scenario) = opened {
            return Ok(scenario);
        }
        if catalogue::text(Kind::Study, name).is_some() {
            return Ok(Arc::new(load::study(name, &Disk)?));
        }
        let (message, hint) = if name.starts_with(OPENED) {
            ("this study is not open any more", "open its file again".to_owned())
        } else {
            (
                "there is no such study",
                format!("the catalogue has: {}", catalogue::names(Kind::Study).join(", ")),
            )
        };
        Err(ApiError::unknown(message).place("base").hint(hint))
    }

    /// Begins a run for a page, in place of the one that it had.
    pub(crate) fn begin(&self, page: String, settings: Settings) -> Result<Arc<Run>, ApiError> {
        let base = self.base(&settings.base)?;
        let scenario = settings.scenario(&base)?;
        fits(&scenario)?;
        let (run, old) = {
            let mut runs = held(&self.runs);
            let first = runs.by_page.all().next().filter(|_| runs.by_page.len() >= MOST_RUNS);
            let old = runs.by_page.find(&page).or(first);
            let claim = self.claims.claim(&scenario, old.map(|old| &*old.claim))?;
            runs.begun += 1;
            let name = format!("{}-{}", self.start_id, runs.begun);
            let run = Arc::new(Run::new(name, settings, scenario, claim));
            let is_known = runs.by_page.find(&page).is_some();
            let newer = if is_known { Newer::OfThePage } else { Newer::OfOthers };
            let old = runs.by_page.put(page, Arc::clone(&run));
            (run, old.map(|old| (old, newer)))
        };
        if let Some((old, newer)) = old {
            old.drop_it(newer);
        }
        tokio::spawn(Arc::clone(&run).live(Arc::clone(&self.slots), Usual));
        Ok(run)
    }

    /// The run with a name.
    pub(crate) fn run(&self, name: &str) -> Result<Arc<Run>, ApiError> {
        let found = held(&self.runs).by_page.all().find(|run| run.name == name).cloned();
        found.ok_or_else(|| {
            ApiError::unknown("there is no such run, or it was dropped for a newer one")
                .place("run")
                .hint("post the settings again")
        })
    }

    /// A seat for a stream of events on a connection; where all are taken, the connection of another goes.
    pub(crate) fn stream(&self, place: Arc<Place>) -> Arc<Seat> {
        place::take(&mut held(&self.streams), MOST_STREAMS, Seat(place))
    }

    /// Works something out on a thread that may take its time; a few do at once, the others wait.
    pub(crate) async fn work_out<T: Send + 'static>(
        self: Arc<Self>,
        what: impl FnOnce(&Self) -> Result<T, ApiError> + Send + 'static,
    ) -> Result<T, ApiError> {
        let permit = Arc::clone(&self.at_work).acquire_owned().await;
        let done = tokio::task::spawn_blocking(move || {
            let done = what(&self);
            drop(permit);
            done
        });
        done.await.unwrap_or_else(|fault| Err(ApiError::fault(fault)))
    }

    /// Checks a study in this way, one at a time, so that room is left for answers to others. It is asked now
    /// and then whether that is wanted: until its time is over, or whoever asked has left.
    pub(crate) async fn check<T: Send + 'static>(
        self: Arc<Self>,
        what: impl FnOnce(&Self, &dyn Fn() -> bool) -> Result<T, ApiError> + Send + 'static,
    ) -> Result<T, ApiError> {
        let turn = Arc::clone(&self.checks).acquire_owned().await;
        let asks = Arc::new(());
        let asked = Arc::downgrade(&asks);
        let done = self.work_out(move |state| {
            let end = Instant::now() + CHECK_TIME;
            let done = what(state, &|| asked.strong_count() > 0 && Instant::now() < end);
            drop(turn);
            done
        });
        let done = done.await;
        drop(asks);
        done
    }

    /// How many things are kept.
    pub(crate) fn kept(&self) -> Kept {
        let runs = held(&self.runs);
        let sum = |of: fn(&Run) -> usize| runs.by_page.all().map(|run| of(run)).sum();
        Kept {
            runs: runs.by_page.len(),
            moving: MOST_MOVING - self.slots.available_permits(),
            unfinished: Arc::strong_count(&self.slots) - 1,
            lives: sum(|run| held(&run.lives).len()),
            reasons: sum(|run| held(&run.reasons).len()),
            news: sum(Run::kept_news),
            opened: held(&self.opened).len(),
            jobs: self.jobs.waiting(),
            streams: held(&self.streams).iter().filter(|seat| seat.strong_count() > 0).count(),
        }
    }
}

/// The name that settings know a study by that was opened: the same for the same study.
fn name_of(scenario: &Scenario) -> Result<String, ApiError> {
    let text = toml::to_string(&scenario.bundle()).map_err(ApiError::fault)?;
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    Ok(format!("{OPENED}{:016x}", hasher.finish()))
}

/// Whether a run is small enough to be kept.
fn fits(scenario: &Scenario) -> Result<(), ApiError> {
    let (persons, years) = (f64::from(scenario.study.persons), scenario.study.years);
    if years > MOST_YEARS {
        let hint = format!("up to {MOST_YEARS} years can be explored; `demerit run` takes more");
        return Err(ApiError::bad(format!("{years} years are too many")).place("years").hint(hint));
    }
    if persons * years > MOST_PERSON_YEARS {
        let message = format!("{persons} persons are too many for {years} years");
        let hint =
            format!("up to {:.0} persons can be explored over so many years", MOST_PERSON_YEARS / years);
        return Err(ApiError::bad(message).place("persons").hint(hint));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guard::token::Token;
    use demerit_scenario::load::LoadError;
    use demerit_study::run::Free;
    use std::time::Duration;

    fn state() -> Arc<AppState> {
        let guard = Guard::new(2018, Token::draw().unwrap());
        Arc::new(AppState::new(guard, "start".to_owned(), Language::En))
    }

    fn block_on<T>(act: impl Future<Output = T>) -> T {
        tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap().block_on(act)
    }

    /// Works as long as it is wanted.
    fn endless(is_wanted: &dyn Fn() -> bool) -> Result<(), ApiError> {
        while is_wanted() {
            std::thread::sleep(Duration::from_millis(1));
        }
        Err(LoadError::Stopped.into())
    }

    #[test]
    fn a_check_ends_when_its_time_is_over_and_is_told() {
        let began = Instant::now();
        let stopped = block_on(state().check(|_, is_wanted| endless(is_wanted))).unwrap_err();
        assert!(began.elapsed() >= CHECK_TIME);
        let told = stopped.told().to_string();
        assert!(told.contains("the check took longer than 10 seconds and was stopped"), "{told}");
    }

    #[test]
    fn a_check_ends_when_whoever_asked_has_left() {
        block_on(async {
            let state = state();
            let (begin, begun) = tokio::sync::oneshot::channel();
            let first = Arc::clone(&state).check(move |_, is_wanted| {
                let _ = begin.send(Instant::now());
                endless(is_wanted)
            });
            let asks = tokio::spawn(first);
            let began = begun.await.unwrap();
            asks.abort();
            // The next one has its turn when the first has stopped.
            let turn = Arc::clone(&state).check(|_, is_wanted| Ok((is_wanted(), Instant::now()))).await;
            let (is_wanted, now) = turn.unwrap();
            assert!(is_wanted && now < began + CHECK_TIME, "the first is at work still");
        });
    }

    #[test]
    fn a_run_that_is_refused_leaves_the_one_that_its_page_has() {
        block_on(async {
            let mut state =
                AppState::new(Guard::new(2018, Token::draw().unwrap()), "start".to_owned(), Language::En);
            state.claims = Claims::of(|| Some(Free { to_take: 80_000_000, free: 90_000_000 }));
            let _none_moves = state.slots.clone().try_acquire_many_owned(MOST_MOVING as u32).unwrap();
            let of = |persons| Settings { persons, years: 0.1, ..Settings::default() };
            let first = state.begin("page-1".to_owned(), of(100)).unwrap();
            assert!(state.begin("page-2".to_owned(), of(100)).is_err(), "what is free was promised");
            assert!(state.begin("page-1".to_owned(), of(400_000)).is_err());
            assert!(first.is_wanted() && state.run(&first.name).is_ok());
            state.begin("page-1".to_owned(), of(200)).unwrap();
            assert!(!first.is_wanted(), "its own makes room");
        });
    }
}
