//! The deserved score of a person, kept as its gap to the score by the record.
//!
//! Model: the two move together but for errors and for what is not seen, so that the gap, deserved − record,
//! fits into a byte of everybody; a table of the neighbourhood keeps the few gaps that do not. Whatever moves
//! one of the scores leaves the other where it was.
//!
//! A world may be assessed besides by a regime that has no effect in it: its rules are put to what is truly
//! done there, which gives a second reading of *deserved*. Such a world keeps no score and no company's score
//! of its own, and has nothing of either in its other columns and tables.
//!
//! Symbols: scores and gaps in points; a gap is taken modulo 2¹⁶, so that any two scores have one.
//! Source: our definition. Leaves out: nothing.

use crate::Listing;
use demerit_kernel::{LaneMap, LaneRows, SideTable, saved};

/// What does not fit into the byte of a lane.
pub type FarTable = LaneMap<(u16, i16)>;

/// The gap of a person: the difference, or that it is in the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Gap(i8);

/// Says that the gap is in the table.
const FAR: i8 = i8::MIN;

impl Gap {
    /// The deserved score.
    #[inline]
    pub fn deserved(self, score: i16, far: &FarTable, lane: u16) -> i16 {
        let gap = if self.0 == FAR { far.of(lane) } else { i16::from(self.0) };
        score.wrapping_add(gap)
    }

    /// Sum of the gaps of a neighbourhood.
    pub fn sum(gaps: &[Self], far: &FarTable) -> i64 {
        // Bytes are added up in vector code, as if those in the table were near; what is in the table then
        // takes their place.
        let near: i32 = gaps.iter().map(|gap| i32::from(gap.0)).sum();
        i64::from(near) + far.all().iter().map(|(_, gap)| i64::from(*gap) - i64::from(FAR)).sum::<i64>()
    }

    /// Keeps the deserved score of a lane whose score by the record is this.
    #[inline]
    pub fn put(&mut self, deserved: i16, score: i16, far: &mut FarTable, lane: u16) {
        let gap = deserved.wrapping_sub(score);
        match i8::try_from(gap) {
            Ok(near) if near != FAR => {
                if self.0 == FAR {
                    far.clear(lane);
                }
                self.0 = near;
            }
            _ => {
                self.0 = FAR;
                far.put(lane, gap);
            }
        }
    }
}

saved!(Gap { 0 });

/// What a regime without effect would have made of the true deeds of a chunk's persons.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assessment {
    /// Deserved scores, points.
    pub scores: Vec<i16>,
    /// Listings that are due, by neighbourhood.
    pub due: Vec<LaneRows<Listing>>,
}

impl Assessment {
    /// Of so many persons in so many neighbourhoods.
    pub fn new(persons: usize, blocks: usize) -> Self {
        Self { scores: vec![0; persons], due: vec![LaneRows::default(); blocks] }
    }

    /// Bytes that it holds beside its own.
    pub fn bytes(&self) -> usize {
        let due = size_of_val(&*self.due) + self.due.iter().map(LaneRows::memory).sum::<usize>();
        size_of_val(&*self.scores) + due
    }
}

/// Whether the table holds those of these gaps that do not fit into their byte, and no others.
pub(crate) fn fit(gaps: &[Gap], far: &FarTable) -> bool {
    let marked = gaps.iter().filter(|gap| gap.0 == FAR).count();
    marked == far.all().len() && far.all().iter().all(|one| gaps[usize::from(one.0)].0 == FAR)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_gap_that_outgrows_its_byte_goes_to_the_table_and_comes_back() {
        let (mut gap, mut far) = (Gap::default(), FarTable::default());
        assert_eq!(gap.deserved(600, &far, 4), 600);
        gap.put(727, 600, &mut far, 4);
        assert_eq!((gap.deserved(600, &far, 4), far.memory()), (727, 0));
        gap.put(472, 600, &mut far, 4);
        assert_eq!((gap.deserved(600, &far, 4), far.of(4)), (472, -128), "the mark itself is no gap");
        gap.put(599, 600, &mut far, 4);
        assert_eq!((gap, far), (Gap(-1), FarTable::default()));
    }

    proptest! {
        #[test]
        fn any_two_scores_are_kept(steps in proptest::collection::vec((0usize..6, any::<i16>(), any::<i16>()), 1..60)) {
            let (mut gaps, mut far, mut kept) = ([Gap::default(); 6], FarTable::default(), [(0, 0); 6]);
            for (lane, score, deserved) in steps {
                gaps[lane].put(deserved, score, &mut far, lane as u16);
                kept[lane] = (score, deserved);
                for (lane, (score, deserved)) in kept.iter().enumerate() {
                    prop_assert_eq!(gaps[lane].deserved(*score, &far, lane as u16), *deserved);
                }
            }
            let differences = kept.iter().map(|&(score, deserved)| i64::from(i16::wrapping_sub(deserved, score)));
            prop_assert_eq!(Gap::sum(&gaps, &far), differences.sum::<i64>());
            prop_assert_eq!(far.all().len(), gaps.iter().filter(|gap| gap.0 == FAR).count());
        }
    }
}
