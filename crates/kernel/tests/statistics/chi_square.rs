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
}
