//! The reactions of a society file, resolved.

use super::Pen;
use crate::figure::Figure;
use crate::written::ReactionsFile;
use demerit_kernel::Chance;
use demerit_society::reactions::Reactions;
use demerit_society::reactions::account::Audience;
use demerit_society::reactions::adaptation::Hiding;
use demerit_society::reactions::awareness::Awareness;
use demerit_society::reactions::benefits::FeltSafety;
use demerit_society::reactions::care_for_others::Care;
use demerit_society::reactions::silence::Silence;

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::walk::check;
    use std::collections::BTreeMap;

    fn resolved(text: &str) -> Result<Reactions, String> {
        let (file, tree) = check::<ReactionsFile>(text, "reactions.toml")
            .map_err(|faults| faults.faults[0].message.clone())?;
        let own = BTreeMap::new();
        let mut pen = Pen::new(&tree, "", &own);
        let reactions = reactions(Some(&file), &mut pen);
        match pen.faults.or(()) {
            Ok(()) => Ok(reactions),
            Err(faults) => Err(faults.faults[0].message.clone()),
        }
    }

    #[test]
    fn weeks_of_hiding_become_a_chance_to_stop() {
        let found =
            resolved("hiding = { starts = 0.5, weeks = 4 }\nawareness = { news = 0.1, talk = 0.2 }\n");
        let found = found.unwrap();
        assert_eq!(found.awareness, Some(Awareness { news: 0.1, talk: 0.2 }));
        let hiding = Hiding { starts: Chance::from_share(0.5), stops: Chance::from_share(0.25) };
        assert_eq!((found.hiding, found.care), (Some(hiding), None));
    }

    #[test]
    fn what_is_left_out_does_nothing() {
        assert_eq!(resolved(""), Ok(Reactions::default()));
    }

    #[test]
    fn faults_are_told() {
        let fewer = resolved("audience = { ordinary = 100, prolific = 50, voice = 1000 }\n").unwrap_err();
        assert!(fewer.contains("more readers"), "{fewer}");
        assert!(resolved("care = { care = 2, friends = 0 }\n").unwrap_err().contains("out of range"));
    }
}
