//! Prints what the kernel's inner loops cost on this machine, on each vector path, beside a plain copy of
//! memory.
//!
//! Run with `cargo run --release -p demerit-kernel --example timing`. Each figure is the best of several
//! repetitions. The last column is the cost of one item in units of copying one byte of a column far larger
//! than the caches.

use std::hint::black_box;
use std::time::Instant;

use demerit_kernel::vector;
use demerit_kernel::{
    Bijection, BlockId, Chance, Draws, Groups, LANES, LaneLuck, Mask, Seed, Stream, Tick, VectorPath,
    philox4x32_10,
};

const STREAM: Stream = Stream(1);

/// The best time of one of `items` items, in nanoseconds.
fn nanoseconds(items: u64, mut work: impl FnMut()) -> f64 {
    work();
    let best = (0..7)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed().as_nanos()
        })
        .min()
        .unwrap_or(0);
    best as f64 / items as f64
}

fn main() {
    let from = vec![1u8; 64 << 20];
    let mut to = vec![0u8; 64 << 20];
    let copy = nanoseconds(from.len() as u64, || black_box(&mut to).copy_from_slice(black_box(&from)));
    let line = |what: &str, path: &str, cost: f64| {
        println!("{what:<44} {path:<8} {cost:>8.3} ns  {:>8.1} copied bytes", cost / copy);
    };
    line("copy of a byte", "", copy);

    let draws = Draws::new(Seed(42));
    line(
        "Philox block, one by one",
        "",
        nanoseconds(1 << 16, || {
            let mut all = 0;
            for i in 0..1u32 << 16 {
                all ^= philox4x32_10([1, 2], black_box([i, 2, 3, 4]))[0];
            }
            black_box(all);
        }),
    );
    for path in VectorPath::ALL {
        if path.supported() != path {
            println!("{} is not supported here", path.name());
            continue;
        }
        vector::force(path);
        let name = path.name();

        let mut words = [(); 4].map(|()| vec![0u32; 1 << 12]);
        let cost = nanoseconds(1 << 18, || {
            for first in 0..1 << 6 {
                vector::fill_counters([1, 2], first, [1, 2, 3], words.each_mut().map(|words| &mut words[..]));
                black_box(&words);
            }
        });
        line("Philox block, consecutive counters", name, cost);

        let mut lucks = LaneLuck::default();
        let cost = nanoseconds(1 << 18, || {
            for tick in 0..1 << 8 {
                draws.lane_luck(STREAM, 0, black_box(&Mask::first(LANES)), tick, 0, &mut lucks);
                black_box(&lucks);
            }
        });
        line("lane_luck of a whole block, for each person", name, cost);

        for share in [0.05, 0.5, 0.001] {
            let chance = Chance::from_share(share);
            let cost = nanoseconds(4096 * u64::from(LANES), || {
                for block in 0..4096 {
                    black_box(draws.candidates(STREAM, BlockId(block), Tick(1), black_box(chance)));
                }
            });
            line(&format!("candidates at p = {share}, for each person"), name, cost);
        }

        let bijection = Bijection::new(draws, STREAM, 0, 1_000_000);
        let mut xs = vec![0u32; 1 << 16];
        let cost = nanoseconds(1 << 16, || {
            xs.iter_mut().zip(0..).for_each(|(place, number)| *place = number);
            bijection.inverse_each(black_box(&mut xs));
            black_box(&xs);
        });
        line("inverse_each of 1,000,000", name, cost);

        for size in [4, 8, 16] {
            let groups = Groups::new(bijection, size);
            let cost = nanoseconds(1 << 14, || {
                let mut sum = 0u32;
                for x in 0..1 << 14 {
                    groups.members(x, &mut |other| sum ^= other);
                }
                black_box(sum);
            });
            line(&format!("other members of a group of {size}"), name, cost);
        }
    }

    let bijection = Bijection::new(draws, STREAM, 0, 1_000_000);
    let cost = nanoseconds(1 << 16, || {
        let mut sum = 0u32;
        for x in 0..1 << 16 {
            sum ^= bijection.inverse(black_box(x));
        }
        black_box(sum);
    });
    line("inverse, many independent", "", cost);
    let cost = nanoseconds(1 << 16, || {
        let mut x = 0;
        for _ in 0..1 << 16 {
            x = bijection.forward(x);
        }
        black_box(x);
    });
    line("forward, each needing the one before", "", cost);
    let cost = nanoseconds(1 << 12, || {
        for domain in 0..1 << 12 {
            black_box(Bijection::new(draws, STREAM, black_box(domain), 4096));
        }
    });
    line("a new bijection", "", cost);
}
