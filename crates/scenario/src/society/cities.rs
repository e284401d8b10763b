//! Cities: how many of which size, and how many cameras they have.

use crate::diagnostics::Diagnostics;
use crate::figure::Figure;
use demerit_society::population::city::{CityPlan, SizeClass};
use demerit_society::watching::cameras::Cameras;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Cities: see `demerit_society::population::city`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CitiesFile {
    /// Persons in the real country.
    #[schemars(range(min = 1.0, max = 1e10))]
    pub country: Figure,
    /// Pareto exponent of core sizes within a class.
    #[schemars(range(min = 0.1, max = 10.0))]
    pub exponent: Figure,
    /// Urban share of all persons.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub urban: Figure,
    /// Cameras per 1,000 residents in the median city.
    #[schemars(range(min = 0.0, max = 10000.0))]
    pub cameras: Figure,
    /// Standard deviation of the logarithm of cameras per 1,000.
    #[schemars(range(min = 0.0, max = 3.0))]
    pub cameras_spread: Figure,
    /// Cameras per 1,000 at which a deed in public is in view with chance 1 − 1/e.
    #[schemars(range(min = 1.0, max = 100000.0))]
    pub cameras_scale: Figure,
    /// Size classes of urban cores, largest first.
    #[schemars(length(min = 1, max = 12))]
    pub classes: Vec<SizeClassFile>,
}

/// A size class of urban cores.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SizeClassFile {
    /// Number of cities.
    #[schemars(range(min = 1.0, max = 5000.0))]
    pub count: Figure,
    /// Smallest core, persons.
    #[schemars(range(min = 1.0, max = 1e9))]
    pub low: f64,
    /// Largest core, persons.
    #[schemars(range(min = 1.0, max = 1e9))]
    pub high: f64,
}

/// Resolves the cities.
pub(super) fn resolve(cities: &CitiesFile, diagnostics: &mut Diagnostics<'_>) -> CityPlan {
    let mut above = f64::INFINITY;
    let mut classes = Vec::new();
    for (place, class) in cities.classes.iter().enumerate() {
        let key = format!("cities.classes[{place}]");
        let count = diagnostics.whole(&format!("{key}.count"), &class.count);
        if class.low >= class.high {
            diagnostics.fault(
                &format!("{key}.low"),
                format!("{} is not below high = {}", class.low, class.high),
                None,
            );
        }
        if class.high > above {
            diagnostics.fault(
                &format!("{key}.high"),
                format!("{} overlaps the class before, which begins at {above}", class.high),
                "order the classes from the largest, without overlap",
            );
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
