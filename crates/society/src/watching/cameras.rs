//! Cameras: how much of what is done in public they have in view, city by city.
//!
//! Model. Cameras per 1,000 residents of a city are lognormal among cities: c = m · e^(s·z), z standard
//! normal, drawn once for each city. A deed in public is in view of some camera with chance 1 − e^(−c/k):
//! each camera more covers the same part of what is still uncovered. What is in view is missed, or seen and
//! put down to somebody, as [`crate::observation`] says.
//!
//! Symbols: m in cameras per 1,000 residents, 0 and more; s 0 to 3; k in cameras per 1,000, above 0. Sources:
//! m and s from counts of five Chinese cities (Comparitech); k is our assumption. Leaves out: where in a city
//! cameras hang, other than what attention moves ([`crate::watching::attention`]); growth over the years.

use crate::population::income::normal;
use demerit_kernel::{Chance, Draws};

demerit_kernel::stream! {
    /// Cameras of a city.
    pub CAMERAS = 3;
}

/// How cameras are spread over cities.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cameras {
    /// Cameras per 1,000 residents in the median city.
    pub median: f64,
    /// Standard deviation of the logarithm of cameras per 1,000.
    pub spread: f64,
    /// Cameras per 1,000 at which a deed in public is in view with chance 1 − 1/e.
    pub scale: f64,
}

impl Cameras {
    /// Cameras per 1,000 residents of the city at this place among all.
    pub fn per_1000(&self, draws: &Draws, city: u32) -> f64 {
        let luck = draws.luck(CAMERAS, city, 0, 0);
        self.median * libm::exp(self.spread * normal(luck.unit(0)))
    }

    /// Chance that a deed in public is in view where there are so many cameras per 1,000 residents.
    pub fn in_view(&self, per_1000: f64) -> Chance {
        Chance::from_share(-libm::expm1(-per_1000 / self.scale))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use demerit_kernel::Seed;

    const CAMERAS: Cameras = Cameras { median: 85.0, spread: 0.8, scale: 300.0 };

    #[test]
    fn views_saturate_with_cameras_per_1000() {
        assert_eq!(CAMERAS.in_view(0.0), Chance::ZERO);
        let share = |per_1000| CAMERAS.in_view(per_1000).value();
        assert!((share(300.0) - 0.632_120_558_8).abs() < 1e-9);
        assert!((share(600.0) - 0.864_664_716_8).abs() < 1e-9);
    }

    #[test]
    fn without_spread_all_cities_are_alike() {
        let even = Cameras { spread: 0.0, ..CAMERAS };
        let draws = Draws::new(Seed(3));
        assert!((0..50).all(|city| (even.per_1000(&draws, city) - 85.0).abs() < 1e-9));
    }

    #[test]
    fn half_of_the_cities_are_below_the_median() {
        let draws = Draws::new(Seed(3));
        let below = (0..4000).filter(|&city| CAMERAS.per_1000(&draws, city) < 85.0).count();
        // Four standard errors of a half of 4,000 are 126.
        assert!(below.abs_diff(2000) < 126, "{below}");
        // One standard deviation of the logarithm above it, 84.134 %; four standard errors are 92.
        let low = (0..4000).filter(|&city| CAMERAS.per_1000(&draws, city) < 85.0 * f64::exp(0.8)).count();
        assert!(low.abs_diff(3365) < 92, "{low}");
    }
}
