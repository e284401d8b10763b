//! The reactions of a society file, resolved.

use super::Pen;
use crate::figure::Figure;
use crate::written::ReactionsFile;
use demerit_kernel::Chance;
use demerit_society::account::Audience;
use demerit_society::adaptation::Hiding;
use demerit_society::awareness::Awareness;
use demerit_society::benefits::FeltSafety;
use demerit_society::care_for_others::Care;
use demerit_society::reactions::Reactions;
use demerit_society::silence::Silence;

/// Resolves the reactions; without the table people do nothing of the kind.
pub(crate) fn reactions(file: Option<&ReactionsFile>, pen: &mut Pen<'_>) -> Reactions {
    let Some(file) = file else { return Reactions::default() };
    let whole = |figure: &Figure| libm::round(figure.value) as u32;
    if let Some(one) = &file.audience
        && !(one.ordinary.value <= one.prolific.value && one.prolific.value <= one.voice.value)
    {
        let message =
            "an ordinary writer has more readers than a prolific one, or that one than a public voice";
        pen.fault(
            "reactions.audience",
            message.to_owned(),
            Some("order them ordinary <= prolific <= voice".into()),
        );
    }
    Reactions {
        awareness: file
            .awareness
            .as_ref()
            .map(|one| Awareness { news: one.news.value, talk: one.talk.value }),
        silence: file.silence.as_ref().map(|one| Silence {
            slope: one.slope.value,
            usual: one.usual.value,
            memory: whole(&one.memory),
        }),
        audience: file.audience.as_ref().map(|one| Audience {
            readers: [0, whole(&one.ordinary), whole(&one.prolific), whole(&one.voice)],
        }),
        care: file.care.as_ref().map(|one| Care { care: one.care.value, friends: one.friends.value }),
        hiding: file.hiding.as_ref().map(|one| Hiding {
            starts: Chance::from_share(one.starts.value),
            stops: Chance::from_share(1.0 / one.weeks.value.max(1.0)),
        }),
        safety: file.safety.as_ref().map(|one| FeltSafety {
            base: one.base.value,
            slope: one.slope.value,
            memory: whole(&one.memory),
        }),
    }
}
