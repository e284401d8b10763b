//! Delay: how long it takes from a deed to its consequence.
//!
//! Model. A live score acts in the tick of the deed; a score that is reviewed every so many ticks acts at the next review. For whoever
//! loses points, the tick of the first deed since the last review is kept. A review that brings a sanction counts the ticks
//! since then. What is ascribed to another arrives a tick after the deed, what comes along a tie as many as it made steps.
//!
//! Symbols: ticks are weeks. With a review every R ticks and deeds spread evenly, the mean delay of a single deed is (R − 1)/2.
//! Source: our definition. Leaves out: the time that an office takes to write an entry.

use demerit_kernel::{Digest, Loader, Saved, Saver, Tick, Unfit};

/// The ticks of the first deeds since the last review that cost points, by lane in ascending order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DelayTable(Vec<(u16, u16)>);

impl DelayTable {
    /// A deed of so long ago costs a lane points; the first one counts.
    pub fn note(&mut self, lane: u16, deed: Tick) {
        if let Err(place) = self.0.binary_search_by_key(&lane, |one| one.0) {
            self.0.insert(place, (lane, deed.0 as u16));
        }
    }

    /// Ticks since the first deed that cost a lane points; none where nothing is kept.
    #[must_use]
    pub fn since(&self, lane: u16, now: Tick) -> u32 {
        let found = self.0.binary_search_by_key(&lane, |one| one.0);
        found.map_or(0, |place| u32::from((now.0 as u16).wrapping_sub(self.0[place].1)))
    }

    /// Forgets a lane: somebody new lives there.
    pub fn clear(&mut self, lane: u16) {
        self.0.retain(|one| one.0 != lane);
    }

    /// Forgets all: there was a review.
    pub fn clear_all(&mut self) {
        self.0.clear();
    }

    /// Bytes that it holds.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.0.capacity() * size_of::<(u16, u16)>()
    }

    /// Adds it to a digest.
    pub fn digest(&self, digest: &mut Digest) {
        digest.u32(self.0.len() as u32);
        for (lane, deed) in &self.0 {
            digest.u32(u32::from(*lane) << 16 | u32::from(*deed));
        }
    }
}

impl Saved for DelayTable {
    fn save(&self, to: &mut Saver) {
        to.put(&self.0);
    }

    fn load(from: &mut Loader<'_>) -> Result<Self, Unfit> {
        from.by_lane(|lane, from| Ok((lane, from.take()?))).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_deed_counts() {
        let mut table = DelayTable::default();
        table.note(5, Tick(10));
        table.note(5, Tick(12));
        table.note(2, Tick(12));
        assert_eq!((table.since(5, Tick(13)), table.since(2, Tick(13)), table.since(9, Tick(13))), (3, 1, 0));
        table.clear(5);
        assert_eq!(table.since(5, Tick(13)), 0);
    }

    #[test]
    fn after_a_review_nothing_is_left() {
        let mut table = DelayTable::default();
        table.note(1, Tick(3));
        table.clear_all();
        assert_eq!((table.since(1, Tick(9)), table), (0, DelayTable::default()));
    }
}
