//! Hiding from apps: who begins to, and for how long.

use crate::figure::Figure;
use demerit_kernel::Chance;
use demerit_society::reactions::adaptation::Hiding;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Hiding from apps: see `demerit_society::reactions::adaptation`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HidingFile {
    /// Chance to begin to hide when frightened, or when points are lost for what an app saw.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub starts: Figure,
    /// Mean weeks in hiding.
    #[schemars(range(min = 1.0, max = 5200.0))]
    pub weeks: Figure,
}

/// Resolves it.
pub(super) fn resolve(file: &HidingFile) -> Hiding {
    Hiding { starts: file.starts.chance(), stops: Chance::from_share(1.0 / file.weeks.value.max(1.0)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::resolved;

    #[test]
    fn four_weeks_in_hiding_end_with_a_chance_of_a_quarter() {
        let found = resolved("starts = 0.5\nweeks = 4\n", |file, _| resolve(file));
        assert_eq!(found, Ok(Hiding { starts: Chance::from_share(0.5), stops: Chance::from_share(0.25) }));
    }
}
