//! The catalogue's study `no-dark-corner` with 20,000 persons over 104 ticks, as one digest of all its rows:
//! the same natively and in WebAssembly.
//!
//! The digest is written down here. A test holds it natively; `cargo xtask test` builds the program of this
//! crate for `wasm32-unknown-unknown`, and runs it in Node.js.

use demerit_kernel::Digest;
use demerit_scenario::load::{self, NoFiles};
use demerit_worlds::seed::{Gathered, live};
use demerit_worlds::{LiveError, Size, sized};

/// The study.
const STUDY: &str = "no-dark-corner";
/// Persons in each world.
const PERSONS: u32 = 20_000;
/// Years: 104 ticks.
const YEARS: f64 = 2.0;

/// The digest that is due.
pub const DUE: &str = "396fc36d63ed6ff98f0679c55d37319415c949b0a70f347f10633d3e8d738bbc";

/// The digest of the study's rows, computed here and now on one thread.
///
/// # Errors
/// The study is not in the catalogue or cannot be lived; one thread cannot be had.
pub fn digest() -> Result<String, String> {
    let scenario = load::study(STUDY, &NoFiles).map_err(|error| error.to_string())?;
    let size = Size { persons: Some(PERSONS), years: Some(YEARS), seed: None, seeds: 1 };
    let scenario = sized(&scenario, &size).map_err(|error| error.to_string())?;
    // In a browser there is no other thread than the one that asks.
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(1)
        .use_current_thread()
        .build()
        .map_err(|error| error.to_string())?;
    let seed = scenario.study.seed;
    let mut rows = Gathered::default();
    live::<LiveError>(&scenario, seed, false, None, &pool, &mut rows, &mut |_| Ok(()))
        .map_err(|error| error.to_string())?;
    let mut digest = Digest::new();
    for row in &rows.measures {
        digest.str(&format!("{row:?}"));
    }
    for row in &rows.persons {
        digest.str(&format!("{row:?}"));
    }
    for row in &rows.ledger {
        digest.str(&format!("{row:?}"));
    }
    Ok(digest.finish())
}
