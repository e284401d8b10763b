//! How much of anything the explorer keeps, takes in or waits for. Whatever can pile up has its bound here.

use demerit_scenario::schema_check::LARGEST_TEXT;
use std::time::Duration;

/// Connections at a time; a further one takes the place of whichever got on with nothing for longest.
pub(crate) const MOST_CONNECTIONS: usize = 64;

/// Streams of events at a time, over all pages that are open; a further one takes a place in the same way.
pub(crate) const MOST_STREAMS: usize = 8;

/// Runs that are kept; the oldest goes when another comes.
pub(crate) const MOST_RUNS: usize = 4;

/// Runs that move at a time.
pub(crate) const MOST_MOVING: usize = 2;

/// Lives that are kept of a run.
pub(crate) const MOST_LIVES: usize = 50;

/// Answers to "why" that are kept of a run.
pub(crate) const MOST_REASONS: usize = 50;

/// Lives and answers that wait to be worked out, over all runs.
pub(crate) const MOST_JOBS: usize = 16;

/// Studies that were opened and are kept; the oldest goes when another comes.
pub(crate) const MOST_OPENED: usize = 8;

/// News of a run that a page which comes back can catch up on.
pub(crate) const MOST_NEWS: usize = 64;

/// Answers that are worked out at a time (frames, charts, lives).
pub(crate) const MOST_AT_WORK: usize = 4;

/// Bytes of a body of JSON.
pub(crate) const JSON_BYTES: usize = 64 * 1024;

/// Bytes of a study that is opened.
pub(crate) const STUDY_BYTES: usize = LARGEST_TEXT;

/// Bytes of a body that is too large and is taken in all the same, so that the refusal is heard.
pub(crate) const DRAINED_BYTES: usize = 16 * STUDY_BYTES;

/// Bytes of the head of a request.
pub(crate) const HEAD_BYTES: usize = 16 * 1024;

/// Headers of a request.
pub(crate) const MOST_HEADERS: usize = 64;

/// Years of a run: readings and the people of each year are kept of all of them.
pub(crate) const MOST_YEARS: f64 = 60.0;

/// Persons times years of a run.
pub(crate) const MOST_PERSON_YEARS: f64 = 8_000_000.0;

/// Persons times years of each of the small worlds in which a measure is shared out among mechanisms. They
/// last as long as the run that is explained: what begins in its fourth year is not seen in three.
pub(crate) const PERSON_YEARS_OF_A_REASON: f64 = 30_000.0;

/// For how long a study is checked that was opened or is to be saved; one is at a time.
pub(crate) const CHECK_TIME: Duration = Duration::from_secs(10);

/// Until the head of a request has come, and how long a connection may lie idle.
pub(crate) const HEAD_TIME: Duration = Duration::from_secs(15);

/// Until a body has come.
pub(crate) const BODY_TIME: Duration = Duration::from_secs(10);

/// How long the other side may take nothing of what is sent.
pub(crate) const SENDING_TIME: Duration = Duration::from_secs(30);

/// Between two signs of life in a stream of events.
pub(crate) const HEARTBEAT: Duration = Duration::from_secs(10);

/// Between two words on how far a run is.
pub(crate) const BETWEEN_WEEKS: Duration = Duration::from_millis(200);
