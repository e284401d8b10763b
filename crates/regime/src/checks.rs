//! Checks: an office that looks for income that was not declared, and looks harder at some.
//!
//! Model: an adult is checked with a chance per tick of `rate`/52 times 1 + Σ wᵢ over the indicators i that
//! the office's file shows, at most 0.02. A check finds an undeclared income of the last year
//! with chance `finds`; where there is none it finds one all the same with chance `finds_nothing`, of
//! everybody or only of those whose file shows the indicator `only` (income averaged over a year shows a debt
//! where income was uneven). The burden is reversed: a finding is an entry on record unless an appeal undoes
//! it.
//!
//! Symbols: rate in checks per person and year of those whom no indicator points to; weights relative, at
//! least 0; the rest 0 to 1. Source: in the regime files. Leaves out: checks in person; a model that learns
//! from its own findings, except by the past record.

use crate::Provenance;
use demerit_kernel::{Chance, named};

named! {
    /// What an office's file may show of a person.
    Indicator {
        /// Income in the lowest fifth.
        LowIncome = "low-income",
        /// Nobody else in the household.
        LivingAlone = "living-alone",
        /// Living in the country.
        Rural = "rural",
        /// Under 30.
        Young = "young",
        /// Income that comes and goes.
        UnevenIncome = "uneven-income",
        /// Points were taken before, or a listing stands.
        PastRecord = "past-record",
    }
}

/// What an office's file shows of a person, one bit for each indicator.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[must_use]
pub struct OnFile(u8);

impl OnFile {
    /// The same with an indicator shown or not.
    pub const fn with(self, one: Indicator, shown: bool) -> Self {
        let bit = 1 << one.index();
        Self(if shown { self.0 | bit } else { self.0 & !bit })
    }

    /// Whether an indicator is shown.
    pub const fn shows(self, one: Indicator) -> bool {
        self.0 >> one.index() & 1 == 1
    }
}

/// How an office checks.
#[derive(Clone, Debug, PartialEq)]
#[must_use]
pub struct Checks {
    /// Chance in a tick that somebody is checked whom no indicator points to.
    pub base: Chance,
    /// What each indicator adds to that chance, as a multiple of it.
    pub weights: [f64; Indicator::COUNT],
    /// Chance that a check finds an undeclared income that is there.
    pub finds: Chance,
    /// Chance that it finds one that is not there.
    pub finds_nothing: Chance,
    /// Of whom only it finds what is not there; `None`: of everybody.
    pub only: Option<Indicator>,
    /// Claim status and source.
    pub provenance: Provenance,
}

impl Checks {
    /// The same where an office does not look where it found something before.
    pub const fn without_attention(mut self) -> Self {
        self.weights[Indicator::PastRecord.index()] = 0.0;
        self
    }

    /// The same where a check finds only what is there.
    pub(crate) const fn without_findings_of_nothing(mut self) -> Self {
        self.finds_nothing = Chance::ZERO;
        self
    }

    /// The same where everybody is checked alike, this many times as often as those whom no indicator points
    /// to.
    pub(crate) fn even(mut self, more: f64) -> Self {
        self.weights = [0.0; Indicator::COUNT];
        self.base = Chance::from_share((self.base.value() * more).min(Self::CEILING));
        self
    }

    /// By how much those of whom each indicator is shown with this chance are checked more often than those
    /// whom none points to.
    pub fn mean_factor(&self, shown: &[f64; Indicator::COUNT]) -> f64 {
        1.0 + self.weights.iter().zip(shown).map(|(weight, share)| weight * share).sum::<f64>()
    }

    /// Highest chance of a check in a tick: candidates are drawn at it in every regime alike.
    pub const CEILING: f64 = 0.02;

    /// Chance in a tick that somebody with this file is checked.
    pub fn chance(&self, file: OnFile) -> Chance {
        let added: f64 =
            Indicator::ALL.iter().filter(|one| file.shows(**one)).map(|one| self.weights[one.index()]).sum();
        Chance::from_share((self.base.value() * (1.0 + added)).clamp(0.0, Self::CEILING))
    }

    /// Whether a check finds something, from 32 even random bits.
    pub fn finds(&self, there: bool, file: OnFile, word: u32) -> bool {
        if there {
            self.finds.hits(word)
        } else {
            self.only.is_none_or(|only| file.shows(only)) && self.finds_nothing.hits(word)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Claim;

    fn checks(base: f64) -> Checks {
        let mut weights = [0.0; Indicator::COUNT];
        weights[Indicator::LowIncome.index()] = 2.0;
        weights[Indicator::Rural.index()] = 0.5;
        Checks {
            base: Chance::from_share(base),
            weights,
            finds: Chance::ONE,
            finds_nothing: Chance::ONE,
            only: Some(Indicator::UnevenIncome),
            provenance: Provenance { claim: Claim::Hypothetical, source: "a test".into() },
        }
    }

    #[test]
    fn what_is_shown_stays_so() {
        let young = OnFile::default().with(Indicator::Young, true);
        assert_eq!(young.with(Indicator::Young, true), young);
        assert_eq!(young.with(Indicator::Rural, false), young);
        assert_eq!(young.with(Indicator::Young, false), OnFile::default());
    }

    #[test]
    fn indicators_add_to_the_chance_up_to_a_ceiling() {
        let file = OnFile::default().with(Indicator::LowIncome, true).with(Indicator::Young, true);
        let chance = |file| checks(0.001).chance(file).value();
        assert!((chance(file) - 0.003).abs() < 1e-8);
        assert!((chance(file.with(Indicator::Rural, true)) - 0.0035).abs() < 1e-8);
        assert!((chance(OnFile::default()) - 0.001).abs() < 1e-8);
        assert!((checks(0.5).chance(file).value() - Checks::CEILING).abs() < 1e-8);
    }

    #[test]
    fn even_checks_are_as_many_and_point_to_nobody() {
        let mut shown = [0.0; Indicator::COUNT];
        (shown[Indicator::LowIncome.index()], shown[Indicator::Rural.index()]) = (0.2, 0.4);
        let some = checks(0.001);
        // 1 + 2 × 0.2 + 0.5 × 0.4.
        let more = some.mean_factor(&shown);
        assert!((more - 1.6).abs() < 1e-12);
        let even = some.even(more);
        for file in [OnFile::default(), OnFile::default().with(Indicator::LowIncome, true)] {
            assert!((even.chance(file).value() - 0.0016).abs() < 1e-8);
        }
        assert_eq!(even.without_findings_of_nothing().finds_nothing, Chance::ZERO);
    }

    #[test]
    fn a_file_shows_what_was_put_and_no_longer_what_was_taken_away() {
        let both = OnFile::default().with(Indicator::LivingAlone, true).with(Indicator::PastRecord, true);
        let one = both.with(Indicator::LivingAlone, false).with(Indicator::Young, false);
        let shown = |file: OnFile| Indicator::ALL.into_iter().filter(move |one| file.shows(*one)).collect();
        let shown: [Vec<_>; 2] = [shown(both), shown(one)];
        assert_eq!(shown, [vec![Indicator::LivingAlone, Indicator::PastRecord], vec![Indicator::PastRecord]]);
    }

    #[test]
    fn a_finding_takes_its_chance() {
        let some = Checks {
            finds: Chance::from_share(0.5),
            finds_nothing: Chance::from_share(0.25),
            only: None,
            ..checks(0.01)
        };
        let found = |there| [0, 1 << 30, 1 << 31].map(|word| some.finds(there, OnFile::default(), word));
        assert_eq!((found(true), found(false)), ([true, true, false], [true, false, false]));
    }

    #[test]
    fn what_is_not_there_is_found_only_of_those_whom_averaging_hits() {
        let uneven = OnFile::default().with(Indicator::UnevenIncome, true);
        let some = checks(0.01);
        assert!(some.finds(true, OnFile::default(), u32::MAX) && some.finds(false, uneven, 0));
        assert!(!some.finds(false, OnFile::default(), 0));
    }

    #[test]
    fn no_checks_where_the_base_is_nothing() {
        assert_eq!(checks(0.0).chance(OnFile::default().with(Indicator::LowIncome, true)), Chance::ZERO);
    }
}
