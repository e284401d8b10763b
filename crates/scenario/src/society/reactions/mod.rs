//! Reactions: what people make of being watched. Each table is a mechanism; a table that is left out does
//! nothing.

mod audience;
mod awareness;
mod care;
mod hiding;
mod safety;
mod silence;

pub use audience::AudienceFile;
pub use awareness::AwarenessFile;
pub use care::CareFile;
pub use hiding::HidingFile;
pub use safety::SafetyFile;
pub use silence::SilenceFile;

use crate::diagnostics::Diagnostics;
use demerit_society::reactions::Reactions;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What people make of being watched: see `demerit_society::reactions`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReactionsFile {
    /// How word of the rules spreads; without it everybody knows them from the first week.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub awareness: Option<AwarenessFile>,
    /// The climate of opinion; without it nobody minds what others say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub silence: Option<SilenceFile>,
    /// Readers by class of writing; without it nobody counts them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audience: Option<AudienceFile>,
    /// Care for others; without it nobody holds back for their sake.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub care: Option<CareFile>,
    /// Hiding from apps; without it nobody hides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hiding: Option<HidingFile>,
    /// How safe people feel; without it nobody is asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub safety: Option<SafetyFile>,
}

/// Resolves the reactions; without the table people do nothing of the kind.
pub(super) fn resolve(file: Option<&ReactionsFile>, diagnostics: &mut Diagnostics<'_>) -> Reactions {
    let Some(file) = file else { return Reactions::default() };
    Reactions {
        awareness: file.awareness.as_ref().map(awareness::resolve),
        silence: file.silence.as_ref().map(silence::resolve),
        audience: file.audience.as_ref().map(|one| audience::resolve(one, diagnostics)),
        care: file.care.as_ref().map(care::resolve),
        hiding: file.hiding.as_ref().map(hiding::resolve),
        safety: file.safety.as_ref().map(safety::resolve),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::resolved;
    use demerit_society::reactions::awareness::Awareness;

    fn read(text: &str) -> Result<Reactions, Vec<String>> {
        resolved(text, |file, diagnostics| resolve(Some(file), diagnostics))
    }

    #[test]
    fn what_is_left_out_does_nothing() {
        assert_eq!(read(""), Ok(Reactions::default()));
        let found = read("awareness = { news = 0.1, talk = 0.2 }\n").unwrap();
        assert_eq!(found.awareness, Some(Awareness { news: 0.1, talk: 0.2 }));
        assert_eq!((found.hiding, found.care), (None, None));
    }
}
