//! Income: a lognormal law with the published Gini coefficient.
//!
//! Model: ln(income) = σ·z with z standard normal, so Gini = 2Φ(σ/√2) − 1 and σ = √2·Φ⁻¹((1 + Gini)/2). A
//! person's place in the distribution is an even draw; fifths are fifths of it. The unit is the median
//! income.
//!
//! Source: National Bureau of Statistics (Gini). Leaves out: change over life, taxes, what a sanction takes.

use std::sync::LazyLock;

/// Spread of the logarithm of income that gives a Gini coefficient.
pub fn sigma_of_gini(gini: f64) -> f64 {
    std::f64::consts::SQRT_2 * normal(f64::midpoint(1.0, gini))
}

/// Income in units of the median, of a person at an even draw `u` of [0, 1).
pub fn income(sigma: f64, u: f64) -> f64 {
    libm::exp(sigma * normal(u))
}

/// Quantiles of the standard normal law at the middles of 256 equal parts of [0, 1).
static NORMAL: LazyLock<[f64; 256]> =
    LazyLock::new(|| std::array::from_fn(|byte| normal((byte as f64 + 0.5) / 256.0)));

/// Quantile of the standard normal law in the middle of one of 256 equal parts of [0, 1): a look at a table.
pub fn normal_of_byte(byte: u8) -> f64 {
    NORMAL[usize::from(byte)]
}

/// Parts of [0, 1) in the finer table.
const PARTS: usize = 4096;
static FINE: LazyLock<Vec<f64>> = LazyLock::new(|| {
    (0..=PARTS).map(|part| normal((part as f64).clamp(0.25, PARTS as f64 - 0.25) / PARTS as f64)).collect()
});

/// [`normal`] from a table, straight between 4,096 points: within 0.001 where 0.001 < `u` < 0.999.
pub fn normal_nearly(u: f64) -> f64 {
    let place = u.clamp(0.0, 1.0) * PARTS as f64;
    let part = (place as usize).min(PARTS - 1);
    let (low, high) = (FINE[part], FINE[part + 1]);
    low + (high - low) * (place - part as f64)
}

/// Income in units of the median, in the middle of one of 256 equal parts of the distribution.
pub fn of_byte(sigma: f64, byte: u8) -> f64 {
    libm::exp(sigma * normal_of_byte(byte))
}

/// What losing a share of income, in 1/255, takes from its logarithm, in units of the spread: at most 255/256
/// can be lost here.
pub fn log_left(sigma: f64, lost: u8) -> f64 {
    if sigma > 0.0 { libm::log((1.0 - f64::from(lost) / 255.0).max(1.0 / 256.0)) / sigma } else { 0.0 }
}

/// Mean income over those 256 parts, in units of the median.
pub fn mean_of_bytes(sigma: f64) -> f64 {
    (0..=255).map(|byte| of_byte(sigma, byte)).sum::<f64>() / 256.0
}

/// Quantile of the standard normal law, to 1e-12: a rational start (Abramowitz and Stegun 26.2.23, within
/// 0.00045), and Halley's steps on the error function. For use outside the tick.
///
/// `u` is cut to [1e-12, 1 − 1e-12].
pub fn normal(u: f64) -> f64 {
    let u = u.clamp(1e-12, 1.0 - 1e-12);
    let tail = u.min(1.0 - u);
    let t = libm::sqrt(-2.0 * libm::log(tail));
    let above = 2.515_517 + t * (0.802_853 + t * 0.010_328);
    let below = 1.0 + t * (1.432_788 + t * (0.189_269 + t * 0.001_308));
    let mut z = above / below - t;
    for _ in 0..3 {
        let density = libm::exp(-0.5 * z * z) / libm::sqrt(2.0 * std::f64::consts::PI);
        let step = (0.5 * libm::erfc(-z / std::f64::consts::SQRT_2) - tail) / density;
        z -= step / (1.0 + 0.5 * z * step);
    }
    if u < 0.5 { z } else { -z }
}

/// Gini coefficient of positive incomes, which are put in order.
pub fn gini(incomes: &mut [f64]) -> f64 {
    incomes.sort_by(f64::total_cmp);
    let n = incomes.len() as f64;
    let total: f64 = incomes.iter().sum();
    let weighted: f64 = incomes.iter().enumerate().map(|(place, income)| (place as f64 + 1.0) * income).sum();
    if total > 0.0 { 2.0 * weighted / (n * total) - (n + 1.0) / n } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_those_of_the_normal_law() {
        assert!(normal(0.5).abs() < 1e-9);
        assert!((normal(0.975) - 1.959_963_984_540).abs() < 1e-9);
        assert!((normal(0.1) + normal(0.9)).abs() < 1e-9);
    }

    #[test]
    fn the_gini_comes_back() {
        let sigma = sigma_of_gini(0.465);
        let mut incomes: Vec<f64> =
            (0..200_000).map(|place| income(sigma, (f64::from(place) + 0.5) / 200_000.0)).collect();
        assert!((gini(&mut incomes) - 0.465).abs() < 5e-4);
    }

    #[test]
    fn bytes_come_near_the_law() {
        assert!((mean_of_bytes(0.88) / libm::exp(0.5 * 0.88 * 0.88) - 1.0).abs() < 0.01);
        assert!(normal_of_byte(127) < 0.0 && normal_of_byte(128) > 0.0 && mean_of_bytes(0.0) == 1.0);
    }

    #[test]
    fn the_table_is_near_the_law() {
        for part in 1..1000 {
            let u = f64::from(part) / 1000.0;
            assert!((normal_nearly(u) - normal(u)).abs() < 1e-3, "{u}");
        }
        assert!(normal_nearly(0.0) < -3.0 && normal_nearly(1.0) > 3.0);
    }

    #[test]
    fn the_ends_are_cut_and_alike() {
        assert!((normal(1e-6) + 4.753_424_308_823).abs() < 1e-9);
        assert!((normal(0.0) + 7.034_483_825_302).abs() < 1e-6 && (normal(0.0) + normal(1.0)).abs() < 1e-3);
        // The outermost points of the table stand a quarter of a part within.
        let last = 1.0 - 0.25 / 4096.0;
        assert!(
            (normal_nearly(1.0) - normal(last)).abs() < 1e-9
                && (normal_nearly(-1.0) + normal(last)).abs() < 1e-9
        );
        assert!((normal_of_byte(0) - normal(0.5 / 256.0)).abs() < 1e-12);
        assert!((of_byte(0.5, 255) - libm::exp(0.5 * normal(255.5 / 256.0))).abs() < 1e-9);
    }

    #[test]
    fn what_is_left_is_the_log_of_the_share_kept() {
        // A fifth lost: ln 0.8 = −0.223143551; everything lost counts as 255 of 256 parts: ln 256 =
        // 5.545177444.
        assert!((log_left(0.88, 51) + 0.223_143_551 / 0.88).abs() < 1e-8);
        assert!((log_left(0.88, 255) + 5.545_177_444 / 0.88).abs() < 1e-8);
        assert_eq!((log_left(0.88, 0), log_left(0.0, 100)), (0.0, 0.0));
    }

    #[test]
    fn one_with_everything_among_n_has_a_gini_of_one_less_1_nth() {
        assert!((gini(&mut [3.0, 1.0]) - 0.25).abs() < 1e-12);
        assert!((gini(&mut [0.0, 0.0, 0.0, 8.0]) - 0.75).abs() < 1e-12);
    }

    #[test]
    fn equal_incomes_and_none() {
        assert!(gini(&mut [3.0; 10]).abs() < 1e-12);
        assert!(sigma_of_gini(0.0).abs() < 1e-9);
        assert_eq!(gini(&mut [0.0]), 0.0);
    }
}
