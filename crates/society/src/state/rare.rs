//! What most neighbourhoods do without, at the price of eight bytes where it is not there.
//!
//! Model: reading something that is not there reads the empty one; writing makes it. [`Rare::there_mut`]
//! changes it only where it is there. Symbols: none. Source: our definition. Leaves out: going back to
//! nothing.

use demerit_kernel::{Digest, Loader, Mask, Saved, Saver, SideTable, Unfit};
use std::ops::{Deref, DerefMut};

/// Something that has an empty form to be read where there is none.
pub trait Empty: Default + 'static {
    /// The empty one.
    const EMPTY: &'static Self;
}

impl Empty for Mask {
    const EMPTY: &'static Self = &Self::EMPTY;
}

/// Something, or the empty form of it.
#[derive(Clone, Debug, Default)]
pub struct Rare<T>(Option<Box<T>>);

impl<T> Rare<T> {
    /// What is there.
    pub fn there(&self) -> Option<&T> {
        self.0.as_deref()
    }

    /// To be changed, if it is there.
    pub fn there_mut(&mut self) -> Option<&mut T> {
        self.0.as_deref_mut()
    }
}

impl<T: Empty> Deref for Rare<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0.as_deref().unwrap_or(T::EMPTY)
    }
}

impl<T: Empty> DerefMut for Rare<T> {
    fn deref_mut(&mut self) -> &mut T {
        self.0.get_or_insert_default()
    }
}

impl<T: Empty + PartialEq> PartialEq for Rare<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: Empty + Eq> Eq for Rare<T> {}

impl<T: Empty + SideTable> SideTable for Rare<T> {
    fn clear(&mut self, lane: u16) {
        self.0.iter_mut().for_each(|there| there.clear(lane));
    }

    fn clear_all(&mut self) {
        self.0.iter_mut().for_each(|there| there.clear_all());
    }

    fn memory(&self) -> usize {
        self.0.iter().map(|there| size_of::<T>() + there.memory()).sum()
    }

    fn digest(&self, to: &mut Digest) {
        (**self).digest(to);
    }
}

/// What is not there and what is there and empty are the same.
impl<T: Empty + PartialEq + Saved> Saved for Rare<T> {
    fn save(&self, to: &mut Saver) {
        let some = **self != *T::EMPTY;
        to.put(&some);
        if some {
            to.put(&**self);
        }
    }

    fn load(from: &mut Loader<'_>) -> Result<Self, Unfit> {
        let there: Option<Box<T>> = from.take::<Option<T>>()?.map(Box::new);
        let fits = there.as_deref().is_none_or(|there| there != T::EMPTY);
        from.check(fits, || ("an empty table".to_owned(), "none or a filled one".to_owned()))?;
        Ok(Self(there))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use demerit_kernel::LaneRows;

    impl Empty for LaneRows<(u16, u8)> {
        const EMPTY: &'static Self = &Self::EMPTY;
    }

    #[test]
    fn reading_makes_nothing() {
        let mut rare = Rare::<LaneRows<(u16, u8)>>::default();
        assert!(rare.is_empty() && rare.there_mut().is_none() && rare.memory() == 0);
        rare.push((4, 1));
        assert_eq!((rare[0], rare.memory()), ((4, 1), 24 + 4 * rare.capacity()));
        SideTable::clear(&mut rare, 4);
        assert_eq!(rare, Rare::default());
    }
}
