//! Estimates: a mean over a few samples, with its interval.
//!
//! Model: the mean, and at 95 % how far it may lie off by Student's t. One sample alone has no interval: both ends are its value.

use serde::Serialize;

/// A mean with the interval in which it lies.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Estimate {
    /// The mean.
    pub value: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// The mean of independent samples with its interval; a single sample is its own interval.
#[must_use]
pub fn estimate(samples: &[f64]) -> Estimate {
    let count = samples.len() as f64;
    let value = samples.iter().sum::<f64>() / count.max(1.0);
    if samples.len() < 2 {
        return Estimate { value, low: value, high: value };
    }
    let variance = samples.iter().map(|one| (one - value) * (one - value)).sum::<f64>() / (count - 1.0);
    let reach = student(samples.len() - 1) * libm::sqrt(variance / count);
    Estimate { value, low: value - reach, high: value + reach }
}

/// The 97.5 % point of Student's t with so many degrees of freedom, to 0.3 %.
fn student(freedom: usize) -> f64 {
    const FEW: [f64; 10] = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228];
    // Beyond ten, the expansion of Cornish and Fisher around the normal's 1.96.
    let more = 1.960 + 2.372 / freedom as f64 + 2.823 / (freedom * freedom) as f64;
    freedom.checked_sub(1).and_then(|place| FEW.get(place)).copied().unwrap_or(more)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_sample_has_no_interval_and_few_have_students() {
        assert_eq!(estimate(&[4.0]), Estimate { value: 4.0, low: 4.0, high: 4.0 });
        let two = estimate(&[1.0, 3.0]);
        assert!((two.value - 2.0).abs() < 1e-12 && (two.high - 2.0 - 12.706).abs() < 1e-9);
        assert!((student(11) - 2.201).abs() < 0.007 && (student(30) - 2.042).abs() < 0.003);
        assert!((student(1_000_000) - 1.960).abs() < 1e-3);
    }
}
