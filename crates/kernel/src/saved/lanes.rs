//! Saving of what a block holds by lane: masks, and bytes of few.

use super::{LISTED, Loader, Saved, Saver, Unfit};
use crate::few_lanes::FewLanes;
use crate::id::LANES;
use crate::mask::Mask;
use crate::sparse::Sparse;

/// All lanes, also those that hold nobody: whole planes are worked on at once, and some keep bits there.
impl Saved for Mask {
    const LEAST: usize = LANES as usize / 8;

    fn save(&self, to: &mut Saver) {
        to.all(&self.0);
    }

    fn load(from: &mut Loader<'_>) -> Result<Self, Unfit> {
        let mut mask = Self::EMPTY;
        for word in &mut mask.0 {
            *word = from.take()?;
        }
        Ok(mask)
    }
}

/// The lanes that have a byte, as a list or, of many, as a mask; then their bytes.
impl Saved for Sparse {
    const LEAST: usize = 2;

    fn save(&self, to: &mut Saver) {
        to.put_lanes(&self.lanes());
        self.iter().for_each(|(_, byte)| _ = to.put(&byte));
    }

    fn load(from: &mut Loader<'_>) -> Result<Self, Unfit> {
        let (count, most) = (usize::from(from.take::<u16>()?), usize::from(from.lanes));
        from.check(count <= most, || (format!("{count} lanes"), format!("at most {most}")))?;
        let mut lanes = Mask::EMPTY;
        if count <= LISTED {
            let mut least = 0;
            for _ in 0..count {
                let lane = from.lane()?;
                from.check(lane >= least, || (format!("lane {lane}"), format!("at least {least}")))?;
                least = lane + 1;
                lanes.insert(lane);
            }
        } else {
            lanes = from.take()?;
            let fits = lanes.count() as usize == count && lanes.is_within(&Mask::first(most as u32));
            from.check(fits, || ("another mask".to_owned(), format!("{count} lanes of {most}")))?;
        }
        let mut sparse = Self::default();
        for lane in lanes {
            let byte = from.take()?;
            from.check(byte > 0, || ("a byte of 0".to_owned(), "one above".to_owned()))?;
            sparse.put(lane, byte);
        }
        Ok(sparse)
    }
}

impl Saved for FewLanes {
    const LEAST: usize = 2;

    fn save(&self, to: &mut Saver) {
        let mut ones = Sparse::default();
        self.mask().lanes().for_each(|lane| ones.put(lane, 1));
        to.put(&ones);
    }

    fn load(from: &mut Loader<'_>) -> Result<Self, Unfit> {
        let mut few = Self::default();
        for (lane, byte) in from.take::<Sparse>()?.iter() {
            from.check(byte == 1, || (byte.to_string(), "1".to_owned()))?;
            few.insert(lane);
        }
        Ok(few)
    }
}
