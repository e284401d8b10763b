//! Places: each connection has one, and there are so many. Whoever comes gets one; where all are taken, the
//! one goes that has got on with nothing for longest: first those that have not asked anything whole yet,
//! then whoever asked or took a byte of an answer the longest time ago.
//!
//! So connections that say nothing, say it slowly or read nothing of what they asked for shut nobody out, and
//! a page that works keeps its place.

use crate::held::held;
use std::io;
use std::pin::Pin;
use std::sync::{Arc, Mutex, Weak};
use std::task::{Context, Poll};
use std::time::Instant;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::sync::Notify;

/// The place of a connection.
#[derive(Default)]
pub(crate) struct Place {
    moved: Mutex<Option<Instant>>,
    given_up: Notify,
}

impl Place {
    /// It has asked something, or taken something of an answer.
    pub(crate) fn moves(&self) {
        *held(&self.moved) = Some(Instant::now());
    }

    /// Comes back once the place is given to another.
    pub(crate) async fn given_up(&self) {
        self.given_up.notified().await;
    }
}

impl AsRef<Self> for Place {
    fn as_ref(&self) -> &Self {
        self
    }
}

/// What a stream of events has of the place of its connection.
pub(crate) struct Seat(pub(crate) Arc<Place>);

impl AsRef<Place> for Seat {
    fn as_ref(&self) -> &Place {
        &self.0
    }
}

/// Takes something that has a place in, of so many at most; where they are all there, one goes for it.
pub(crate) fn take<T: AsRef<Place>>(taken: &mut Vec<Weak<T>>, most: usize, one: T) -> Arc<T> {
    let mut there: Vec<Arc<T>> = taken.iter().filter_map(Weak::upgrade).collect();
    let moved = |one: &Arc<T>| *held(&T::as_ref(one).moved);
    if there.len() >= most
        && let Some(index) = (0..there.len()).min_by_key(|&index| moved(&there[index]))
    {
        T::as_ref(&there.remove(index)).given_up.notify_one();
    }
    there.push(Arc::new(one));
    *taken = there.iter().map(Arc::downgrade).collect();
    there.swap_remove(there.len() - 1)
}

/// A stream that tells its place whenever the other side takes something.
pub(crate) struct Noted {
    pub(crate) stream: TcpStream,
    pub(crate) place: Arc<Place>,
}

impl Noted {
    fn noted(&self, taken: Poll<io::Result<usize>>) -> Poll<io::Result<usize>> {
        if matches!(taken, Poll::Ready(Ok(1..))) {
            self.place.moves();
        }
        taken
    }
}

impl AsyncRead for Noted {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, bytes)
    }
}

impl AsyncWrite for Noted {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let taken = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.noted(taken)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        pieces: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let taken = Pin::new(&mut self.stream).poll_write_vectored(context, pieces);
        self.noted(taken)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_got_on_with_nothing_for_longest_makes_room() {
        let (mut places, is_there) = (Vec::new(), |places: &[Weak<Place>], one: &Arc<Place>| {
            places.iter().any(|place| place.upgrade().is_some_and(|place| Arc::ptr_eq(&place, one)))
        });
        let come = |places: &mut Vec<Weak<Place>>| take(places, 2, Place::default());
        let (asked, silent) = (come(&mut places), come(&mut places));
        asked.moves();
        let later = come(&mut places);
        assert!(is_there(&places, &asked) && !is_there(&places, &silent), "it has asked nothing");
        later.moves();
        let last = come(&mut places);
        assert!(is_there(&places, &later) && !is_there(&places, &asked), "it asked first");
        drop(last);
        let room = come(&mut places);
        assert!(is_there(&places, &later) && is_there(&places, &room), "who leaves makes room as well");
    }
}
