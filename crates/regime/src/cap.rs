//! Caps: how often a rule may count for a person, and the counters that remember it.
//!
//! Model: with a cap, a rule gives a person points at most `times` times in a window; windows are those of the calendar and begin at
//! the same tick for everybody. Each capped rule has two counters a person, one of uses by the record and one of uses by true deeds,
//! of as many bits as `times` needs (1, 2, 3 or 4); the counters of all rules lie side by side, at most 64
//! bits a person. A neighbourhood keeps each bit of all its persons in a mask, so that a rule is counted for many at once.
//!
//! Symbols: times 1 to 15; window in ticks. Leaves out: windows that begin with a person's first use.

use demerit_kernel::Tick;
use std::ops::Range;

/// At most `times` uses of a rule for a person in each window of `window` ticks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cap {
    /// Uses in a window, 1 to 15.
    pub times: u8,
    /// Length of a window in ticks, at least 1.
    pub window: u32,
}

impl Cap {
    /// Whether a new window begins at `tick`.
    #[must_use]
    pub fn begins(&self, tick: Tick) -> bool {
        tick.0.is_multiple_of(self.window)
    }

    /// Bits of one counter.
    #[must_use]
    pub const fn bits(&self) -> u8 {
        match self.times {
            0 | 1 => 1,
            2 | 3 => 2,
            4..=7 => 3,
            _ => 4,
        }
    }
}

/// Where the two counters of a capped rule lie among the bits of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// The rule's cap.
    pub cap: Cap,
    /// First bit.
    first: u8,
}

impl Slot {
    /// The slots of some caps, one after the other, and the bits that they take in all.
    #[must_use]
    pub fn side_by_side(caps: &[Cap]) -> (Vec<Self>, usize) {
        let mut next = 0;
        let place = |cap: &Cap| {
            let slot = Self { cap: *cap, first: next as u8 };
            next += 2 * usize::from(cap.bits());
            slot
        };
        let slots = caps.iter().map(place).collect();
        (slots, next)
    }

    /// The bits of the counter of uses by the record, or of that by true deeds.
    #[must_use]
    #[inline]
    pub fn bits(&self, on_record: bool) -> Range<usize> {
        let bits = usize::from(self.cap.bits());
        let first = usize::from(self.first) + if on_record { 0 } else { bits };
        first..first + bits
    }

    /// The bits of both counters.
    #[must_use]
    pub fn both(&self) -> Range<usize> {
        self.bits(true).start..self.bits(false).end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counters_lie_side_by_side() {
        let cap = Cap { times: 2, window: 52 };
        let (slots, bits) =
            Slot::side_by_side(&[Cap { times: 1, window: 13 }, cap, Cap { times: 15, window: 1 }]);
        assert_eq!(bits, 2 + 4 + 8);
        assert_eq!((slots[0].bits(true), slots[0].bits(false), slots[0].both()), (0..1, 1..2, 0..2));
        assert_eq!((slots[1].bits(true), slots[1].bits(false), slots[1].both()), (2..4, 4..6, 2..6));
        assert_eq!(slots[2].both(), 6..14);
    }

    #[test]
    fn windows_begin_for_everybody_at_once() {
        let cap = Cap { times: 2, window: 52 };
        assert!(cap.begins(Tick(0)) && !cap.begins(Tick(51)) && cap.begins(Tick(104)));
    }

    #[test]
    fn a_counter_has_room_for_its_cap() {
        for times in 1..=15 {
            assert!(times < 1 << Cap { times, window: 1 }.bits(), "{times}");
        }
    }
}
