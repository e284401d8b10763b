//! The desk: what the explorer keeps between requests. Studies that were opened, runs, errands; each with its bound.
//!
//! A page has one run. When it asks for another, or when there are too many, the old one is dropped: its thread stops within a week of
//! the model, and whoever listens to it is told.

use crate::caps::{
    MOST_AT_WORK, MOST_MOVING, MOST_OPENED, MOST_PERSON_YEARS, MOST_RUNS, MOST_STREAMS, MOST_YEARS,
};
use crate::errands::Errands;
use crate::gate::Gate;
use crate::guard::Guard;
use crate::news::Newer;
use crate::pair::Begin;
use crate::refusal::Refusal;
use crate::run::{Run, held};
use crate::shelf::Shelf;
use demerit_explore::Settings;
use demerit_scenario::catalogue::{self, Kind};
use demerit_scenario::load::{self, Scenario};
use demerit_study::outside::Disk;
use demerit_words::Language;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// The study that is shown unless another is named.
const STUDY: &str = "what-if";

/// What the name of a study begins with that was opened.
const OPENED: &str = "opened-";

/// What the explorer keeps.
pub(crate) struct Desk {
    /// Who may pass.
    pub(crate) guard: Arc<Guard>,
    /// The language of the page unless it asks for another.
    pub(crate) language: Language,
    /// The study that the page shows at first.
    pub(crate) first: String,
    /// That study, if it is none of the catalogue. It stays however many are opened.
    own: Option<Arc<Scenario>>,
    /// Lives and answers that are worked out.
    pub(crate) errands: Errands,
    begin: Box<Begin>,
    /// What the names of this start's runs begin with.
    mark: String,
    gate: Gate,
    threads: AtomicUsize,
    runs: Mutex<Runs>,
    opened: Mutex<Shelf<String, Arc<Scenario>>>,
    streams: Arc<Semaphore>,
    at_work: Arc<Semaphore>,
}

/// The runs, by the page that asked for them.
struct Runs {
    by_page: Shelf<String, Arc<Run>>,
    begun: u64,
}

/// How many things the explorer keeps at the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Runs.
    pub runs: usize,
    /// Runs that move.
    pub moving: usize,
    /// Threads of runs: of those that move, wait to, or are about to end.
    pub threads: usize,
    /// Lives, over all runs.
    pub lives: usize,
    /// Answers to "why", over all runs.
    pub reasons: usize,
    /// News of runs that wait for pages.
    pub news: usize,
    /// Studies that were opened.
    pub opened: usize,
    /// Errands that wait.
    pub errands: usize,
    /// Streams of events.
    pub streams: usize,
}

impl Desk {
    /// An empty desk; `mark` is another one at each start.
    pub(crate) fn new(guard: Guard, mark: String, language: Language, begin: Box<Begin>) -> Self {
        Self {
            guard: Arc::new(guard),
            language,
            first: STUDY.to_owned(),
            own: None,
            errands: Errands::default(),
            begin,
            mark,
            gate: Gate::new(MOST_MOVING),
            threads: AtomicUsize::new(0),
            runs: Mutex::new(Runs { by_page: Shelf::new(MOST_RUNS), begun: 0 }),
            opened: Mutex::new(Shelf::new(MOST_OPENED)),
            streams: Arc::new(Semaphore::new(MOST_STREAMS)),
            at_work: Arc::new(Semaphore::new(MOST_AT_WORK)),
        }
    }

    /// Shows a study of a file at first.
    pub(crate) fn show_first(&mut self, scenario: Scenario) -> Result<(), Refusal> {
        self.first = name_of(&scenario)?;
        self.own = Some(Arc::new(scenario));
        Ok(())
    }

    /// Keeps a study that was opened; gives the name that settings know it by.
    pub(crate) fn open(&self, scenario: Scenario) -> Result<String, Refusal> {
        let name = name_of(&scenario)?;
        held(&self.opened).put(name.clone(), Arc::new(scenario));
        Ok(name)
    }

    /// The study that settings build upon: one of the catalogue, or one that was opened. Never a file.
    pub(crate) fn base(&self, name: &str) -> Result<Arc<Scenario>, Refusal> {
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
        Err(Refusal::unknown(message).place("base").hint(hint))
    }

    /// Begins a run for a page, in place of the one that it had.
    pub(crate) fn begin(self: &Arc<Self>, page: String, settings: Settings) -> Result<Arc<Run>, Refusal> {
        let base = self.base(&settings.base)?;
        let scenario = settings.scenario(&base)?;
        fits(&scenario)?;
        let (run, old) = {
            let mut runs = held(&self.runs);
            runs.begun += 1;
            let run = Arc::new(Run::new(format!("{}-{}", self.mark, runs.begun), settings, scenario));
            let is_known = runs.by_page.find(&page).is_some();
            let newer = if is_known { Newer::OfThePage } else { Newer::OfOthers };
            let old = runs.by_page.put(page, Arc::clone(&run));
            (run, old.map(|old| (old, newer)))
        };
        if let Some((old, newer)) = old {
            old.drop_it(newer, &self.gate);
        }
        let (desk, moved) = (Arc::clone(self), Arc::clone(&run));
        let thread = std::thread::Builder::new().name(run.name.clone());
        self.threads.fetch_add(1, Ordering::Relaxed);
        let started = thread.spawn(move || {
            moved.live(&desk.gate, &*desk.begin);
            desk.threads.fetch_sub(1, Ordering::Relaxed);
        });
        if let Err(error) = started {
            self.threads.fetch_sub(1, Ordering::Relaxed);
            return Err(Refusal::ours(format!("no thread can be started: {error}")));
        }
        Ok(run)
    }

    /// The run with a name.
    pub(crate) fn run(&self, name: &str) -> Result<Arc<Run>, Refusal> {
        let found = held(&self.runs).by_page.all().find(|run| run.name == name).cloned();
        found.ok_or_else(|| {
            Refusal::unknown("there is no such run, or it was dropped for a newer one")
                .place("run")
                .hint("post the settings again")
        })
    }

    /// A place for a stream of events.
    pub(crate) fn stream(&self) -> Result<OwnedSemaphorePermit, Refusal> {
        Arc::clone(&self.streams)
            .try_acquire_owned()
            .map_err(|_| Refusal::busy("too many pages are open", "close one of them"))
    }

    /// Works something out on a thread that may take its time; so many do at once, the others wait.
    pub(crate) async fn work_out<T: Send + 'static>(
        &self,
        what: impl FnOnce() -> Result<T, Refusal> + Send + 'static,
    ) -> Result<T, Refusal> {
        let place = Arc::clone(&self.at_work).acquire_owned().await;
        let done = tokio::task::spawn_blocking(move || {
            let done = what();
            drop(place);
            done
        });
        done.await.unwrap_or_else(|fault| Err(Refusal::ours(fault.to_string())))
    }

    /// How many things are kept.
    pub(crate) fn kept(&self) -> Kept {
        let runs = held(&self.runs);
        let sum = |of: fn(&Run) -> usize| runs.by_page.all().map(|run| of(run)).sum();
        Kept {
            runs: runs.by_page.len(),
            moving: self.gate.inside(),
            threads: self.threads.load(Ordering::Relaxed),
            lives: sum(|run| held(&run.lives).len()),
            reasons: sum(|run| held(&run.reasons).len()),
            news: sum(Run::kept_news),
            opened: held(&self.opened).len(),
            errands: self.errands.waiting(),
            streams: MOST_STREAMS - self.streams.available_permits(),
        }
    }
}

/// The name that settings know a study by that was opened: the same for the same study.
fn name_of(scenario: &Scenario) -> Result<String, Refusal> {
    let text = toml::to_string(&scenario.bundle()).map_err(|error| Refusal::ours(error.to_string()))?;
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    Ok(format!("{OPENED}{:016x}", hasher.finish()))
}

/// Whether a run is small enough to be kept.
fn fits(scenario: &Scenario) -> Result<(), Refusal> {
    let (persons, years) = (f64::from(scenario.study.persons), scenario.study.years);
    if years > MOST_YEARS {
        let hint = format!("up to {MOST_YEARS} years can be explored; `demerit run` takes more");
        return Err(Refusal::bad(format!("{years} years are too many")).place("years").hint(hint));
    }
    if persons * years > MOST_PERSON_YEARS {
        let message = format!("{persons} persons are too many for {years} years");
        let hint =
            format!("up to {:.0} persons can be explored over so many years", MOST_PERSON_YEARS / years);
        return Err(Refusal::bad(message).place("persons").hint(hint));
    }
    Ok(())
}
