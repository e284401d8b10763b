//! Awareness: who knows the rules of the regime, and how word of them spreads.
//!
//! Model. When a regime with rules comes into force nobody knows them. In each tick whoever does not know
//! them learns with chance n + t·s: news reach everybody alike, and talk grows with the share s of the
//! neighbourhood that knows already (the SI model of epidemics, within a neighbourhood). Whoever is
//! sanctioned, and whoever is frightened by the sanction of somebody close, knows at once. Who knows stays so
//! until another regime comes into force. The unaware neither hold back, nor comply, nor play for points, nor
//! hide: the rules befall them all the same.
//!
//! Symbols: n (`news`) and t (`talk`), chances in a tick; s 0 to 1. Half of a neighbourhood knows after about
//! ln((n + t/2) / (n/2)) / (n + t) ticks.
//! Source: the SI model is textbook; both chances are assumptions of the society file.
//! Leaves out: age, half-knowledge, rumours that are wrong, and talk beyond the neighbourhood.

use demerit_kernel::{Chance, LANES, Mask};

demerit_kernel::stream! {
    /// Word of the rules that spreads.
    pub AWARE = 30;
}

/// How word of the rules spreads.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Awareness {
    /// Chance in a tick to learn from news.
    pub news: f64,
    /// Chance in a tick to learn by talk where everybody else knows.
    pub talk: f64,
}

impl Awareness {
    /// The highest chance to learn in a tick, at which candidates are drawn.
    pub fn ceiling(&self) -> Chance {
        Chance::from_share(self.news + self.talk)
    }

    /// Chance to learn in a tick where `aware` of `persons` know.
    pub fn learns(&self, aware: u32, persons: u32) -> Chance {
        let share = f64::from(aware) / f64::from(persons.max(1));
        Chance::from_share(self.news + self.talk * share.min(1.0))
    }
}

/// Who acts with the rules in mind: everybody where no word has to spread, else those who know.
pub fn heeds(awareness: Option<&Awareness>, aware: &Mask) -> Mask {
    if awareness.is_some() { *aware } else { Mask::first(LANES) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const WORD: Awareness = Awareness { news: 0.01, talk: 0.1 };

    #[test]
    fn word_spreads_from_news_and_from_those_who_know() {
        assert!((WORD.learns(0, 1000).value() - 0.01).abs() < 1e-9);
        assert!((WORD.learns(500, 1000).value() - 0.06).abs() < 1e-9);
        assert_eq!(WORD.learns(1000, 1000), WORD.ceiling());
        let mut aware = Mask::EMPTY;
        aware.insert(7);
        assert_eq!(heeds(Some(&WORD), &aware), aware);
        assert_eq!(heeds(None, &aware), Mask::FULL);
    }

    #[test]
    fn without_news_and_talk_nobody_learns() {
        let mute = Awareness { news: 0.0, talk: 0.0 };
        assert_eq!((mute.ceiling(), mute.learns(5, 10)), (Chance::ZERO, Chance::ZERO));
        assert_eq!(WORD.learns(0, 0), WORD.learns(0, 1), "an empty neighbourhood is no fault");
    }

    proptest! {
        #[test]
        fn more_who_know_never_slow_it(news in 0.0f64..1.0, talk in 0.0f64..1.0, aware in 0u32..1024) {
            let word = Awareness { news, talk };
            prop_assert!(word.learns(aware, 1024) <= word.learns(aware + 1, 1024));
            prop_assert!(word.learns(aware, 1024) <= word.ceiling());
        }
    }
}
