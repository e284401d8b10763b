//! The past of all neighbourhoods under a regime, taken between two ticks: what attention compares a
//! neighbourhood's own past with.
//!
//! Counts are whole numbers and are added up over the parts of a world, in any order. The tenth most watched
//! is known by the count that a tenth of them reaches; it serves a measure only. That count is found digit by
//! digit, the highest first: each part counts how many of its neighbourhoods have which digit, and the sums
//! tell which digit it is. So parts tell each other some hundred numbers, and the result is the one that
//! sorting all counts would give.

/// The past of the neighbourhoods under one regime.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Past {
    /// Mean of the smoothed counts.
    pub(crate) mean: u32,
    /// The count that the tenth most watched reach; `None` where there are too few to have a tenth.
    pub(crate) tenth: Option<u32>,
}

/// Values of a digit.
const DIGITS: usize = 256;
/// Numbers that are added up for a regime: neighbourhoods, the sum of their counts, and how many have which
/// digit.
const NUMBERS: usize = 2 + DIGITS;
/// Bits to the right of each digit of a count, the highest first.
pub(crate) const SHIFTS: [u32; 4] = [24, 16, 8, 0];

/// How far the count that a tenth reaches is known for a regime: its first digits, and how many
/// neighbourhoods with these are among the tenth.
#[derive(Clone, Copy, Debug, Default)]
struct Known {
    digits: u32,
    rank: u64,
}

/// The past under each regime, while it is asked for and after; a buffer that is kept from tick to tick.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pasts {
    of_regime: Vec<Past>,
    known: Vec<Known>,
}

/// What is counted in one go over all neighbourhoods.
#[derive(Clone, Debug)]
pub(crate) struct Question<'a> {
    known: &'a [Known],
    shift: u32,
}

impl Question<'_> {
    /// Numbers that are added up.
    pub(crate) const fn numbers(&self) -> usize {
        self.known.len() * NUMBERS
    }

    /// Counts a neighbourhood under a regime with this past.
    #[inline]
    pub(crate) fn count(&self, regime: u8, past: u32, numbers: &mut [u64]) {
        let regime = usize::from(regime);
        let numbers = &mut numbers[regime * NUMBERS..(regime + 1) * NUMBERS];
        numbers[0] += 1;
        numbers[1] += u64::from(past);
        if past.unbounded_shr(self.shift + 8) == self.known[regime].digits {
            numbers[2 + (past >> self.shift) as usize % DIGITS] += 1;
        }
    }
}

impl Pasts {
    /// The past under a regime.
    pub(crate) fn of(&self, regime: u8) -> Past {
        self.of_regime.get(usize::from(regime)).copied().unwrap_or_default()
    }

    /// Forgets what was; nothing is asked for `regimes` = 0.
    pub(crate) fn begin(&mut self, regimes: usize) {
        self.of_regime.clear();
        self.known.clear();
        self.known.resize(regimes, Known::default());
    }

    /// What to count next, for the digit to the left of `shift` bits.
    pub(crate) fn question(&self, shift: u32) -> Question<'_> {
        Question { known: &self.known, shift }
    }

    /// Takes the sums over all neighbourhoods of what was counted.
    pub(crate) fn answer(&mut self, shift: u32, sums: &[u64]) {
        for (known, numbers) in self.known.iter_mut().zip(sums.chunks_exact(NUMBERS)) {
            if shift == SHIFTS[0] {
                known.rank = numbers[0] / 10;
            }
            let mut digit = DIGITS - 1;
            while digit > 0 && numbers[2 + digit] < known.rank {
                known.rank -= numbers[2 + digit];
                digit -= 1;
            }
            known.digits = known.digits << 8 | digit as u32;
            if shift == 0 {
                let mean = numbers[1].checked_div(numbers[0]).unwrap_or(0) as u32;
                let tenth = (numbers[0] >= 10 && known.digits > 0).then_some(known.digits);
                self.of_regime.push(Past { mean, tenth });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The pasts of neighbourhoods given by regime and count, counted in parts of `size`.
    fn pasts(counts: &[(u8, u32)], size: usize) -> Pasts {
        let mut pasts = Pasts::default();
        pasts.begin(3);
        for shift in SHIFTS {
            let question = pasts.question(shift);
            let mut sums = vec![0; question.numbers()];
            for part in counts.chunks(size) {
                let mut mine = vec![0; question.numbers()];
                part.iter().for_each(|&(regime, past)| question.count(regime, past, &mut mine));
                sums.iter_mut().zip(mine).for_each(|(sum, mine)| *sum += mine);
            }
            pasts.answer(shift, &sums);
        }
        pasts
    }

    fn past(counts: &[u32]) -> Past {
        pasts(&counts.iter().map(|&count| (1, count)).collect::<Vec<_>>(), 7).of(1)
    }

    #[test]
    fn mean_and_tenth_are_those_of_the_counts_and_too_few_have_no_tenth() {
        assert_eq!(past(&[]), Past::default());
        assert_eq!(past(&[4, 8]), Past { mean: 6, tenth: None });
        let counts: Vec<u32> = (1..=20).rev().collect();
        assert_eq!(past(&counts), Past { mean: 10, tenth: Some(19) });
        assert_eq!(past(&[0; 30]), Past::default(), "where nothing was found nobody is watched most");
        assert_eq!(past(&[u32::MAX; 30]), Past { mean: u32::MAX, tenth: Some(u32::MAX) });
        let mut pasts = Pasts::default();
        pasts.begin(0);
        assert_eq!((pasts.question(24).numbers(), pasts.of(0)), (0, Past::default()));
    }

    proptest! {
        #[test]
        fn as_if_all_counts_were_sorted(
            counts in proptest::collection::vec((0u8..3, prop_oneof![0u32..50, 0u32..100_000, any::<u32>()]), 0..300),
            size in 1usize..40,
        ) {
            let pasts = pasts(&counts, size);
            for regime in 0..3 {
                let mut here: Vec<u32> =
                    counts.iter().filter(|(whose, _)| *whose == regime).map(|(_, count)| *count).collect();
                here.sort_unstable();
                let sum: u64 = here.iter().map(|&count| u64::from(count)).sum();
                let most = here.len() / 10;
                let tenth = (most > 0).then(|| here[here.len() - most]).filter(|&count| count > 0);
                let mean = sum.checked_div(here.len() as u64).unwrap_or(0) as u32;
                prop_assert_eq!(pasts.of(regime), Past { mean, tenth });
            }
        }
    }
}
