//! What most neighbourhoods do without, at the price of eight bytes where it is not there.
//!
//! Model: reading something that is not there reads the empty one; writing makes it. [`Seldom::there_mut`] changes it only where it is there.
//! Symbols: none. Source: our definition. Leaves out: going back to nothing.

use demerit_kernel::Mask;
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
pub struct Seldom<T>(Option<Box<T>>);

impl<T> Seldom<T> {
    /// To be changed, if it is there.
    pub fn there_mut(&mut self) -> Option<&mut T> {
        self.0.as_deref_mut()
    }

    /// Bytes of what is there beside its own, and of what `more` says that it holds.
    #[must_use]
    pub fn bytes(&self, more: impl FnOnce(&T) -> usize) -> usize {
        self.0.as_deref().map_or(0, |there| size_of::<T>() + more(there))
    }
}

impl<T: Empty> Deref for Seldom<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0.as_deref().unwrap_or(T::EMPTY)
    }
}

impl<T: Empty> DerefMut for Seldom<T> {
    fn deref_mut(&mut self) -> &mut T {
        self.0.get_or_insert_default()
    }
}

impl<T: Empty + PartialEq> PartialEq for Seldom<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: Empty + Eq> Eq for Seldom<T> {}

#[cfg(test)]
mod tests {
    use super::*;

    impl Empty for Vec<u8> {
        const EMPTY: &'static Self = &Self::new();
    }

    #[test]
    fn reading_makes_nothing() {
        let mut seldom = Seldom::<Vec<u8>>::default();
        assert!(seldom.is_empty() && seldom.there_mut().is_none() && seldom.bytes(Vec::capacity) == 0);
        seldom.push(4);
        assert_eq!((seldom[0], seldom.bytes(Vec::len)), (4, 25));
        seldom.clear();
        assert_eq!(seldom, Seldom::default());
    }
}
