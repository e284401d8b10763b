//! Runs score-100 once and prints one line of JSON, as every program of the comparison does.
//!
//! `score100 AGENTS [THREADS [SEED]]`, one thread and seed 1 unless told otherwise; `score100 law` prints the
//! law of one agent's score instead. What the fields mean stands in `bench/README.md`.

use demerit_fixtures::process::{memory, waited};
use demerit_score100::law::law;
use demerit_score100::{STEPS, World};
use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if words.first().is_some_and(|word| word == "law") {
        let law = law(STEPS);
        let column = |of: fn(&demerit_score100::law::Law) -> f64| law.iter().map(of).collect::<Vec<_>>();
        let line = serde_json::json!({
            "means": column(|law| law.mean),
            "deviations": column(|law| law.deviation),
            "under": column(|law| law.under),
        });
        println!("{line}");
        return Ok(());
    }
    let agents: u32 = words.first().ok_or("score100 AGENTS [THREADS [SEED]]")?.parse()?;
    let threads: usize = words.get(1).map_or(Ok(1), |word| word.parse())?;
    let seed: u64 = words.get(2).map_or(Ok(1), |word| word.parse())?;
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build()?;
    let before = memory("VmRSS");
    let mut world = World::new(agents, seed);
    let (idle, clock) = (waited(), Instant::now());
    let record = pool.install(|| world.run(STEPS));
    let seconds = clock.elapsed().as_secs_f64();
    let waited = waited().zip(idle).map(|(after, before)| after - before);
    let bytes = memory("VmHWM").zip(before).map(|(peak, before)| (peak - before) / f64::from(agents));
    let line = serde_json::json!({
        "engine": "demerit",
        "version": env!("CARGO_PKG_VERSION"),
        "agents": agents,
        "threads": threads,
        "seconds": seconds,
        "waited": waited,
        "means": record.means(),
        "under": record.under,
        "bytes_per_agent": bytes,
    });
    println!("{line}");
    Ok(())
}
