//! Where the time of a tick goes: nanoseconds a person-week of each phase, on one thread. Prints one JSON
//! object.
//!
//! `phases [STUDY [PERSONS [TICKS]]]`; the first world of `nation` with 1,000,000 persons over 52 ticks
//! unless said otherwise.

use demerit_engine::{Phase, PhaseTimer, step_timed};
use demerit_scenario::load;
use demerit_study::outside::Disk;
use demerit_worlds::in_memory;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

/// Nanoseconds of each phase so far.
#[derive(Default)]
struct Clock([AtomicU64; Phase::COUNT]);

impl Clock {
    fn of(&self, phase: Phase) -> f64 {
        self.0[phase as usize].load(Ordering::Relaxed) as f64
    }
}

impl PhaseTimer for Clock {
    /// The moment when the last phase ended.
    type Mark = Instant;

    fn begin(&self) -> Instant {
        Instant::now()
    }

    fn end(&self, phase: Phase, mark: &mut Instant) {
        let now = Instant::now();
        self.0[phase as usize].fetch_add((now - *mark).as_nanos() as u64, Ordering::Relaxed);
        *mark = now;
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let study = arguments.next().unwrap_or_else(|| "nation".into());
    let persons: u32 = arguments.next().map_or(Ok(1_000_000), |text| text.parse())?;
    let ticks: u32 = arguments.next().map_or(Ok(52), |text| text.parse())?;
    let scenario = load::study(&study, &Disk)?;
    let scenario = in_memory::sized(&scenario, persons, None, scenario.study.seed)?;
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build()?;
    let clock = Instant::now();
    let mut worlds = pool.install(|| in_memory::worlds(&scenario))?;
    let weeks = f64::from(persons) * f64::from(ticks);
    let built = clock.elapsed().as_secs_f64() * 1e9 / f64::from(persons);
    let world = &mut worlds[0];
    let phase_clock = Clock::default();
    let clock = Instant::now();
    pool.install(|| (0..ticks).for_each(|_| step_timed(world, &phase_clock)));
    let whole = clock.elapsed().as_secs_f64() * 1e9 / weeks;
    let mut phases = serde_json::Map::new();
    let mut known = 0.0;
    for phase in Phase::ALL {
        let each = phase_clock.of(phase) / weeks;
        known += each;
        phases.insert(phase.name().into(), each.into());
    }
    phases.insert("mail and the rest".into(), (whole - known).into());
    let line = serde_json::json!({
        "case": format!("phases of {study}"),
        "persons": persons,
        "ticks": ticks,
        "nanoseconds_per_person_built": built,
        "nanoseconds_per_person_week": whole,
        "phases": phases,
        "bytes_per_person": world.bytes() as f64 / f64::from(persons),
        "digest": world.digest(),
    });
    println!("{line:#}");
    Ok(())
}
