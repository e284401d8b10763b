//! A set of lanes of a block that takes little memory while few are in it.
//!
//! Model: a [`Sparse`] of ones. Symbols: none. Source: see there. Leaves out: what a [`Mask`] does at once;
//! [`FewLanes::mask`] makes one.

use crate::{Loader, Mask, Saved, Saver, SideTable, Sparse, Unfit};

/// A set of lanes, usually of few.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FewLanes(Sparse);

impl FewLanes {
    /// Whether a lane is in.
    #[inline]
    pub fn contains(&self, lane: u16) -> bool {
        self.0[usize::from(lane)] > 0
    }

    /// Puts a lane in.
    pub fn insert(&mut self, lane: u16) {
        self.0.put(lane, 1);
    }

    /// Takes a lane out.
    pub fn remove(&mut self, lane: u16) {
        self.0.put(lane, 0);
    }

    /// Whether no lane is in.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many lanes are in.
    pub fn count(&self) -> u32 {
        self.0.iter().count() as u32
    }

    /// The lanes as a mask.
    pub fn mask(&self) -> Mask {
        self.0.lanes()
    }

    /// Bytes of memory beside its own.
    pub fn memory(&self) -> usize {
        self.0.memory()
    }
}

/// The lanes, each with a one.
impl Saved for FewLanes {
    fn save(&self, to: &mut Saver) {
        to.put(&self.0);
    }

    fn load(from: &mut Loader<'_>) -> Result<Self, Unfit> {
        let ones: Sparse = from.take()?;
        let other = ones.iter().find(|one| one.1 != 1);
        from.check(other.is_none(), || (other.unwrap_or_default().1.to_string(), "1".to_owned()))?;
        Ok(Self(ones))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_a_set() {
        let mut set = FewLanes::default();
        assert!(set.is_empty() && !set.contains(0) && set.count() == 0);
        for lane in (0..1024).step_by(3).chain([6, 9]) {
            set.insert(lane);
        }
        assert_eq!((set.count(), set.mask().count()), (342, 342));
        set.remove(6);
        set.remove(7);
        assert!(set.contains(1023) && !set.contains(6) && set.count() == 341);
        let mut few = FewLanes::default();
        few.insert(900);
        assert!(few.memory() < 32 && few.mask() == Mask::from_iter([900]));
    }
}
