//! Survival: how long something lasts, told from what ended in a period and from what went on.
//!
//! Model. In every tick of a period everything that lasts is counted at its age in weeks, as ended or as
//! going on. Of what reached the age a, the share h(a) = ended(a) / (ended(a) + went on(a)) ends there, and
//! S(a) = (1 − h(0)) … (1 − h(a)) lasts longer. What began before the period counts from the age that it had
//! by then (delayed entry), what goes on at the end of it up to its age by then (censoring): so nothing has
//! to be over to be told of. The median is the first age by which half is over; the mean within w weeks is
//! S(0) + … + S(w − 1), which counts nothing beyond w.
//!
//! Symbols: ages in weeks, S from 1 to 0. Source: Kaplan and Meier 1958; delayed entry: Klein and
//! Moeschberger, Survival Analysis, 4.6. Our assumption: how long it will last depends on the age, and not on
//! when it began. Leaves out: intervals, which come from several seeds; the causes of an end.

use demerit_society::{AGES, Lasting, Tally};

/// The weeks up to which means are taken: two years, which a run sees whole soon after a regime begins.
pub(crate) const WITHIN: usize = 104;

/// What ended and what went on, by age.
#[derive(Clone, Copy)]
pub(crate) struct Survival<'a> {
    went_on: &'a [u64; AGES],
    ended: &'a [u64; AGES],
}

impl<'a> Survival<'a> {
    /// That of what was counted in a period.
    pub(crate) const fn of(tally: &'a Tally, what: Lasting) -> Self {
        let place = what.index();
        Self { went_on: &tally.went_on[place], ended: &tally.ended[place] }
    }

    /// The share that lasts longer than each age, from age 0 to the first of which nothing is known. The last
    /// age stands for all beyond it, and tells nothing.
    fn shares(self) -> impl Iterator<Item = f64> {
        let ages = self.went_on.iter().zip(self.ended).take(AGES - 1);
        ages.scan(1.0, |share, (&on, &ended)| {
            if *share > 0.0 {
                *share *= super::reading::ratio(on, on + ended)?;
            }
            Some(*share)
        })
    }

    /// The first age by which half is over; `None` where more than half lasts longer than was seen.
    pub(crate) fn median(self) -> Option<f64> {
        self.shares().position(|share| share <= 0.5).map(|age| age as f64)
    }

    /// The mean of what lasts, each counted up to [`WITHIN`] weeks; `None` where nothing was seen at some age
    /// before.
    pub(crate) fn mean(self) -> Option<f64> {
        let shares: Vec<f64> = self.shares().take(WITHIN).collect();
        (shares.len() == WITHIN).then(|| shares.iter().sum())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use demerit_kernel::{Draws, Seed, Stream};

    fn survival(tally: &Tally) -> Survival<'_> {
        Survival::of(tally, Lasting::Sanction)
    }

    #[test]
    fn by_hand() {
        // Four begin: one is over after 1 week, one after 3; one is last seen at 2 weeks, one at 5.
        let mut tally = Tally::default();
        for (weeks, is_over) in [(1, true), (3, true), (2, false), (5, false)] {
            for age in 0..weeks {
                tally.goes_on(Lasting::Sanction, age);
            }
            if is_over {
                tally.ends(Lasting::Sanction, weeks);
            } else {
                tally.goes_on(Lasting::Sanction, weeks);
            }
        }
        let shares: Vec<f64> = survival(&tally).shares().collect();
        // Of four at one week a fourth ends; of two at three weeks half; nobody is seen beyond five.
        assert_eq!(shares, [1.0, 0.75, 0.75, 0.375, 0.375, 0.375]);
        assert_eq!((survival(&tally).median(), survival(&tally).mean()), (Some(3.0), None));
        assert_eq!((tally.ended_all(Lasting::Sanction), tally.ended_weeks(Lasting::Sanction)), (2, 4));
    }

    #[test]
    fn where_nothing_ends_there_is_no_median_and_the_mean_is_all_the_weeks() {
        let mut tally = Tally::default();
        assert_eq!((survival(&tally).median(), survival(&tally).mean()), (None, None), "nothing was seen");
        (0..300).for_each(|age| tally.goes_on(Lasting::Sanction, age));
        assert_eq!((survival(&tally).median(), survival(&tally).mean()), (None, Some(WITHIN as f64)));
    }

    #[test]
    fn the_last_age_stands_for_all_beyond() {
        let mut tally = Tally::default();
        tally.goes_on(Lasting::Appeal, 9_000);
        tally.ends(Lasting::Appeal, AGES as u32);
        assert_eq!((tally.went_on[2][AGES - 1], tally.ended[2][AGES - 1]), (1, 1));
        assert_eq!(survival(&tally).shares().count(), 0);
    }

    #[test]
    fn what_lasts_geometrically_is_found_in_a_window_that_cuts_most_of_it() {
        // Spells end with chance 1/40 a week. They begin evenly over 400 weeks, and only weeks 300 to 351 are
        // seen: most began before, many go on. S(a) is 0.975 to the power of a.
        let (chance, spells) = (1.0 / 40.0, 40_000_u32);
        let mut tally = Tally::default();
        let draws = Draws::new(Seed(7));
        for spell in 0..spells {
            let unit = (f64::from(draws.luck(Stream(1), spell, 0, 0).word(0)) + 0.5) / f64::from(u32::MAX);
            let lasts = 1 + (libm::log(unit) / libm::log(1.0 - chance)) as u32;
            let begins = spell % 400;
            for age in 0..=lasts {
                if !(300..352).contains(&(begins + age)) {
                    continue;
                }
                if age == lasts {
                    tally.ends(Lasting::Sanction, age);
                } else {
                    tally.goes_on(Lasting::Sanction, age);
                }
            }
        }
        let left = |age: i32| libm::pow(1.0 - chance, f64::from(age));
        // Some 5,200 end in the window: the standard error of ln S at the median is 0.69 / sqrt(2,600), which
        // is half a week; that of the mean within two years is below.
        let median = survival(&tally).median().unwrap();
        assert!((median - 28.0).abs() <= 2.0, "{median}, by the law 28");
        let mean = survival(&tally).mean().unwrap();
        let law = (1.0 - left(WITHIN as i32)) / chance;
        assert!((mean - law).abs() < 2.0, "{mean}, by the law {law}");
    }
}
