//! A connection whose other side has to take what it is sent: one that takes nothing for a while is given up.
//!
//! Without it, a page that asks and never reads would hold its connection, and the stream of events on it, for ever.

use std::io::{self, ErrorKind, IoSlice};
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::{Instant, Sleep, sleep};

/// A connection with an end to its patience.
pub(crate) struct Patient {
    stream: TcpStream,
    most: Duration,
    /// Runs while the other side takes nothing.
    end: Pin<Box<Sleep>>,
    is_waiting: bool,
}

impl Patient {
    /// Gives up once the other side has taken nothing for this long.
    pub(crate) fn new(stream: TcpStream, most: Duration) -> Self {
        Self { stream, most, end: Box::pin(sleep(most)), is_waiting: false }
    }

    /// What came of trying to send, or the end of patience.
    fn judged<T>(&mut self, tried: Poll<io::Result<T>>, context: &mut Context<'_>) -> Poll<io::Result<T>> {
        if tried.is_ready() {
            self.is_waiting = false;
            return tried;
        }
        if !self.is_waiting {
            self.is_waiting = true;
            self.end.as_mut().reset(Instant::now() + self.most);
        }
        ready!(self.end.as_mut().poll(context));
        Poll::Ready(Err(ErrorKind::TimedOut.into()))
    }
}

impl AsyncRead for Patient {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for Patient {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let tried = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.judged(tried, context)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let tried = Pin::new(&mut self.stream).poll_write_vectored(context, slices);
        self.judged(tried, context)
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
    use crate::listen::Listening;
    use std::future::poll_fn;
    use std::net::{Ipv4Addr, TcpStream as Plain};

    #[test]
    fn who_takes_nothing_is_given_up() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let listening = Listening::at(0).unwrap();
            let other = Plain::connect((Ipv4Addr::LOCALHOST, listening.port)).unwrap();
            let mut patient = Patient::new(listening.next().await, Duration::from_millis(50));
            let much = vec![0; 64 * 1024];
            let mut sent = 0;
            let error = loop {
                match poll_fn(|context| Pin::new(&mut patient).poll_write(context, &much)).await {
                    Ok(bytes) => sent += bytes,
                    Err(error) => break error,
                }
                assert!(sent < 1 << 30);
            };
            assert_eq!(error.kind(), ErrorKind::TimedOut);
            drop(other);
        });
    }
}
