//! What few lanes of a block have: a sorted list of entries, each of which knows its lane.
//!
//! Model: entries stand in ascending order of lanes and are found by halving. Room is made for a sixteenth
//! more at a time, and for four at least: tables grow for years and one by one, and doubling would leave half
//! of the room empty. [`Sparse`](crate::Sparse) holds a byte for each lane in less.
//!
//! Symbols: none. Source: our definition. Leaves out: entries of more than one block.

use crate::{Digest, Loader, OfLane, Saved, Saver, SideTable, Unfit};

/// The entries of a block, at most one for each lane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LaneMap<E>(Vec<E>);

impl<E> LaneMap<E> {
    /// No entries.
    pub const EMPTY: Self = Self(Vec::new());

    /// All entries, in ascending order of lanes.
    #[must_use]
    pub fn all(&self) -> &[E] {
        &self.0
    }
}

impl<E> Default for LaneMap<E> {
    fn default() -> Self {
        Self::EMPTY
    }
}

impl<E: OfLane> LaneMap<E> {
    /// The entry of a lane.
    #[must_use]
    pub fn get(&self, lane: u16) -> Option<&E> {
        self.index(lane).ok().map(|index| &self.0[index])
    }

    /// The entry of a lane, to be changed.
    pub fn find_mut(&mut self, lane: u16) -> Option<&mut E> {
        self.index(lane).ok().map(|index| &mut self.0[index])
    }

    /// The entry of a lane, to be changed; `new` makes it where there is none.
    pub fn find_or_insert(&mut self, lane: u16, new: impl FnOnce() -> E) -> &mut E {
        let index = self.index(lane).unwrap_or_else(|index| {
            if self.0.len() == self.0.capacity() {
                self.0.reserve_exact(4.max(self.0.len() / 16));
            }
            self.0.insert(index, new());
            index
        });
        &mut self.0[index]
    }

    /// Puts an entry in, in place of the one that its lane had.
    pub fn insert(&mut self, entry: E) {
        match self.index(entry.lane()) {
            Ok(index) => self.0[index] = entry,
            Err(_) => _ = self.find_or_insert(entry.lane(), || entry),
        }
    }

    /// Takes the entry of a lane out, and gives it.
    pub fn remove(&mut self, lane: u16) -> Option<E> {
        self.index(lane).ok().map(|index| self.0.remove(index))
    }

    fn index(&self, lane: u16) -> Result<usize, usize> {
        self.0.binary_search_by_key(&lane, E::lane)
    }
}

/// Entries that are a number each: one that is nothing does not stand in the map.
impl<T: Number> LaneMap<(u16, T)> {
    /// The number of a lane; nothing where there is none.
    #[must_use]
    pub fn of(&self, lane: u16) -> T {
        self.get(lane).map_or_else(T::default, |entry| entry.1)
    }

    /// Sets the number of a lane.
    pub fn put(&mut self, lane: u16, number: T) {
        if number == T::default() {
            self.remove(lane);
        } else {
            self.find_or_insert(lane, || (lane, number)).1 = number;
        }
    }

    /// Lets every number become what `to` says of it and its lane.
    pub fn change(&mut self, to: impl Fn(u16, T) -> T) {
        self.0.retain_mut(|(lane, number)| {
            *number = to(*lane, *number);
            *number != T::default()
        });
    }
}

impl<E: OfLane> SideTable for LaneMap<E> {
    fn clear(&mut self, lane: u16) {
        self.remove(lane);
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

impl<E: OfLane> Saved for LaneMap<E> {
    fn save(&self, to: &mut Saver) {
        to.put(&self.0);
    }

    fn load(from: &mut Loader<'_>) -> Result<Self, Unfit> {
        from.by_lane(Loader::take).map(Self)
    }
}

/// A number that a lane can have.
pub trait Number: Saved + Copy + Default + PartialEq {
    /// Its bits, as a digest takes them in below the lane: how many there are, and which.
    fn bits(self) -> (u32, u32);
}

impl Number for u8 {
    fn bits(self) -> (u32, u32) {
        (8, u32::from(self))
    }
}

impl Number for u16 {
    fn bits(self) -> (u32, u32) {
        (16, u32::from(self))
    }
}

impl Number for i16 {
    fn bits(self) -> (u32, u32) {
        (16, u32::from(self.cast_unsigned()))
    }
}

impl<T: Number> OfLane for (u16, T) {
    fn lane(&self) -> u16 {
        self.0
    }

    fn digest(&self, to: &mut Digest) {
        let (count, bits) = self.1.bits();
        to.u32(u32::from(self.0) << count | bits);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    #[test]
    fn nothing_takes_no_room() {
        let mut map = LaneMap::<(u16, u8)>::default();
        map.put(3, 0);
        assert_eq!((map.of(3), map.get(3), map.memory()), (0, None, 0));
        map.put(3, 7);
        map.put(3, 0);
        assert_eq!(map, LaneMap::EMPTY);
    }

    #[test]
    fn an_entry_of_nothing_can_stand_where_it_is_meant_to() {
        let mut map = LaneMap::<(u16, i16)>::default();
        map.insert((9, 0));
        assert_eq!((map.get(9), map.get(8)), (Some(&(9, 0)), None));
        assert_eq!((map.remove(9), map.remove(9)), (Some((9, 0)), None));
    }

    #[test]
    fn room_is_made_for_a_sixteenth_more() {
        let mut map = LaneMap::<(u16, u16)>::default();
        (0..1024).for_each(|lane| map.put(lane, 1));
        assert!(map.memory() <= 4 * (1024 + 64));
    }

    #[test]
    fn lanes_that_do_not_ascend_are_refused() {
        let mut saver = Saver::new();
        saver.len(2).put(&5u16).put(&1u8).put(&5u16).put(&1u8);
        let bytes = saver.finish();
        let mut loader = Loader::new(&bytes);
        loader.set_lanes(1024);
        assert!(LaneMap::<(u16, u8)>::load(&mut loader).is_err());
    }

    proptest! {
        #[test]
        fn it_is_a_map_of_lanes(steps in proptest::collection::vec((0u16..1024, any::<i16>(), 0..4), 0..200)) {
            let (mut map, mut other) = (LaneMap::<(u16, i16)>::default(), BTreeMap::new());
            for (lane, number, what) in steps {
                match what {
                    0 => prop_assert_eq!(map.remove(lane).map(|one| one.1), other.remove(&lane)),
                    1 => {
                        map.change(|_, number| number / 2);
                        other.values_mut().for_each(|number| *number /= 2);
                        other.retain(|_, number| *number != 0);
                    }
                    _ => {
                        map.insert((lane, number | 1));
                        other.insert(lane, number | 1);
                    }
                }
            }
            let wanted: Vec<(u16, i16)> = other.into_iter().collect();
            prop_assert_eq!(map.all(), &wanted[..]);
            let mut saver = Saver::new();
            saver.put(&map);
            let bytes = saver.finish();
            let mut loader = Loader::new(&bytes);
            loader.set_lanes(1024);
            prop_assert_eq!(LaneMap::load(&mut loader), Ok(map));
        }
    }
}
