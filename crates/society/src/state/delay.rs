//! Delay: how long it takes from a deed to its consequence.
//!
//! Model. A live score acts in the tick of the deed; a score that is reviewed every so many ticks acts at the
//! next review. For whoever loses points, the tick of the first deed since the last review is kept. A review
//! that brings a sanction counts the ticks since then. What is ascribed to another arrives a tick after the
//! deed, what comes along a tie as many as it made steps.
//!
//! Symbols: ticks are weeks. With a review every R ticks and deeds spread evenly, the mean delay of a single
//! deed is (R − 1)/2. Source: our definition. Leaves out: the time that an office takes to write an entry.

use demerit_kernel::{LaneMap, Tick};

/// The ticks of the first deeds since the last review that cost points.
pub type DelayTable = LaneMap<(u16, u16)>;

/// A deed of this tick costs a lane points; the first one counts.
pub fn note(delays: &mut DelayTable, lane: u16, deed: Tick) {
    delays.find_or_insert(lane, || (lane, deed.0 as u16));
}

/// Ticks since the first deed that cost a lane points; none where nothing is kept.
pub fn since(delays: &DelayTable, lane: u16, now: Tick) -> u32 {
    delays.get(lane).map_or(0, |first| u32::from((now.0 as u16).wrapping_sub(first.1)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use demerit_kernel::SideTable;

    #[test]
    fn the_first_deed_counts() {
        let mut table = DelayTable::default();
        note(&mut table, 5, Tick(10));
        note(&mut table, 5, Tick(12));
        note(&mut table, 2, Tick(12));
        assert_eq!(
            (since(&table, 5, Tick(13)), since(&table, 2, Tick(13)), since(&table, 9, Tick(13))),
            (3, 1, 0)
        );
        table.clear(5);
        assert_eq!(since(&table, 5, Tick(13)), 0);
    }

    #[test]
    fn after_a_review_nothing_is_left() {
        let mut table = DelayTable::default();
        note(&mut table, 1, Tick(3));
        table.clear_all();
        assert_eq!((since(&table, 1, Tick(9)), table), (0, DelayTable::default()));
    }
}
