//! Overlaid groups make the ties that theory says: degree, meetings in both layers, clustering, a giant
//! component.

use demerit_fixtures::chi_square::hold;
use demerit_kernel::{Bijection, Draws, Groups, Seed, Stream};
use std::collections::BTreeSet;

/// Two independent divisions of 0..n.
fn layers(domain: u32, n: u32, size: u32) -> [Groups; 2] {
    let draws = Draws::new(Seed(12));
    [1, 2].map(|stream| Groups::new(Bijection::new(draws, Stream(stream), domain, n), size))
}

/// The neighbours of each number in the two layers together.
fn neighbours(layers: &[Groups; 2], n: u32) -> Vec<BTreeSet<u32>> {
    (0..n)
        .map(|x| {
            let mut found = BTreeSet::new();
            for groups in layers {
                groups.members(x, &mut |other| {
                    found.insert(other);
                });
            }
            found
        })
        .collect()
}

#[test]
fn mean_degree() {
    for (n, size) in [(1000, 8), (1200, 4), (480, 16)] {
        let domains = 60;
        let mut twice = 0u64;
        for domain in 0..domains {
            let ties: u64 =
                neighbours(&layers(domain, n, size), n).iter().map(|found| found.len() as u64).sum();
            twice += u64::from(n) * 2 * u64::from(size - 1) - ties;
        }
        // Pairs that meet in both layers: nearly Poisson, n·(g − 1)² / (2·(n − 1)) for each two layers.
        let g = f64::from(size - 1);
        let mean = f64::from(domains) * f64::from(n) * g * g / (2.0 * f64::from(n - 1));
        assert_eq!(twice % 2, 0, "ties are symmetric");
        hold(&format!("pairs met twice, {n} in groups of {size}"), ((twice / 2) as f64 - mean) / mean.sqrt());
    }
}

#[test]
fn clustering() {
    for (n, size) in [(20_000, 5), (20_000, 10)] {
        let found = neighbours(&layers(1, n, size), n);
        let (mut closed, mut open) = (0u64, 0u64);
        for around in &found {
            for (i, one) in around.iter().enumerate() {
                for other in around.iter().skip(i + 1) {
                    if found[*one as usize].contains(other) { closed += 1 } else { open += 1 }
                }
            }
        }
        let share = closed as f64 / (closed + open) as f64;
        let g = f64::from(size);
        // Pairs of neighbours from the two layers meet in n only with chance of order g² / n.
        let theory = (g - 2.0) / (2.0 * g - 3.0);
        let margin = 4.0 * g * g / f64::from(n);
        assert!((share - theory).abs() < margin, "groups of {size}: {share} is not {theory} ± {margin}");
    }
}

#[test]
fn two_layers_hold_nearly_everyone_together() {
    let n = 10_000;
    let found = neighbours(&layers(3, n, 4), n);
    let (mut reached, mut open) = (BTreeSet::from([0]), vec![0]);
    while let Some(x) = open.pop() {
        open.extend(found[x as usize].iter().copied().filter(|&other| reached.insert(other)));
    }
    // Every number is in two groups of four: the graph of groups is a random regular one of degree four,
    // which is connected with chance 1 − O(1/n) (Wormald 1999).
    assert_eq!(reached.len(), n as usize);
}
