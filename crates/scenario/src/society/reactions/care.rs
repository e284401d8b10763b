//! Care for others: who holds back for their sake.

use crate::figure::Figure;
use demerit_society::reactions::care_for_others::Care;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Care for others: see `demerit_society::reactions::care_for_others`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CareFile {
    /// Chance to withhold a post where others together would lose as much as oneself.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub care: Figure,
    /// Friends whom one has in mind.
    #[schemars(range(min = 0.0, max = 200.0))]
    pub friends: Figure,
}

/// Resolves it.
pub(super) fn resolve(file: &CareFile) -> Care {
    Care { care: file.care.value, friends: file.friends.value }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::resolved;

    #[test]
    fn care_is_a_share() {
        let told = |care: f64| resolved(&format!("care = {care}\nfriends = 0\n"), |file, _| resolve(file));
        assert_eq!(told(0.5), Ok(Care { care: 0.5, friends: 0.0 }));
        assert_eq!(told(2.0), Err(vec!["2 is out of range".to_owned()]));
    }
}
