//! The stream of events of a run: server-sent events, a few a second, with a sign of life in between.
//!
//! A stream asks for what is new when the page is ready to take it, so nothing is queued beyond one piece of text. It ends when the
//! page leaves, or when the run is dropped.

use crate::caps::{BETWEEN_WEEKS, HEARTBEAT};
use crate::news::Told;
use crate::run::Run;
use axum::body::{Body, Bytes};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use futures_core::Stream;
use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use tokio::sync::{OwnedSemaphorePermit, mpsc};
use tokio::time::sleep;

/// What a page waits before it connects again, in milliseconds.
const AGAIN: &str = "retry: 1000\n\n";

/// What is sent when there is nothing to say.
const ALIVE: &str = ": alive\n\n";

/// Pieces of text on their way.
struct Pieces(mpsc::Receiver<String>);

impl Stream for Pieces {
    type Item = Result<Bytes, Infallible>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.poll_recv(context).map(|piece| piece.map(|piece| Ok(piece.into())))
    }
}

/// Begins to tell; the place is given back when the stream ends.
pub(crate) fn answer(run: Arc<Run>, last: Option<u64>, place: OwnedSemaphorePermit) -> Response {
    let (pieces, taken) = mpsc::channel(1);
    tokio::spawn(async move {
        tell(&run, last, &pieces).await;
        drop(place);
    });
    let kind = (header::CONTENT_TYPE, "text/event-stream");
    ([kind], Body::from_stream(Pieces(taken))).into_response()
}

async fn tell(run: &Run, last: Option<u64>, pieces: &mpsc::Sender<String>) {
    let mut bell = run.bell();
    let mut told = last.map_or_else(Told::default, Told::up_to);
    let mut piece = AGAIN.to_owned();
    loop {
        // From here on the bell rings for whatever comes after what is told now.
        bell.borrow_and_update();
        piece.push_str(&run.news(&mut told));
        if !piece.is_empty() && pieces.send(std::mem::take(&mut piece)).await.is_err() || told.everything() {
            return;
        }
        tokio::select! {
            () = pieces.closed() => return,
            () = sleep(HEARTBEAT) => piece.push_str(ALIVE),
            rung = bell.changed() => {
                if rung.is_err() {
                    return;
                }
                // Weeks pass faster than anybody can look at them.
                tokio::select! {
                    () = pieces.closed() => return,
                    () = sleep(BETWEEN_WEEKS) => {}
                }
            }
        }
    }
}
