//! What computes touches no machine: it opens no file, reads no clock, asks no environment, calls no network,
//! makes no threads and packs no tables; a pool that it is given it may use. So it gives the same bytes
//! everywhere, in a browser too.

use crate::code::modules::{self, Target};
use crate::code::program::{COLONS, tokens};
use crate::tree::TextFile;

/// The crates that compute and do nothing else, where they are there.
pub const PURE: [&str; 8] =
    ["kernel", "regime", "society", "engine", "measures", "scenario", "worlds", "explore"];

/// Beginnings of paths that lead to the machine.
const BARRED: [&str; 21] = [
    "std::fs",
    "std::env",
    "std::net",
    "std::process",
    "std::os",
    "std::thread",
    "std::time::Instant",
    "std::time::SystemTime",
    "std::io::stdin",
    "std::io::stdout",
    "std::io::stderr",
    "rayon::ThreadPoolBuilder",
    "arrow_array",
    "arrow_schema",
    "parquet",
    "zstd",
    "getrandom",
    "rustix",
    "tokio",
    "indicatif",
    "signal_hook",
];

/// Macros that write where a program's user reads.
const MACROS: [&str; 4] = ["println", "eprintln", "print", "eprint"];

/// Where a crate that computes names what leads to the machine; its tests may.
#[must_use]
pub fn touching(files: &[TextFile]) -> Vec<String> {
    let mut faults = Vec::new();
    for name in PURE {
        for named in modules::named(files, &format!("crates/{name}")) {
            let Target::Beyond(path) = named.to else { continue };
            let path = path.join(COLONS);
            let barred = BARRED.iter().find(|barred| {
                path.strip_prefix(**barred).is_some_and(|rest| rest.is_empty() || rest.starts_with(COLONS))
            });
            if let Some(barred) = barred {
                faults.push(format!("{}:{}: {path}: {barred} leads to the machine", named.file, named.line));
            }
        }
        let own = modules::reached(files, &format!("crates/{name}"));
        for file in files.iter().filter(|file| own.contains(&file.path)) {
            let tokens = tokens(&file.text);
            for pair in tokens.windows(2) {
                if MACROS.contains(&pair[0].text.as_str()) && pair[1].text == "!" {
                    faults.push(format!(
                        "{}:{}: {}! writes to a terminal",
                        file.path, pair[0].line, pair[0].text
                    ));
                }
            }
        }
    }
    faults.sort();
    faults.dedup();
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> usize {
        touching(&[TextFile::new("crates/engine/src/lib.rs", text)]).len()
    }

    #[test]
    fn each_way_to_the_machine_is_found() {
        for barred in BARRED {
            assert_eq!(found(&format!("use {barred};")), 1, "{barred}");
            assert_eq!(found(&format!("fn f() {{ {barred}::go() }}")), 1, "{barred}");
        }
        assert_eq!(found("use std::{fmt, time::{Duration, Instant}};"), 1);
        assert_eq!(found("use std::time; fn f() { time::Instant::now() }"), 1);
        assert_eq!(found("fn f() { println!(\"x\") }"), 1);
    }

    #[test]
    fn what_computes_is_let_be() {
        assert_eq!(found("use std::time::Duration; use rayon::prelude::*; use std::fmt;"), 0);
        let tests = TextFile::new("crates/engine/src/extremes.rs", "fn f() { println!() }");
        let root = TextFile::new("crates/engine/src/lib.rs", "#[cfg(test)]\nmod extremes;");
        assert_eq!(touching(&[root, tests]).len(), 0, "a file of tests alone");
        assert_eq!(found("#[cfg(test)]\nmod tests { use std::fs; }\n// std::fs\n"), 0);
        let study = TextFile::new("crates/study/src/lib.rs", "use std::fs;");
        assert_eq!(touching(&[study]).len(), 0);
    }
}
