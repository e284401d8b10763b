//! The scale of a score: where it starts, and how low and how high it may go.

use crate::diagnostics::Diagnostics;
use crate::figure::Figure;
use demerit_regime::Scale;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The scale of a score, in points.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ScaleFile {
    /// Score at the start.
    #[schemars(range(min = -30000.0, max = 30000.0))]
    pub start: Figure,
    /// Lowest score.
    #[schemars(range(min = -30000.0, max = 30000.0))]
    pub floor: Figure,
    /// Highest score.
    #[schemars(range(min = -30000.0, max = 30000.0))]
    pub ceiling: Figure,
}

/// Resolves the scale.
pub(super) fn resolve(written: &ScaleFile, diagnostics: &mut Diagnostics<'_>) -> Scale {
    let start = diagnostics.points("scale.start", &written.start);
    let floor = diagnostics.points("scale.floor", &written.floor);
    let ceiling = diagnostics.points("scale.ceiling", &written.ceiling);
    if floor > ceiling {
        diagnostics.fault("scale.floor", format!("the floor {floor} lies above the ceiling {ceiling}"), None);
    } else if !(floor..=ceiling).contains(&start) {
        let hint = format!("allowed is {floor} to {ceiling}");
        diagnostics.fault("scale.start", format!("{start} lies outside the scale"), hint.as_str());
    }
    Scale { start, floor, ceiling }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::resolved;

    #[test]
    fn the_start_lies_between_floor_and_ceiling() {
        let told = |text: &str| resolved(text, resolve).unwrap_err();
        assert_eq!(resolved("start = 5\nfloor = 0\nceiling = 9\n", resolve).unwrap().start.0, 5);
        assert_eq!(told("start = 10\nfloor = 0\nceiling = 9\n"), ["10 lies outside the scale"]);
        assert_eq!(told("start = 5\nfloor = 9\nceiling = 0\n"), ["the floor 9 lies above the ceiling 0"]);
        assert_eq!(told("start = 0.5\nfloor = 0\nceiling = 9\n"), ["0.5 is not a whole number"]);
    }
}
