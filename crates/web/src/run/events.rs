//! The stream of events of a run: server-sent events, a few a second, with a sign of life in between.
//!
//! A stream asks for what is new when the page is ready to take it, so no more is queued than was new then.
//! It ends when the page leaves, or when the run is dropped.

use super::Run;
use super::news::{Cursor, Notice};
use crate::limits::{BETWEEN_WEEKS, HEARTBEAT};
use crate::place::Seat;
use axum::http::header;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use demerit_scenario::shown::json::told;
use futures_util::stream::unfold;
use std::collections::VecDeque;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::sleep;

/// What a page waits before it connects again.
const RETRY: Duration = Duration::from_secs(1);

/// A page that listens to a run; it gives its seat back when it leaves.
struct Listener {
    run: Arc<Run>,
    cursor: Cursor,
    changed: watch::Receiver<()>,
    waiting: VecDeque<Event>,
    _seat: Arc<Seat>,
}

/// The events of a run from now on, for a page that was told those up to the number `last`.
pub(crate) fn events(run: Arc<Run>, last: Option<u64>, seat: Arc<Seat>) -> Response {
    let mut listener = Listener {
        changed: run.changed(),
        cursor: Cursor::after(last.unwrap_or_default()),
        run,
        waiting: VecDeque::from([Event::default().retry(RETRY)]),
        _seat: seat,
    };
    listener.look();
    let events = unfold(listener, async |mut listener| {
        let event = listener.next().await?;
        Some((Ok::<_, Infallible>(event), listener))
    });
    let events = Sse::new(events).keep_alive(KeepAlive::new().interval(HEARTBEAT).text("alive"));
    ([(header::CACHE_CONTROL, "no-store")], events).into_response()
}

impl Listener {
    /// The next event, once there is one; `None` after the last.
    async fn next(&mut self) -> Option<Event> {
        loop {
            if let Some(event) = self.waiting.pop_front() {
                return Some(event);
            }
            if self.cursor.is_at_end {
                return None;
            }
            self.changed.changed().await.ok()?;
            // Weeks pass faster than anybody can look at them.
            sleep(BETWEEN_WEEKS).await;
            self.look();
        }
    }

    fn look(&mut self) {
        // Whatever comes after what is told now counts as a change again.
        self.changed.borrow_and_update();
        self.waiting.extend(self.run.news(&mut self.cursor).into_iter().map(event));
    }
}

fn event(Notice { number, name, what }: Notice) -> Event {
    Event::default().id(number.to_string()).event(name).data(told(&what))
}
