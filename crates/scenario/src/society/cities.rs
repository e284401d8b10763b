//! Cities: how many of which size, and how many cameras they have.

use crate::faults::diagnostics::Diagnostics;
use crate::figure::{Figure, Share, Within, written};
use demerit_society::population::city::{CityPlan, SizeClass};
use demerit_society::watching::cameras::Cameras;

written! {
    /// Cities: see `demerit_society::population::city`.
    pub struct CitiesFile {
        /// Persons in the real country.
        pub country: Within<1, 10_000_000_000>,
        /// Pareto exponent of core sizes within a class.
        #[schemars(range(min = 0.1, max = 10.0))]
        pub exponent: Figure,
        /// Urban share of all persons.
        pub urban: Share,
        /// Cameras per 1,000 residents in the median city.
        pub cameras: Within<0, 10_000>,
        /// Standard deviation of the logarithm of cameras per 1,000.
        pub cameras_spread: Within<0, 3>,
        /// Cameras per 1,000 at which a deed in public is in view with chance 1 − 1/e.
        pub cameras_scale: Within<1, 100_000>,
        /// Size classes of urban cores, largest first.
        #[schemars(length(min = 1, max = 12))]
        pub classes: Vec<SizeClassFile>,
    }

    /// A size class of urban cores.
    pub struct SizeClassFile {
        /// Number of cities.
        pub count: Within<1, 5000>,
        /// Smallest core, persons.
        #[schemars(range(min = 1.0, max = 1e9))]
        pub low: f64,
        /// Largest core, persons.
        #[schemars(range(min = 1.0, max = 1e9))]
        pub high: f64,
    }
}

/// Resolves the cities.
pub(super) fn resolve(cities: &CitiesFile, diagnostics: &mut Diagnostics<'_>) -> CityPlan {
    let mut above = f64::INFINITY;
    let mut classes = Vec::new();
    for (place, class) in cities.classes.iter().enumerate() {
        let key = format!("cities.classes[{place}]");
        let count = diagnostics.whole(&format!("{key}.count"), &class.count);
        if class.low >= class.high {
            let message = format!("{} is not below high = {}", class.low, class.high);
            diagnostics.fault(&format!("{key}.low"), message, None);
        }
        if class.high > above {
            let message = format!("{} overlaps the class before, which begins at {above}", class.high);
            let hint = "order the classes from the largest, without overlap";
            diagnostics.fault(&format!("{key}.high"), message, hint);
        }
        above = class.low;
        classes.push(SizeClass { count: count.max(0) as u32, low: class.low, high: class.high });
    }
    CityPlan {
        country: cities.country.value,
        classes,
        exponent: cities.exponent.value,
        urban: cities.urban.value,
        cameras: Cameras {
            median: cities.cameras.value,
            spread: cities.cameras_spread.value,
            scale: cities.cameras_scale.value,
        },
    }
}
