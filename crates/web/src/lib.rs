//! The explorer: a page in the browser in which people look at a made-up society, change it and understand
//! it.
//!
//! [`Explorer::open`] listens on this machine alone, and [`Explorer::answer`] answers until the program ends.
//! The page asks for a run; a thread of its own moves the two worlds ([`run`]); the page is told how far it
//! is and fetches frames, charts and lives ([`answers`]). Whatever comes in passes the [`guard`]; whatever is
//! kept has its bound in [`limits`].
//!
//! Leaves out: real people. There is no way in for data on persons; a study that is opened is a text of
//! figures and rules, checked like any file, and no name in it opens another.

mod answers;
mod api_error;
mod extract;
mod fifo_cache;
mod figures;
mod guard;
mod held;
mod jobs;
mod limits;
mod listen;
mod memory;
mod place;
mod router;
mod run;
mod state;

pub use state::Kept;

use api_error::ApiError;
use demerit_scenario::load::Scenario;
use demerit_words::Language;
use guard::Guard;
use guard::token::{self, Token};
use listen::Listening;
use state::AppState;
use std::convert::Infallible;
use std::io::{self, ErrorKind};
use std::sync::Arc;

/// The port unless another is named: the year of the report that all this began with.
pub const PORT: u16 = 2018;

/// Why there is no explorer.
#[derive(Debug, thiserror::Error)]
pub enum ExplorerError {
    /// Another program listens there, perhaps another explorer.
    #[error("port {0} is taken")]
    Taken(u16),
    /// The system does not let this program listen there.
    #[error("port {0} cannot be used: {1}")]
    Port(u16, io::Error),
    /// The system does not give what is needed.
    #[error("the explorer cannot be started: {0}")]
    System(String),
}

impl ExplorerError {
    /// What may help.
    #[must_use]
    pub const fn hint(&self) -> Option<&'static str> {
        match self {
            Self::Taken(_) => {
                Some("perhaps an explorer is open already; --port 0 takes any port that is free")
            }
            Self::Port(..) => Some("--port 0 takes any port that is free"),
            Self::System(_) => None,
        }
    }
}

/// What is shown at first.
#[derive(Debug)]
pub enum First {
    /// The explorer's own study.
    Usual,
    /// A study of the catalogue.
    Named(String),
    /// A study that was read from a file.
    Opened(Box<Scenario>),
}

/// An explorer that listens.
pub struct Explorer {
    listening: Listening,
    state: Arc<AppState>,
}

/// Looks at how much an explorer keeps.
#[derive(Clone)]
pub struct Watch(Arc<AppState>);

impl Watch {
    /// How many things are kept at the moment.
    #[must_use]
    pub fn kept(&self) -> Kept {
        self.0.kept()
    }
}

impl Explorer {
    /// Begins to listen on a port of this machine; 0 takes any that is free.
    ///
    /// # Errors
    /// The port is taken or refused; the system gives no luck for a token.
    pub fn open(port: u16, language: Language, first: First) -> Result<Self, ExplorerError> {
        let listening = Listening::at(port).map_err(|error| match error.kind() {
            ErrorKind::AddrInUse => ExplorerError::Taken(port),
            _ => ExplorerError::Port(port, error),
        })?;
        let guard = Guard::new(listening.port, Token::draw().map_err(ExplorerError::System)?);
        let start_id = token::start_id().map_err(ExplorerError::System)?;
        let mut state = AppState::new(guard, start_id, language);
        let system = |error: ApiError| ExplorerError::System(error.told().to_string());
        match first {
            First::Usual => {}
            First::Named(name) => state.first = name,
            First::Opened(scenario) => state.show_first(*scenario).map_err(system)?,
        }
        Ok(Self { listening, state: Arc::new(state) })
    }

    /// Where the page is.
    #[must_use]
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.listening.port)
    }

    /// Looks at how much is kept, also while it answers.
    #[must_use]
    pub fn watch(&self) -> Watch {
        Watch(Arc::clone(&self.state))
    }

    /// Answers until the program ends.
    ///
    /// # Errors
    /// The system gives no threads, or does not let the listener be waited for.
    pub fn answer(self) -> Result<Infallible, ExplorerError> {
        let system = |error: io::Error| ExplorerError::System(error.to_string());
        let state = Arc::clone(&self.state);
        let jobs = std::thread::Builder::new().name("jobs".to_owned());
        jobs.spawn(move || state.jobs.work(&state.claims)).map_err(system)?;
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_io()
            .enable_time()
            .max_blocking_threads(limits::MOST_AT_WORK)
            .build()
            .map_err(system)?;
        let router = router::router(&self.state);
        runtime.block_on(self.listening.answer(router)).map_err(system)
    }
}
