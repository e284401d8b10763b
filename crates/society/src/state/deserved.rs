//! The deserved score of a person, kept as its gap to the score by the record.
//!
//! Model: the two move together but for errors and for what is not seen, so that the gap, deserved − record, fits into a byte of everybody; a
//! table of the neighbourhood keeps the few gaps that do not. Whatever moves one of the scores leaves the other where it was.
//!
//! Symbols: scores and gaps in points; a gap is taken modulo 2¹⁶, so that any two scores have one.
//! Source: our definition. Leaves out: nothing.

use crate::state::grow;
use demerit_kernel::{Digest, Loader, Saved, Saver, Unfit};

/// The gap of a person: the difference, or that it is in the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Gap(i8);

/// Says that the gap is in the table.
const FAR: i8 = i8::MIN;

impl Gap {
    /// The deserved score.
    #[must_use]
    #[inline]
    pub fn deserved(self, score: i16, far: &FarTable, lane: u16) -> i16 {
        let gap = if self.0 == FAR { far.of(lane) } else { i16::from(self.0) };
        score.wrapping_add(gap)
    }

    /// Sum of the gaps of a neighbourhood.
    #[must_use]
    pub fn sum(gaps: &[Self], far: &FarTable) -> i64 {
        // Bytes are added up in vector code, as if those in the table were near; what is in the table then takes their place.
        let near: i32 = gaps.iter().map(|gap| i32::from(gap.0)).sum();
        i64::from(near) + far.all().map(|(_, gap)| i64::from(gap) - i64::from(FAR)).sum::<i64>()
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

/// What does not fit into the byte of a lane, in ascending order of lanes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FarTable(Vec<(u16, i16)>);

impl FarTable {
    /// What is kept of a lane; nothing where it is not there.
    #[must_use]
    pub fn of(&self, lane: u16) -> i16 {
        self.place(lane).map_or(0, |place| self.0[place].1)
    }

    /// Keeps something of a lane.
    pub fn put(&mut self, lane: u16, what: i16) {
        match self.place(lane) {
            Ok(place) => self.0[place].1 = what,
            Err(place) => {
                grow(&mut self.0);
                self.0.insert(place, (lane, what));
            }
        }
    }

    /// Takes a lane out.
    pub fn clear(&mut self, lane: u16) {
        if let Ok(place) = self.place(lane) {
            self.0.remove(place);
        }
    }

    /// All that is kept, by lane.
    pub fn all(&self) -> impl Iterator<Item = (u16, i16)> + '_ {
        self.0.iter().copied()
    }

    /// Lets all that is kept become what `to` says; `None` takes it out.
    pub fn change(&mut self, mut to: impl FnMut(u16, i16) -> Option<i16>) {
        self.0.retain_mut(|(lane, what)| {
            let changed = to(*lane, *what);
            *what = changed.unwrap_or(0);
            changed.is_some()
        });
    }

    /// Bytes that it holds beside its own.
    #[must_use]
    pub const fn bytes(&self) -> usize {
        self.0.capacity() * size_of::<(u16, i16)>()
    }

    /// Adds it to a digest.
    pub fn digest(&self, digest: &mut Digest) {
        digest.u32(self.0.len() as u32);
        for (lane, what) in &self.0 {
            digest.u32(u32::from(*lane) << 16 | u32::from(*what as u16));
        }
    }

    fn place(&self, lane: u16) -> Result<usize, usize> {
        self.0.binary_search_by_key(&lane, |one| one.0)
    }
}

impl Saved for Gap {
    fn save(&self, to: &mut Saver) {
        to.put(&self.0);
    }

    fn load(from: &mut Loader<'_>) -> Result<Self, Unfit> {
        from.take().map(Self)
    }
}

impl FarTable {
    /// Whether it holds those of these gaps that do not fit into their byte, and no others.
    pub(crate) fn fits(&self, gaps: &[Gap]) -> bool {
        let far = gaps.iter().filter(|gap| gap.0 == FAR).count();
        far == self.0.len() && self.0.iter().all(|one| gaps[usize::from(one.0)].0 == FAR)
    }
}

impl Saved for FarTable {
    fn save(&self, to: &mut Saver) {
        to.put(&self.0);
    }

    fn load(from: &mut Loader<'_>) -> Result<Self, Unfit> {
        from.by_lane(|lane, from| Ok((lane, from.take()?))).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn by_hand() {
        let (mut gap, mut far) = (Gap::default(), FarTable::default());
        assert_eq!(gap.deserved(600, &far, 4), 600);
        gap.put(727, 600, &mut far, 4);
        assert_eq!((gap.deserved(600, &far, 4), far.bytes()), (727, 0));
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
            prop_assert_eq!(far.all().count(), gaps.iter().filter(|gap| gap.0 == FAR).count());
        }
    }
}
