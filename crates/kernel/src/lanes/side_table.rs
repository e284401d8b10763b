//! Side tables: what is kept of the few lanes of a block that have it.
//!
//! Model: each kind of table can take out a lane, or all, say what memory it holds, and add itself to a
//! digest. What is made of tables is one: see [`side_tables!`](crate::side_tables!).
//!
//! Symbols: none. Source: our definition. Leaves out: how a table is read and written, which each kind does
//! in its own way.

use crate::{Digest, Saved};

/// A table of what lanes have.
pub trait SideTable {
    /// Takes out what a lane has.
    fn clear(&mut self, lane: u16);

    /// Takes out what all lanes have.
    fn clear_all(&mut self);

    /// Bytes of memory beside its own.
    fn memory(&self) -> usize;

    /// Adds it to a digest.
    fn digest(&self, to: &mut Digest);
}

/// An entry of a table, saved with its lane first.
pub trait OfLane: Saved {
    /// Whose it is.
    fn lane(&self) -> u16;

    /// Adds it to a digest, the lane with it.
    fn digest(&self, to: &mut Digest);
}

impl<T: SideTable, const N: usize> SideTable for [T; N] {
    fn clear(&mut self, lane: u16) {
        self.iter_mut().for_each(|table| table.clear(lane));
    }

    fn clear_all(&mut self) {
        self.iter_mut().for_each(T::clear_all);
    }

    fn memory(&self) -> usize {
        self.iter().map(T::memory).sum()
    }

    fn digest(&self, to: &mut Digest) {
        self.iter().for_each(|table| table.digest(to));
    }
}

/// Says of a structure with a field `lane` which numbers of it a digest takes in.
#[macro_export]
macro_rules! of_lane {
    ($type:ident, $one:ident => [$($number:expr),+]) => {
        impl $crate::OfLane for $type {
            fn lane(&self) -> u16 {
                self.lane
            }

            fn digest(&self, to: &mut $crate::Digest) {
                let $one = self;
                $(to.u32($number);)+
            }
        }
    };
}

/// Makes a side table of a structure whose fields are side tables: whatever is done to it is done to each of
/// them, in this order.
#[macro_export]
macro_rules! side_tables {
    ($type:ident { $($field:tt),+ }) => {
        $crate::saved!($type { $($field),+ });

        impl $crate::SideTable for $type {
            fn clear(&mut self, lane: u16) {
                $($crate::SideTable::clear(&mut self.$field, lane);)+
            }

            fn clear_all(&mut self) {
                $($crate::SideTable::clear_all(&mut self.$field);)+
            }

            fn memory(&self) -> usize {
                [$($crate::SideTable::memory(&self.$field)),+].into_iter().sum()
            }

            fn digest(&self, to: &mut $crate::Digest) {
                $($crate::SideTable::digest(&self.$field, to);)+
            }
        }
    };
}
