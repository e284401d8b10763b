//! What few lanes of a block have, any number of entries for each, in the order in which they came.
//!
//! It is read and written as a [`Vec`]. Symbols: none. Source: our definition. Leaves out: finding an entry
//! without going through all.

use crate::{Digest, Loader, OfLane, Saved, Saver, SideTable, Unfit};
use std::ops::{Deref, DerefMut};

/// The entries of a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LaneRows<E>(Vec<E>);

impl<E> LaneRows<E> {
    /// No entries.
    pub const EMPTY: Self = Self(Vec::new());
}

impl<E> Default for LaneRows<E> {
    fn default() -> Self {
        Self::EMPTY
    }
}

impl<E> Deref for LaneRows<E> {
    type Target = Vec<E>;

    fn deref(&self) -> &Vec<E> {
        &self.0
    }
}

impl<E> DerefMut for LaneRows<E> {
    fn deref_mut(&mut self) -> &mut Vec<E> {
        &mut self.0
    }
}

impl<E: OfLane> SideTable for LaneRows<E> {
    fn clear(&mut self, lane: u16) {
        self.0.retain(|entry| entry.lane() != lane);
    }

    fn clear_all(&mut self) {
        self.0.clear();
    }

    fn memory(&self) -> usize {
        self.0.capacity() * size_of::<E>()
    }

    fn digest(&self, to: &mut Digest) {
        to.u32(self.0.len() as u32);
        self.0.iter().for_each(|entry| entry.digest(to));
    }
}

impl<E: OfLane> Saved for LaneRows<E> {
    fn save(&self, to: &mut Saver) {
        to.put(&self.0);
    }

    fn load(from: &mut Loader<'_>) -> Result<Self, Unfit> {
        let entries: Vec<E> = from.take()?;
        entries.iter().try_for_each(|entry| from.check_lane(entry.lane()))?;
        Ok(Self(entries))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_stay_in_their_order_and_go_with_their_lane() {
        let mut rows = LaneRows::<(u16, u8)>::default();
        [(9, 1), (2, 5), (9, 3)].into_iter().for_each(|entry| rows.push(entry));
        let bytes = Saver::new().put(&rows).clone().finish();
        let mut loader = Loader::new(&bytes);
        assert_eq!(LaneRows::load(&mut loader), Ok(rows.clone()));
        rows.clear(9);
        assert_eq!(*rows, [(2, 5)]);
        let mut loader = Loader::new(&bytes);
        loader.set_lanes(9);
        assert!(LaneRows::<(u16, u8)>::load(&mut loader).is_err(), "lane 9 holds nobody");
    }
}
