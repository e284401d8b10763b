//! Hardship: the income that a sanction costs, which lasts beyond it and makes for further lapses.
//!
//! Model. A sanction that begins costs whoever is in work the job with chance `job`; each further tick under
//! it does so with chance `job_later`. A lost job takes the share `with_job` of the income. A refused request
//! takes a share by its kind: the post, the home or the loan that one does without. Shares add up to `most`
//! at the highest. Once the sanction is over, in every fourth tick a share `fade` of what is lost comes back,
//! at least 1/255. Lapses with money (late bills and instalments, loans not paid back, unpaid orders) are
//! done more often, times 1 + `lapses` × share lost; and whatever the regime, and with the mechanism switched
//! off, they follow income by a factor for each fifth.
//!
//! Symbols: shares of income in 1/255; chances per tick; factors relative to the mean. Sources: Bos, Breza
//! and Liberman (2018) for the work lost for each further year that a bad record stays visible; the others
//! are our assumption, in the society file. Leaves out: what a household shares; who takes the job that
//! somebody lost; pensions.

use demerit_kernel::{Chance, LaneMap, Tick};
use demerit_regime::{Matter, Request};

demerit_kernel::stream! {
    /// Jobs lost to a sanction.
    pub JOB = 40;
}

/// Ticks between two steps of recovery.
pub const STEP: u32 = 4;

/// How much income sanctions and refusals cost, and what follows from it.
#[derive(Clone, Copy, Debug, PartialEq)]
#[must_use]
pub struct Hardship {
    /// Chance that the beginning of a sanction costs the job.
    pub job: Chance,
    /// Chance in a tick under a sanction that it costs the job later.
    pub job_later: Chance,
    /// Share of the income that goes with the job, in 1/255.
    pub with_job: u8,
    /// Share of the income that a refused request costs, in 1/255.
    pub refused: [u8; Request::COUNT],
    /// Highest share that can be lost, in 1/255.
    pub most: u8,
    /// Share of the loss that comes back in a step of [`STEP`] ticks.
    pub fade: Chance,
    /// Growth of the lapses with money at a loss of everything.
    pub lapses: f64,
    /// Factor of each fifth of income on the lapses with money, the poorest first.
    pub by_fifth: [f64; 5],
}

/// Whether a matter is a lapse with money, which hardship makes likelier.
#[inline]
pub const fn of_money(matter: Matter) -> bool {
    matches!(matter, Matter::LateBill | Matter::LateLoan | Matter::LoanDefault | Matter::UnpaidOrder)
}

impl Hardship {
    /// The same where a sanction costs nothing; that lapses follow income is no matter of a regime.
    pub const fn without_scars(self) -> Self {
        Self { job: Chance::ZERO, job_later: Chance::ZERO, refused: [0; Request::COUNT], ..self }
    }

    /// The loss after a further loss of `share`.
    pub const fn after(&self, lost: u8, share: u8) -> u8 {
        let more = lost.saturating_add(share);
        // What is lost already stays lost, should it be more than a sanction can take.
        if more <= self.most {
            more
        } else if lost > self.most {
            lost
        } else {
            self.most
        }
    }

    /// The loss after a step of recovery.
    pub fn recovered(&self, lost: u8) -> u8 {
        if self.fade == Chance::ZERO {
            return lost;
        }
        let back = ((u64::from(lost) * self.fade.raw()) >> 32) as u8;
        lost.saturating_sub(back.max(1))
    }

    /// Whether a step of recovery is due.
    pub const fn recovers_at(tick: Tick) -> bool {
        tick.0 % STEP == STEP - 1
    }

    /// Factor on the lapses with money of somebody of a fifth of income who lost a share of it.
    #[inline]
    pub fn factor(&self, fifth: u8, lost: u8) -> f64 {
        self.by_fifth[usize::from(fifth)] * (1.0 + self.lapses * f64::from(lost) / 255.0)
    }

    /// The highest factor of somebody who lost a share of income, whatever the fifth.
    #[inline]
    pub fn highest_at(&self, lost: u8) -> f64 {
        (0..5).fold(0.0, |highest, fifth| f64::max(highest, self.factor(fifth, lost)))
    }

    /// The highest factor that anybody can have.
    pub fn highest_factor(&self) -> f64 {
        let fifths = self.by_fifth.iter().copied().fold(0.0, f64::max);
        fifths * (1.0 + self.lapses * f64::from(self.most) / 255.0)
    }
}

/// The share of income that each lane lost, in 1/255.
pub type HardshipTable = LaneMap<(u16, u8)>;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn hardship() -> Hardship {
        Hardship {
            job: Chance::from_share(0.3),
            job_later: Chance::ZERO,
            with_job: 102,
            refused: [5; Request::COUNT],
            most: 153,
            fade: Chance::from_share(0.1),
            lapses: 2.0,
            by_fifth: [1.5, 1.2, 1.0, 0.8, 0.5],
        }
    }

    #[test]
    fn what_is_lost_adds_up_to_the_most_and_comes_back_by_steps() {
        let hardship = hardship();
        assert_eq!([0, 60, 153, 200].map(|lost| hardship.after(lost, 102)), [102, 153, 153, 200]);
        assert_eq!([100, 5, 1, 0].map(|lost| hardship.recovered(lost)), [90, 4, 0, 0]);
        assert!((hardship.factor(0, 0) - 1.5).abs() < 1e-12);
        assert!((hardship.factor(4, 51) - 0.5 * 1.4).abs() < 1e-12);
        assert!((hardship.highest_factor() - 1.5 * 2.2).abs() < 1e-12);
        assert!(of_money(Matter::LateBill) && !of_money(Matter::TrafficOffence));
    }

    #[test]
    fn recovery_is_due_every_fourth_week_and_the_poorest_come_off_worst() {
        assert_eq!((0..12).filter(|&tick| Hardship::recovers_at(Tick(tick))).collect::<Vec<_>>(), [3, 7, 11]);
        assert!((hardship().highest_at(51) - 1.5 * 1.4).abs() < 1e-12);
        let last = Hardship { by_fifth: [0.0, 0.0, 0.0, 0.0, 2.0], ..hardship() };
        assert!((last.highest_at(0) - 2.0).abs() < 1e-12 && (last.highest_factor() - 4.4).abs() < 1e-12);
    }

    #[test]
    fn without_scars_nothing_is_lost_and_nothing_comes_back_at_a_fade_of_zero() {
        let still = hardship().without_scars();
        assert_eq!(
            (still.job, still.job_later, still.refused),
            (Chance::ZERO, Chance::ZERO, [0; Request::COUNT])
        );
        assert_eq!(still.highest_factor(), hardship().highest_factor(), "the ceiling of lapses stays");
        assert_eq!(Hardship { fade: Chance::ZERO, ..hardship() }.recovered(80), 80);
    }

    proptest! {
        #[test]
        fn every_loss_ends_and_no_factor_is_above_the_highest(lost in 0u8..=153, fifth in 0u8..5, share in 0.001f64..1.0) {
            let fading = Hardship { fade: Chance::from_share(share), ..hardship() };
            prop_assert!(fading.factor(fifth, lost) <= fading.highest_factor() + 1e-12);
            let left = (0..lost).fold(lost, |left, _| fading.recovered(left));
            prop_assert_eq!(left, 0);
        }
    }
}
