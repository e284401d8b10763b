//! Bijections look like shuffles: every place alike, every order alike, and no trace of the grid.

use demerit_fixtures::chi_square::{hold, z, z_even, z_of_law};
use demerit_kernel::{Bijection, Draws, Seed, Stream};

fn shuffle(domain: u32, size: u32) -> Bijection {
    Bijection::new(Draws::new(Seed(404)), Stream(8), domain, size)
}

/// Columns of the grid from 256 numbers on.
fn columns(size: u32) -> u32 {
    size.div_ceil(f64::from(size).sqrt().ceil() as u32)
}

#[test]
fn every_place_is_alike() {
    for size in [2, 3, 5, 10, 64] {
        for x in [0, size / 2, size - 1] {
            let mut counts = vec![0; size as usize];
            for domain in 0..300 * size {
                counts[shuffle(domain, size).forward(x) as usize] += 1;
            }
            hold(&format!("places of {x} among {size}"), z_even(&counts));
        }
    }
    for size in [1000, 1_000_000, 1_400_000_000] {
        let mut counts = [0; 100];
        for domain in 0..20_000 {
            let place = shuffle(domain, size).forward(size / 3);
            counts[(u64::from(place) * 100 / u64::from(size)) as usize] += 1;
        }
        hold(&format!("places among {size}"), z_even(&counts));
    }
}

#[test]
fn every_order_of_a_few_is_alike() {
    for (size, orders) in [(2u32, 2usize), (3, 6), (4, 24), (5, 120), (6, 720), (7, 5040)] {
        let mut counts = vec![0; orders];
        for domain in 0..20 * orders.max(200) as u32 {
            let shuffle = shuffle(domain, size);
            let places: Vec<u32> = (0..size).map(|x| shuffle.forward(x)).collect();
            // The number of the order, by counting for each place the later ones below it.
            let order = (0..size as usize).fold(0, |order, i| {
                order * (size as usize - i)
                    + places[i + 1..].iter().filter(|&&later| later < places[i]).count()
            });
            counts[order] += 1;
        }
        hold(&format!("orders of {size}"), z_even(&counts));
    }
}

/// The z of where two numbers go together, over many domains, in 8 × 8 cells.
fn pair(size: u32, distance: u32) -> f64 {
    const CELLS: u64 = 8;
    const DOMAINS: u32 = 60_000;
    let cell = |place: u32| (u64::from(place) * CELLS / u64::from(size)) as usize;
    let mut counts = vec![0u64; (CELLS * CELLS) as usize];
    for domain in 0..DOMAINS {
        let shuffle = shuffle(domain, size);
        counts[cell(shuffle.forward(0)) * CELLS as usize + cell(shuffle.forward(distance))] += 1;
    }
    // Places in a cell: those p with ⌊8·p/n⌋ = i. Two numbers never share one.
    let n = f64::from(size);
    let start = |i: u64| (i * u64::from(size)).div_ceil(CELLS);
    let places: Vec<f64> = (0..CELLS).map(|i| (start(i + 1) - start(i)) as f64).collect();
    let expected: Vec<f64> = (0..CELLS * CELLS)
        .map(|at| ((at / CELLS) as usize, (at % CELLS) as usize))
        .map(|(i, j)| {
            f64::from(DOMAINS) * places[i] * (places[j] - f64::from(u8::from(i == j))) / (n * (n - 1.0))
        })
        .collect();
    let seen: Vec<usize> = (0..expected.len()).filter(|&at| expected[at] > 0.0).collect();
    assert!((0..expected.len()).all(|at| expected[at] > 0.0 || counts[at] == 0));
    z(
        &seen.iter().map(|&at| counts[at]).collect::<Vec<_>>(),
        &seen.iter().map(|&at| expected[at]).collect::<Vec<_>>(),
        0,
    )
}

#[test]
fn where_one_goes_says_nothing_of_where_another_goes() {
    for size in [10, 11, 16, 40, 100, 255, 256, 300, 1000, 100_000, 1_400_000_000] {
        for distance in [1, columns(size), columns(size) + 1] {
            hold(&format!("{size}, {distance} apart"), pair(size, distance));
        }
    }
}

#[test]
fn distances_within_one_shuffle_are_spread_evenly() {
    for size in [1000, 4096, 50_000] {
        for distance in [1, columns(size), columns(size) + 1, 7 * columns(size)] {
            let mut counts = [0; 50];
            for domain in 0..1_500_000 / size {
                let shuffle = shuffle(domain, size);
                // Pairs that do not overlap.
                for x in (0..size - distance).filter(|x| x / distance % 2 == 0) {
                    let apart = (shuffle.forward(x + distance) + size - shuffle.forward(x)) % size;
                    counts[(apart * 50 / size) as usize] += 1;
                }
            }
            hold(&format!("{size}, {distance} apart"), z_even(&counts));
        }
    }
}

#[test]
fn domains_streams_and_seeds_have_nothing_to_do_with_one_another() {
    let size = 4096;
    let of = |domain: u32, stream: u32, seed: u32| {
        Bijection::new(Draws::new(Seed(u64::from(seed))), Stream(stream), domain, size)
    };
    let pairs: [(&str, &dyn Fn(u32) -> Bijection); 4] = [
        ("domains", &|i| of(i, 8, 404)),
        ("streams", &|i| of(8, i, 404)),
        ("seeds", &|i| of(8, 8, i)),
        ("streams of ties", &|i| of(1024, 400 + 2 * i, 404)),
    ];
    for (what, shuffle) in pairs {
        let mut counts = [0; 64];
        for i in 0..30 {
            let (one, other) = (shuffle(2 * i), shuffle(2 * i + 1));
            for x in 0..size {
                let apart = (one.forward(x) + size - other.forward(x)) % size;
                counts[(apart / 64) as usize] += 1;
            }
        }
        hold(&format!("differences of places, {what}"), z_even(&counts));
    }
}

#[test]
fn as_many_stay_in_place_as_in_a_random_order() {
    for (size, domains) in
        [(4, 20_000), (7, 20_000), (12, 20_000), (100, 20_000), (300, 10_000), (1000, 4000)]
    {
        // k of n stay with chance (1 − 1/1! + 1/2! − … ± 1/(n − k)!) / k!; ten or more hardly ever do.
        let mut chances: Vec<f64> = (0..=size.min(10))
            .map(|k| {
                let factorial = |n: u32| (1..=n).map(f64::from).product::<f64>();
                let none: f64 = (0..=(size - k).min(20)).map(|j| (-1f64).powi(j as i32) / factorial(j)).sum();
                none / factorial(k)
            })
            .collect();
        let last = chances.len() - 1;
        chances[last] = 1.0 - chances[..last].iter().sum::<f64>();
        let mut counts = vec![0; chances.len()];
        for domain in 0..domains {
            let shuffle = shuffle(domain, size);
            let stay = (0..size).filter(|&x| shuffle.forward(x) == x).count();
            counts[stay.min(last)] += 1;
        }
        hold(&format!("in place among {size}"), z_of_law(&counts, &chances));
    }
}

#[test]
fn rounds_that_come_back_are_of_every_length() {
    // In a random order, the steps from a number back to itself are 1 to n, each alike.
    for (size, cells, domains) in [(10, 10, 20_000), (64, 64, 20_000), (300, 50, 10_000), (1000, 50, 4000)] {
        let mut counts = vec![0; cells as usize];
        for domain in 0..domains {
            let shuffle = shuffle(domain, size);
            let (mut place, mut steps) = (shuffle.forward(size / 2), 0);
            while place != size / 2 {
                place = shuffle.forward(place);
                steps += 1;
            }
            counts[(steps * cells / size) as usize] += 1;
        }
        hold(&format!("rounds among {size}"), z_even(&counts));
    }
}
