//! The built-in benchmark: person-weeks a second of the study `no-dark-corner`, bytes a person, and the ratio to a plain
//! copy of as many bytes of state, measured in the same run. Prints one JSON object a line.
//!
//! `bench [PERSONS [YEARS]]`; 1,000,000 persons and 12 years unless said otherwise.

use demerit_study::load;
use demerit_study::run::{RunOptions, Signal, run};
use std::hint::black_box;
use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let persons: u32 = arguments.next().map_or(Ok(1_000_000), |text| text.parse())?;
    let years: f64 = arguments.next().map_or(Ok(12.0), |text| text.parse())?;
    let scenario = load::study("no-dark-corner")?;
    let out = std::env::temp_dir().join(format!("demerit-bench-{}", std::process::id()));
    for threads in [1, 2] {
        let options = RunOptions {
            persons: Some(persons),
            years: Some(years),
            seed: None,
            seeds: 1,
            threads: Some(threads),
            out: out.clone(),
            force: true,
            command: "bench".into(),
        };
        let outcome = run(&scenario, &options, &mut |_| Signal::Continue, &|_| Ok(Vec::new()))?;
        let pace = outcome.person_weeks as f64 / outcome.seconds;
        let bytes = outcome.tables.manifest.bytes_per_person;
        let line = serde_json::json!({
            "case": "no-dark-corner",
            "persons": persons,
            "threads": threads,
            "person_weeks_per_second": pace,
            "bytes_per_person": bytes,
            "ratio_to_copy": (1.0 / pace) / seconds_to_copy(bytes * f64::from(persons)) * f64::from(persons),
        });
        println!("{line}");
    }
    std::fs::remove_dir_all(&out)?;
    Ok(())
}

/// Seconds to copy so many bytes once on one thread: the best of several.
fn seconds_to_copy(bytes: f64) -> f64 {
    let from = vec![1u8; bytes as usize];
    let mut to = vec![0u8; bytes as usize];
    (0..7)
        .map(|_| {
            let clock = Instant::now();
            to.copy_from_slice(black_box(&from));
            black_box(&to);
            clock.elapsed().as_secs_f64()
        })
        .fold(f64::INFINITY, f64::min)
}
