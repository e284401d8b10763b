//! Ends well where the digest is the one that is due. A program in WebAssembly has no terminal: how it ends
//! is all that it says.

use demerit_tests_wasm::{DUE, digest};
use std::process::ExitCode;

fn main() -> ExitCode {
    match digest() {
        Ok(found) if found == DUE => ExitCode::SUCCESS,
        other => {
            eprintln!("{other:?}, where {DUE} is due");
            ExitCode::FAILURE
        }
    }
}
