//! Listening: on this machine alone, for a bounded number of connections, each of which has to be read from.
//!
//! A connection closes when the whole head of a request does not come in time (which is also how long it may
//! lie idle), when its head is too large, when the other side takes nothing of an answer, or when another
//! comes and its [`place`](crate::place) is wanted.

use crate::limits::{HEAD_BYTES, HEAD_TIME, MOST_CONNECTIONS, MOST_HEADERS, SENDING_TIME};
use crate::place::{self, Noted, Place};
use axum::Router;
use axum::extract::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use std::convert::Infallible;
use std::io::{self, ErrorKind};
use std::net::{Ipv4Addr, TcpListener};
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::AsyncWrite;
use tokio::net::TcpStream;
use tokio::time::sleep;
use tokio_io_timeout::TimeoutWriter;

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
        let mut places = Vec::new();
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
            let place = place::take(&mut places, MOST_CONNECTIONS, Place::default());
            tokio::spawn(connection(stream, router.clone(), place));
        }
    }
}

/// A connection whose other side has to take what it is sent: one that takes nothing for so long is given up.
/// Without it, a page that asks and never reads would hold its connection, and the stream of events on it,
/// for as long as nobody wants its place.
fn with_write_timeout<S: AsyncWrite>(stream: S, most: Duration) -> Pin<Box<TimeoutWriter<S>>> {
    let mut stream = TimeoutWriter::new(stream);
    stream.set_timeout(Some(most));
    Box::pin(stream)
}

async fn connection(stream: TcpStream, router: Router, place: Arc<Place>) {
    let _ = stream.set_nodelay(true);
    let noted = Noted { stream, place: Arc::clone(&place) };
    let stream = TokioIo::new(with_write_timeout(noted, SENDING_TIME));
    let router = TowerToHyperService::new(router);
    let asked = Arc::clone(&place);
    let answers = service_fn(move |mut request: Request<Incoming>| {
        asked.moves();
        request.extensions_mut().insert(Arc::clone(&asked));
        router.call(request)
    });
    let mut builder = http1::Builder::new();
    builder
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_TIME)
        .max_headers(MOST_HEADERS)
        .max_header_size(HEAD_BYTES)
        .max_buf_size(4 * HEAD_BYTES);
    // Whatever ends a connection early is the other side's doing, and there is nobody to tell.
    tokio::select! {
        _ = builder.serve_connection(stream, answers) => {}
        () = place.given_up() => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::future::poll_fn;
    use std::net::TcpStream as Plain;

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
