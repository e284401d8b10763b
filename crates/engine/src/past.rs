//! The past of all neighbourhoods under a regime, taken between two ticks: what attention compares a neighbourhood's own past with.
//!
//! Counts are whole numbers and are added up in the order of the neighbourhoods. The tenth most watched is told by the count that a tenth of
//! them reaches; it serves a measure only.

use crate::world::Office;
use demerit_society::Society;

/// The past of the neighbourhoods under one regime.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Past {
    /// Mean of the smoothed counts.
    pub(crate) mean: u32,
    /// The count that the tenth most watched reach; `None` where there are too few to have a tenth.
    pub(crate) tenth: Option<u32>,
}

/// The past under each regime in force, and a buffer that is kept from tick to tick.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pasts {
    of_regime: Vec<Past>,
    counts: Vec<u32>,
}

impl Pasts {
    /// The past under a regime.
    pub(crate) fn of(&self, regime: u8) -> Past {
        self.of_regime.get(usize::from(regime)).copied().unwrap_or_default()
    }

    /// Takes the past of each of `regimes` regimes from the neighbourhoods; nothing where attention does not follow it.
    pub(crate) fn take(&mut self, society: &Society, regimes: usize, in_force: &[u8], offices: &[Office]) {
        self.of_regime.clear();
        if society.attention.is_none() {
            return;
        }
        for regime in 0..regimes {
            self.counts.clear();
            for office in offices {
                let first = office.chunk.first_block.0;
                let here = (first..).zip(&office.chunk.tables).filter(|(number, _)| {
                    usize::from(in_force[usize::from(society.cities.index_of_block(*number))]) == regime
                });
                self.counts.extend(here.map(|(_, tables)| tables.past));
            }
            self.of_regime.push(past(&mut self.counts));
        }
    }
}

/// The past of these counts; their order is lost.
fn past(counts: &mut [u32]) -> Past {
    let sum: u64 = counts.iter().map(|&count| u64::from(count)).sum();
    let mean = sum.checked_div(counts.len() as u64).unwrap_or(0) as u32;
    let most = counts.len() / 10;
    let tenth = (most > 0).then(|| *counts.select_nth_unstable_by(most - 1, |one, other| other.cmp(one)).1);
    Past { mean, tenth: tenth.filter(|&count| count > 0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_hand() {
        assert_eq!(past(&mut []), Past::default());
        assert_eq!(past(&mut [4, 8]), Past { mean: 6, tenth: None });
        let mut counts: Vec<u32> = (1..=20).rev().collect();
        assert_eq!(past(&mut counts), Past { mean: 10, tenth: Some(19) });
        assert_eq!(past(&mut [0; 30]), Past::default(), "where nothing was found nobody is watched most");
    }
}
