//! Thinning: candidates at a ceiling, kept at one's own chance over it, come as a Poisson process of one's
//! own rate says.
//!
//! A process of r events a year has at least one in a tick with chance p = 1 − exp(−r/52), each tick for
//! itself. So ticks with an event are binomial in a year, none at all has chance exp(−r), and the wait for
//! the next is geometric, whatever the ceiling.

use demerit_fixtures::chi_square::{binomial, hold, z_of_hits, z_of_law};
use demerit_kernel::{BlockId, Chance, Draws, Few, LANES, Mask, Rate, Seed, Stream, Tick};

const STREAM: Stream = Stream(100);
const BLOCK: BlockId = BlockId(3);
const TICKS: u32 = 52;
const YEARS: u32 = 40;

/// Rates in a year, each with the ceiling of its candidates: few lanes, the table of few, and planes.
const RATES: [(f64, f64); 4] = [(0.05, 0.005), (0.9, 0.03), (1.3, 0.04), (10.4, 0.3)];

/// For each way to draw candidates, those whom something befalls at each tick.
fn befallen(ceiling: Chance, own: impl Fn(u16) -> Chance) -> Vec<(&'static str, Vec<Mask>)> {
    let draws = Draws::new(Seed(52));
    let few = Few::new(ceiling);
    let odd: Mask = (1..LANES as u16).step_by(2).collect();
    let classes = [(odd, ceiling), (!odd, ceiling)];
    let ways: [(&str, &dyn Fn(Tick) -> Mask); 3] = [
        ("at once", &|tick| draws.candidates(STREAM, BLOCK, tick, ceiling)),
        ("made ready", &|tick| draws.candidates_few(STREAM, BLOCK, tick, &few)),
        ("by class", &|tick| draws.candidates_of(STREAM, BLOCK, tick, &classes)),
    ];
    let kept = |tick: u32, lane: u16| {
        let person = BLOCK.0 * LANES + u32::from(lane);
        draws.luck(STREAM, person, tick, 0).hits(0, own(lane).over(ceiling))
    };
    let thinned = |way: &dyn Fn(Tick) -> Mask| {
        (0..TICKS * YEARS)
            .map(|tick| way(Tick(tick)).lanes().filter(|&lane| kept(tick, lane)).collect())
            .collect()
    };
    ways.map(|(name, way)| (name, thinned(way))).into()
}

#[test]
fn a_year_has_as_many_events_as_the_law_says() {
    for (rate, ceiling) in RATES {
        let own = Rate::per_year(rate).chance_in(f64::from(TICKS));
        for (way, masks) in befallen(Chance::from_share(ceiling), |_| own) {
            let mut counts = [0; TICKS as usize + 1];
            for year in masks.chunks_exact(TICKS as usize) {
                for lane in 0..LANES as u16 {
                    counts[year.iter().filter(|mask| mask.contains(lane)).count()] += 1;
                }
            }
            let what = format!("{rate} a year, {way}");
            let chance = -f64::exp_m1(-rate / f64::from(TICKS));
            hold(&what, z_of_law(&counts, &binomial(TICKS, chance)));
            hold(&format!("{what}, none"), z_of_hits(counts[0], u64::from(LANES * YEARS), f64::exp(-rate)));
        }
    }
}

#[test]
fn waits_are_geometric_and_one_tick_says_nothing_of_the_next() {
    const WINDOW: usize = 104;
    for (rate, ceiling) in RATES {
        let own = Rate::per_year(rate).chance_in(f64::from(TICKS));
        let p = -f64::exp_m1(-rate / f64::from(TICKS));
        for (way, masks) in befallen(Chance::from_share(ceiling), |_| own) {
            let what = format!("{rate} a year, {way}");
            let mut waits = [0; WINDOW + 1];
            for window in masks.chunks_exact(WINDOW) {
                for lane in 0..LANES as u16 {
                    let first = window.iter().position(|mask| mask.contains(lane));
                    waits[first.unwrap_or(WINDOW)] += 1;
                }
            }
            let none_yet = |ticks: usize| f64::exp(-rate * ticks as f64 / f64::from(TICKS));
            let chances: Vec<f64> =
                (0..WINDOW).map(|wait| p * none_yet(wait)).chain([none_yet(WINDOW)]).collect();
            hold(&format!("{what}, waits"), z_of_law(&waits, &chances));
            let pairs = masks.chunks_exact(2);
            let trials = pairs.len() as u64 * u64::from(LANES);
            let both: u64 = pairs.map(|pair| u64::from(pair[0].and(pair[1]).count())).sum();
            // Of the rarest there are too few for a z.
            if trials as f64 * p * p > 25.0 {
                hold(&format!("{what}, two ticks"), z_of_hits(both, trials, p * p));
            }
        }
    }
}

#[test]
fn under_one_ceiling_each_has_its_own_rate() {
    let ceiling = Chance::from_share(0.04);
    let own = [0.0, 0.003, 0.02, 0.04].map(Chance::from_share);
    for (way, masks) in befallen(ceiling, |lane| own[usize::from(lane) / 2 % 4]) {
        let mut hits = [0u64; 4];
        for lane in masks.iter().flat_map(|mask| mask.lanes()) {
            hits[usize::from(lane) / 2 % 4] += 1;
        }
        assert_eq!(hits[0], 0, "{way}");
        let trials = u64::from(TICKS * YEARS * LANES / 4);
        for (class, own) in own.iter().enumerate().skip(1) {
            hold(&format!("class {class}, {way}"), z_of_hits(hits[class], trials, own.value()));
        }
        // At a share of one, whoever is a candidate is kept.
        assert!(hits[3] > hits[2]);
    }
}
