//! The explorer as a stranger meets it: over a plain connection, with requests that are wrong in every way we
//! could think of.

mod bodies;
mod client;
mod connections;
mod passing;
mod runs;
mod streams;
mod studies;
