//! How values without a meaning of their own are saved: numbers, truths, texts, and what is put together of
//! others.
//!
//! A number stands little-endian at its own width; a value that may be missing, as a byte that says whether
//! it is there, and itself; a list, as its length and its items.

use super::{Loader, Saved, Saver, Unfit};

macro_rules! numbers {
    ($($number:ty),+) => {$(
        impl Saved for $number {
            const LEAST: usize = size_of::<Self>();

            #[inline]
            fn save(&self, to: &mut Saver) {
                to.0.extend_from_slice(&self.to_le_bytes());
            }

            #[inline]
            fn load(from: &mut Loader<'_>) -> Result<Self, Unfit> {
                let mut own = [0; size_of::<Self>()];
                own.copy_from_slice(from.bytes(size_of::<Self>())?);
                Ok(Self::from_le_bytes(own))
            }
        }
    )+};
}

numbers!(u8, i8, u16, i16, u32, i32, u64, f64);

impl Saved for bool {
    fn save(&self, to: &mut Saver) {
        to.put(&u8::from(*self));
    }

    fn load(from: &mut Loader<'_>) -> Result<Self, Unfit> {
        from.below(2).map(|number| number == 1)
    }
}

impl<T: Saved> Saved for Option<T> {
    fn save(&self, to: &mut Saver) {
        to.put(&self.is_some()).all(self);
    }

    fn load(from: &mut Loader<'_>) -> Result<Self, Unfit> {
        if from.take()? { from.take().map(Some) } else { Ok(None) }
    }
}

impl<A: Saved, B: Saved> Saved for (A, B) {
    const LEAST: usize = A::LEAST + B::LEAST;

    fn save(&self, to: &mut Saver) {
        to.put(&self.0).put(&self.1);
    }

    fn load(from: &mut Loader<'_>) -> Result<Self, Unfit> {
        Ok((from.take()?, from.take()?))
    }
}

impl<T: Saved + Default, const N: usize> Saved for [T; N] {
    const LEAST: usize = N * T::LEAST;

    fn save(&self, to: &mut Saver) {
        to.all(self);
    }

    fn load(from: &mut Loader<'_>) -> Result<Self, Unfit> {
        let mut values = std::array::from_fn(|_| T::default());
        from.fill(&mut values)?;
        Ok(values)
    }
}

impl<T: Saved> Saved for Vec<T> {
    const LEAST: usize = 4;

    fn save(&self, to: &mut Saver) {
        to.len(self.len()).all(self);
    }

    fn load(from: &mut Loader<'_>) -> Result<Self, Unfit> {
        let len = from.len(u32::MAX as usize)?;
        from.many(len)
    }
}

impl Saved for String {
    const LEAST: usize = 4;

    fn save(&self, to: &mut Saver) {
        to.len(self.len()).bytes(self.as_bytes());
    }

    fn load(from: &mut Loader<'_>) -> Result<Self, Unfit> {
        let len = from.len(u32::MAX as usize)?;
        let text = std::str::from_utf8(from.bytes(len)?);
        let unfit = |_| from.unfit("bytes that are no text".to_owned(), "UTF-8".to_owned());
        text.map(str::to_owned).map_err(unfit)
    }
}
