//! How a [`Sparse`] is saved: the lanes that have a byte, as a list or, of many, as a mask; then their bytes.

use super::Sparse;
use crate::{Loader, Mask, Saved, Saver, Unfit};

/// Lanes with a byte up to which they are listed rather than written as a mask.
const LISTED: u16 = 64;

impl Saved for Sparse {
    const LEAST: usize = 2;

    fn save(&self, to: &mut Saver) {
        let lanes = self.lanes();
        let count = lanes.count() as u16;
        to.put(&count);
        if count <= LISTED {
            lanes.lanes().for_each(|lane| _ = to.put(&lane));
        } else {
            to.put(&lanes);
        }
        self.iter().for_each(|(_, byte)| _ = to.put(&byte));
    }

    fn load(from: &mut Loader<'_>) -> Result<Self, Unfit> {
        let (count, most) = (from.take::<u16>()?, from.lanes());
        from.check(count <= most, || (format!("{count} lanes"), format!("at most {most}")))?;
        let mut lanes = Mask::EMPTY;
        if count <= LISTED {
            let mut least = 0;
            for _ in 0..count {
                lanes.insert(from.next_lane(&mut least)?);
            }
        } else {
            lanes = from.take()?;
            let fits = lanes.count() == u32::from(count) && lanes.is_within(&Mask::first(most.into()));
            from.check(fits, || ("another mask".to_owned(), format!("{count} lanes of {most}")))?;
        }
        let mut sparse = Self::default();
        for lane in lanes.lanes() {
            let byte = from.take()?;
            from.check(byte > 0, || ("a byte of 0".to_owned(), "one above".to_owned()))?;
            sparse.put(lane, byte);
        }
        Ok(sparse)
    }
}
