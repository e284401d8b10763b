//! What few lanes of a block have: a list of entries, each of which knows its lane.
//!
//! Model: the entries of a [`LaneMap`], at most one for each lane, stand in ascending order of lanes and are
//! found by halving. Room is made for a sixteenth more at a time, and for four at least: tables grow for
//! years and one by one, and doubling would leave half of the room empty. The entries of [`LaneRows`], any
//! number for each lane, stand in the order in which they came; it is read and written as a [`Vec`].
//! [`Sparse`](crate::Sparse) holds a byte for each lane in less.
//!
//! Symbols: none. Source: our definition. Leaves out: entries of more than one block; finding an entry of
//! rows without going through all.

use crate::{Digest, Loader, OfLane, Saved, Saver, SideTable, Unfit};
use std::ops::{Deref, DerefMut};

/// The entries of a block, one for each lane and by lane, or any number in the order in which they came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LaneTable<E, const BY_LANE: bool>(Vec<E>);

/// The entries of a block, at most one for each lane.
pub type LaneMap<E> = LaneTable<E, true>;

/// The entries of a block, in the order in which they came.
pub type LaneRows<E> = LaneTable<E, false>;

impl<E, const BY_LANE: bool> LaneTable<E, BY_LANE> {
    /// No entries.
    pub const EMPTY: Self = Self(Vec::new());

    /// All entries, in their order.
    pub fn all(&self) -> &[E] {
        &self.0
    }
}

impl<E, const BY_LANE: bool> Default for LaneTable<E, BY_LANE> {
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

impl<E: OfLane> LaneMap<E> {
    /// The entry of a lane.
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

impl<E: OfLane, const BY_LANE: bool> SideTable for LaneTable<E, BY_LANE> {
    fn clear(&mut self, lane: u16) {
        if !BY_LANE {
            self.0.retain(|entry| entry.lane() != lane);
        } else if let Ok(index) = self.0.binary_search_by_key(&lane, E::lane) {
            self.0.remove(index);
        }
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

impl<E: OfLane, const BY_LANE: bool> Saved for LaneTable<E, BY_LANE> {
    fn save(&self, to: &mut Saver) {
        to.put(&self.0);
    }

    fn load(from: &mut Loader<'_>) -> Result<Self, Unfit> {
        if BY_LANE {
            return from.by_lane(Loader::take).map(Self);
        }
        let entries: Vec<E> = from.take()?;
        entries.iter().try_for_each(|entry| from.check_lane(entry.lane()))?;
        Ok(Self(entries))
    }
}

/// A number that a lane can have.
pub trait Number: Saved + Copy + Default + PartialEq {
    /// Its bits, as a digest takes them in below the lane: how many there are, and which.
    fn bits(self) -> (u32, u32);
}

macro_rules! numbers {
    ($($number:ty),+) => {$(
        impl Number for $number {
            fn bits(self) -> (u32, u32) {
                (Self::BITS, self as u32 & (u32::MAX >> (u32::BITS - Self::BITS)))
            }
        }
    )+};
}

numbers!(u8, u16, i16);

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
