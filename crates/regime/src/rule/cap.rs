//! Caps: how often a rule may count for a person, and the counters that remember it.
//!
//! Model: with a cap, a rule gives a person points at most `times` times in a window; windows are those of
//! the calendar and begin at the same tick for everybody. Each capped rule has two counters a person, one of
//! uses by the record and one of uses by true deeds, of as many bits as `times` needs (1, 2, 3 or 4), at most
//! 64 bits a person for all rules.
//!
//! Symbols: times 1 to 15; window in ticks. Leaves out: windows that begin with a person's first use.

use demerit_kernel::Tick;

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
    pub fn begins(&self, tick: Tick) -> bool {
        tick.0.is_multiple_of(self.window)
    }

    /// Bits of one counter.
    pub const fn bits(&self) -> u8 {
        match self.times {
            0 | 1 => 1,
            2 | 3 => 2,
            4..=7 => 3,
            _ => 4,
        }
    }
}

/// The place of a capped rule among those of its regime.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// The rule's cap.
    pub cap: Cap,
    /// Its place.
    pub number: u8,
}

impl Slot {
    /// The slots of some caps, one after the other, and the bits that their counters take in all.
    pub fn side_by_side(caps: &[Cap]) -> (Vec<Self>, usize) {
        let slots = (0..).zip(caps).map(|(number, cap)| Self { cap: *cap, number }).collect();
        (slots, caps.iter().map(|cap| 2 * usize::from(cap.bits())).sum())
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
        assert_eq!(slots.iter().map(|slot| slot.number).collect::<Vec<_>>(), [0, 1, 2]);
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
        let bits = [1, 2, 3, 4, 7, 8, 15].map(|times| Cap { times, window: 1 }.bits());
        assert_eq!(bits, [1, 2, 2, 3, 3, 4, 4], "and no more than it needs");
    }
}
