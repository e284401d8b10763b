//! Reactions: what people make of being watched. Each table is a mechanism; a table that is left out does
//! nothing.

use crate::faults::diagnostics::Diagnostics;
use crate::figure::{Share, Within, written};
use demerit_kernel::Chance;
use demerit_regime::Matter;
use demerit_society::Stance;
use demerit_society::reactions::Reactions;
use demerit_society::reactions::account::Audience;
use demerit_society::reactions::adaptation::Hiding;
use demerit_society::reactions::awareness::Awareness;
use demerit_society::reactions::benefits::FeltSafety;
use demerit_society::reactions::care_for_others::Care;
use demerit_society::reactions::silence::Silence;

written! {
    /// What people make of being watched: see `demerit_society::reactions`.
    #[derive(Default)]
    pub struct ReactionsFile {
        /// How word of the rules spreads; without it everybody knows them from the first week.
        pub awareness: Option<AwarenessFile>,
        /// The climate of opinion; without it nobody minds what others say.
        pub silence: Option<SilenceFile>,
        /// Readers by class of writing; without it nobody counts them.
        pub audience: Option<AudienceFile>,
        /// Care for others; without it nobody holds back for their sake.
        pub care: Option<CareFile>,
        /// Hiding from apps; without it nobody hides.
        pub hiding: Option<HidingFile>,
        /// How safe people feel; without it nobody is asked.
        pub safety: Option<SafetyFile>,
    }

    /// Awareness: see `demerit_society::reactions::awareness`.
    pub struct AwarenessFile {
        /// Chance in a week to learn of the rules from news.
        pub news: Share,
        /// Chance in a week to learn of them by talk where everybody else knows.
        pub talk: Share,
    }

    /// The climate of opinion: see `demerit_society::reactions::silence`.
    pub struct SilenceFile {
        /// Change of the willingness to post critically for each unit of climate above the usual.
        pub slope: Within<0, 50>,
        /// Share of critical posts among those with a stance where nobody is silenced.
        pub usual: Share,
        /// Weeks of memory.
        pub memory: Within<1, 520>,
    }

    /// Readers of accounts: see `demerit_society::reactions::account`.
    pub struct AudienceFile {
        /// Readers of an ordinary writer.
        pub ordinary: Within<0, 1_000_000_000>,
        /// Readers of a prolific writer.
        pub prolific: Within<0, 1_000_000_000>,
        /// Readers of a public voice.
        pub voice: Within<0, 1_000_000_000>,
    }

    /// Care for others: see `demerit_society::reactions::care_for_others`.
    pub struct CareFile {
        /// Chance to withhold a post where others together would lose as much as oneself.
        pub care: Share,
        /// Friends whom one has in mind.
        pub friends: Within<0, 200>,
    }

    /// Hiding from apps: see `demerit_society::reactions::adaptation`.
    pub struct HidingFile {
        /// Chance to begin to hide when frightened, or when points are lost for what an app saw.
        pub starts: Share,
        /// Mean weeks in hiding.
        pub weeks: Within<1, 5200>,
    }

    /// How safe people feel: see `demerit_society::reactions::benefits`.
    pub struct SafetyFile {
        /// Share who feel safe where nobody does anything wrong.
        pub base: Share,
        /// What one violation per person and year in the neighbourhood takes from it.
        pub slope: Within<0, 10>,
        /// Weeks of memory.
        pub memory: Within<1, 520>,
    }
}

/// Resolves the reactions; without the table people do nothing of the kind.
pub(super) fn resolve(file: Option<&ReactionsFile>, diagnostics: &mut Diagnostics<'_>) -> Reactions {
    let Some(ReactionsFile { awareness, silence, audience, care, hiding, safety }) = file else {
        return Reactions::default();
    };
    Reactions {
        awareness: awareness.as_ref().map(|one| Awareness { news: one.news.value, talk: one.talk.value }),
        silence: silence.as_ref().map(|one| Silence {
            slope: one.slope.value,
            usual: one.usual.value,
            memory: one.memory.rounded(),
        }),
        audience: audience.as_ref().map(|one| readers(one, diagnostics)),
        care: care.as_ref().map(|one| Care { care: one.care.value, friends: one.friends.value }),
        hiding: hiding.as_ref().map(|one| Hiding {
            starts: one.starts.chance(),
            stops: Chance::from_share(1.0 / one.weeks.value.max(1.0)),
        }),
        safety: safety.as_ref().map(|one| FeltSafety {
            base: one.base.value,
            slope: one.slope.value,
            memory: one.memory.rounded(),
        }),
    }
}

/// Resolves how many read whom.
fn readers(file: &AudienceFile, diagnostics: &mut Diagnostics<'_>) -> Audience {
    let AudienceFile { ordinary, prolific, voice } = file;
    if !(ordinary.value <= prolific.value && prolific.value <= voice.value) {
        let message =
            "an ordinary writer has more readers than a prolific one, or that one than a public voice";
        diagnostics.fault("reactions.audience", message, "order them ordinary <= prolific <= voice");
    }
    Audience { readers: [0, ordinary.rounded(), prolific.rounded(), voice.rounded()] }
}

/// The highest factor that the climate of opinion can put on a matter: that where all that is heard is
/// critical.
pub(super) fn most(matter: Matter, file: Option<&ReactionsFile>) -> f64 {
    match file.and_then(|file| file.silence.as_ref()) {
        Some(silence) if Stance::of(matter).is_some_and(Stance::is_critical) => {
            1.0 + silence.slope.value * (1.0 - silence.usual.value)
        }
        _ => 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::faults::diagnostics::resolved;

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

    #[test]
    fn no_climate_is_stronger_than_the_one_that_candidates_are_drawn_for() {
        use demerit_society::{Climate, Smoothed};
        let file: ReactionsFile =
            toml::from_str("silence = { slope = 1.5, usual = 0.2, memory = 26 }\n").unwrap();
        let most = |matter| super::most(matter, Some(&file));
        let heard = Smoothed(1 << 30);
        let silence = read("silence = { slope = 1.5, usual = 0.2, memory = 26 }\n").unwrap().silence.unwrap();
        let strongest = silence.willingness(&Climate { critical: heard, all: heard });
        assert!((most(Matter::CriticalPost) - 2.2).abs() < 1e-9 && (strongest - 2.2).abs() < 1e-3);
        assert_eq!([Matter::SupportivePost, Matter::LateBill].map(most), [1.0; 2]);
        assert_eq!(super::most(Matter::CriticalPost, None), 1.0, "no climate bears on anybody");
    }

    #[test]
    fn a_public_voice_has_the_most_readers() {
        let right = read("audience = { ordinary = 10, prolific = 50, voice = 1000 }\n").unwrap();
        assert_eq!(right.audience.unwrap().readers, [0, 10, 50, 1000]);
        let wrong = read("audience = { ordinary = 100, prolific = 50, voice = 1000 }\n").unwrap_err();
        assert!(wrong[0].contains("more readers"), "{wrong:?}");
    }

    #[test]
    fn care_is_a_share() {
        let told = |care: f64| read(&format!("care = {{ care = {care}, friends = 0 }}\n"));
        assert_eq!(told(0.5).unwrap().care, Some(Care { care: 0.5, friends: 0.0 }));
        assert_eq!(told(2.0), Err(vec!["2 is out of range".to_owned()]));
    }

    #[test]
    fn four_weeks_in_hiding_end_with_a_chance_of_a_quarter() {
        let found = read("hiding = { starts = 0.5, weeks = 4 }\n").unwrap().hiding;
        assert_eq!(found, Some(Hiding { starts: Chance::from_share(0.5), stops: Chance::from_share(0.25) }));
    }
}
