//! Audiences: how many read whom.

use crate::diagnostics::Diagnostics;
use crate::figure::Figure;
use demerit_society::reactions::account::Audience;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Readers of accounts: see `demerit_society::reactions::account`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AudienceFile {
    /// Readers of an ordinary writer.
    #[schemars(range(min = 0.0, max = 1e9))]
    pub ordinary: Figure,
    /// Readers of a prolific writer.
    #[schemars(range(min = 0.0, max = 1e9))]
    pub prolific: Figure,
    /// Readers of a public voice.
    #[schemars(range(min = 0.0, max = 1e9))]
    pub voice: Figure,
}

/// Resolves it.
pub(super) fn resolve(file: &AudienceFile, diagnostics: &mut Diagnostics<'_>) -> Audience {
    let AudienceFile { ordinary, prolific, voice } = file;
    if !(ordinary.value <= prolific.value && prolific.value <= voice.value) {
        let message =
            "an ordinary writer has more readers than a prolific one, or that one than a public voice";
        diagnostics.fault("reactions.audience", message, "order them ordinary <= prolific <= voice");
    }
    Audience { readers: [0, ordinary.rounded(), prolific.rounded(), voice.rounded()] }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::resolved;

    #[test]
    fn a_public_voice_has_the_most_readers() {
        let right = resolved("ordinary = 10\nprolific = 50\nvoice = 1000\n", resolve).unwrap();
        assert_eq!(right.readers, [0, 10, 50, 1000]);
        let wrong = resolved("ordinary = 100\nprolific = 50\nvoice = 1000\n", resolve).unwrap_err();
        assert!(wrong[0].contains("more readers"), "{wrong:?}");
    }
}
