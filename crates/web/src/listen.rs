//! Listening: on this machine alone, for a bounded number of connections, each of which has to be read from.
//!
//! A connection closes when the head of a request does not come in time (which is also how long it may lie
//! idle), when its head is too large, or when the other side takes nothing of an answer. One connection too
//! many is told so and closed.

use crate::limits::{HEAD_BYTES, HEAD_TIME, MOST_CONNECTIONS, MOST_HEADERS, SENDING_TIME};
use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use std::convert::Infallible;
use std::io::{self, ErrorKind};
use std::net::{Ipv4Addr, TcpListener};
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpStream;
use tokio::sync::Semaphore;
use tokio::time::sleep;
use tokio_io_timeout::TimeoutWriter;

/// What one connection too many is told.
const FULL: &[u8] =
    b"HTTP/1.1 503 Service Unavailable\r\ncontent-length: 0\r\nretry-after: 1\r\nconnection: close\r\n\r\n";

/// How long to wait when no connection can be taken in, such as for want of file handles.
const BREATH: Duration = Duration::from_millis(100);

/// A listener, and where it listens.
pub(crate) struct Listening {
    listener: TcpListener,
    /// The port of this machine.
    pub(crate) port: u16,
}

impl Listening {
    /// Begins to listen on a port of this machine; 0 takes any that is free.
    ///
    /// # Errors
    /// The port is taken, or the system refuses it.
    pub(crate) fn at(port: u16) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        listener.set_nonblocking(true)?;
        let port = listener.local_addr()?.port();
        Ok(Self { listener, port })
    }

    /// Answers, until the program ends.
    ///
    /// # Errors
    /// The system does not let the listener be waited for.
    pub(crate) async fn answer(self, router: Router) -> io::Result<Infallible> {
        let listener = tokio::net::TcpListener::from_std(self.listener)?;
        let room = Arc::new(Semaphore::new(MOST_CONNECTIONS));
        loop {
            let stream = match listener.accept().await {
                Ok((stream, _)) => stream,
                Err(error) => {
                    if !matches!(error.kind(), ErrorKind::ConnectionAborted | ErrorKind::ConnectionReset) {
                        sleep(BREATH).await;
                    }
                    continue;
                }
            };
            let Ok(permit) = Arc::clone(&room).try_acquire_owned() else {
                // A fresh connection takes so few bytes at once; if it does not, it is closed without a word.
                let _ = stream.try_write(FULL);
                continue;
            };
            let router = router.clone();
            tokio::spawn(async move {
                connection(stream, router).await;
                drop(permit);
            });
        }
    }
}

/// A connection whose other side has to take what it is sent: one that takes nothing for so long is given up.
/// Without it, a page that asks and never reads would hold its connection, and the stream of events on it,
/// for ever.
fn with_write_timeout(stream: TcpStream, most: Duration) -> Pin<Box<TimeoutWriter<TcpStream>>> {
    let mut stream = TimeoutWriter::new(stream);
    stream.set_timeout(Some(most));
    Box::pin(stream)
}

async fn connection(stream: TcpStream, router: Router) {
    let _ = stream.set_nodelay(true);
    let stream = TokioIo::new(with_write_timeout(stream, SENDING_TIME));
    let mut builder = http1::Builder::new();
    builder
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_TIME)
        .max_headers(MOST_HEADERS)
        .max_header_size(HEAD_BYTES)
        .max_buf_size(4 * HEAD_BYTES);
    // Whatever ends a connection early is the other side's doing, and there is nobody to tell.
    let _ = builder.serve_connection(stream, TowerToHyperService::new(router)).await;
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::future::poll_fn;
    use std::net::TcpStream as Plain;
    use tokio::io::AsyncWrite;

    #[test]
    fn who_takes_nothing_is_given_up() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let listening = Listening::at(0).unwrap();
            let other = Plain::connect((Ipv4Addr::LOCALHOST, listening.port)).unwrap();
            let listener = tokio::net::TcpListener::from_std(listening.listener).unwrap();
            let (stream, _) = listener.accept().await.unwrap();
            let mut stream = with_write_timeout(stream, Duration::from_millis(50));
            let much = vec![0; 64 * 1024];
            let mut sent = 0;
            let error = loop {
                match poll_fn(|context| stream.as_mut().poll_write(context, &much)).await {
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
