//! The yardsticks: Pearson's χ² turned into a z, and plain z scores.

/// The bound on |z| for each figure: one false alarm in a million.
pub(crate) const BOUND: f64 = 4.9;

/// χ² of counts against expected counts, as a standard normal z (Wilson & Hilferty 1931). `lost` is the number of
/// degrees of freedom that the expected counts took from the data, besides their sum.
pub(crate) fn z(counts: &[u64], expected: &[f64], lost: usize) -> f64 {
    assert_eq!(counts.len(), expected.len());
    let chi: f64 = counts.iter().zip(expected).map(|(&n, &e)| (n as f64 - e).powi(2) / e).sum();
    let freedom = (counts.len() - 1 - lost) as f64;
    let spread = 2.0 / (9.0 * freedom);
    ((chi / freedom).cbrt() - (1.0 - spread)) / spread.sqrt()
}

/// The same against equal expected counts.
pub(crate) fn z_even(counts: &[u64]) -> f64 {
    let mean = counts.iter().sum::<u64>() as f64 / counts.len() as f64;
    z(counts, &vec![mean; counts.len()], 0)
}

/// The z of counts against the chances of a law, whose last count is of all that is left. Counts too small for χ² go together with
/// their neighbours: at least ten are expected in each cell.
pub(crate) fn z_of_law(counts: &[u64], chances: &[f64]) -> f64 {
    assert_eq!(counts.len(), chances.len());
    let total = counts.iter().sum::<u64>() as f64;
    let (mut seen, mut expected) = (vec![0], vec![0.0]);
    for (count, chance) in counts.iter().zip(chances) {
        if expected[expected.len() - 1] >= 10.0 {
            seen.push(0);
            expected.push(0.0);
        }
        let last = expected.len() - 1;
        seen[last] += count;
        expected[last] += total * chance;
    }
    if expected[expected.len() - 1] < 10.0 {
        let (count, chance) = (seen.pop().unwrap_or(0), expected.pop().unwrap_or(0.0));
        let last = expected.len() - 1;
        seen[last] += count;
        expected[last] += chance;
    }
    assert!((expected.iter().sum::<f64>() / total - 1.0).abs() < 1e-9, "chances that sum to one");
    z(&seen, &expected, 0)
}

/// The binomial law of `trials`: the chance of 0, 1, …, `trials` hits.
pub(crate) fn binomial(trials: u32, chance: f64) -> Vec<f64> {
    let first = (1.0 - chance).powi(trials as i32);
    let odds = chance / (1.0 - chance);
    let up = |law: &mut f64, hits: u32| {
        let now = *law;
        *law *= odds * f64::from(trials - hits) / f64::from(hits + 1);
        Some(now)
    };
    (0..=trials).scan(first, up).collect()
}

/// Holds a z to the bound, on both sides: too even is as wrong as too uneven.
#[track_caller]
pub(crate) fn hold(what: &str, z: f64) {
    assert!(z.abs() < BOUND, "{what}: z = {z:.2}");
}

/// The z of a count of hits among independent trials of one chance.
pub(crate) fn z_of_hits(hits: u64, trials: u64, chance: f64) -> f64 {
    let mean = trials as f64 * chance;
    (hits as f64 - mean) / (mean * (1.0 - chance)).sqrt()
}

#[test]
fn by_hand() {
    // 6 and 14 against 10 and 10: χ² = 3.2 with one degree of freedom, p = 0.0736, z = 1.449.
    assert!((z_even(&[6, 14]) - 1.449).abs() < 0.03);
    assert!((z_of_hits(60, 100, 0.5) - 2.0).abs() < 1e-12);
    assert!(z_even(&[1000, 0]) > BOUND);
    assert!(z_even(&[1000; 1000]) < -BOUND);
    assert!(binomial(2, 0.25).iter().zip([0.5625, 0.375, 0.0625]).all(|(a, b)| (a - b).abs() < 1e-12));
    // Four and twenty expected, and the last two cells as one of 76: χ² = 4/24 + 4/76 with one degree of freedom.
    let z = z_of_law(&[4, 22, 70, 4], &[0.04, 0.2, 0.7, 0.06]);
    assert!((z - z_of_hits(26, 100, 0.24).abs()).abs() < 1.0 && z.abs() < 1.0, "{z}");
    assert!(z_of_law(&[500, 300, 200], &binomial(2, 0.5)) > BOUND);
}
