//! Caps: how often a rule may count for a person, and the counters that remember it.
//!
//! Model: with a cap, a rule gives a person points at most `times` times in a window; windows are those of the calendar and begin at
//! the same tick for everybody. Each capped rule has two counters a person, one of uses by the record and one of uses by true deeds,
//! of as many bits as `times` needs (1, 2, 3 or 4); the counters of all rules lie side by side in at most eight bytes a person.
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
    shift: u8,
}

impl Slot {
    /// The slots of some caps, one after the other, and the bits that they take in all.
    #[must_use]
    pub fn side_by_side(caps: &[Cap]) -> (Vec<Self>, usize) {
        let mut next = 0;
        let place = |cap: &Cap| {
            let slot = Self { cap: *cap, shift: next as u8 };
            next += 2 * usize::from(cap.bits());
            slot
        };
        let slots = caps.iter().map(place).collect();
        (slots, next)
    }

    /// The bits of both counters.
    #[must_use]
    pub const fn mask(&self) -> u64 {
        ((1 << (2 * self.cap.bits())) - 1) << self.shift
    }

    fn count(self, uses: &mut Uses, shift: u8) -> bool {
        let used = uses.0 >> shift & ((1 << self.cap.bits()) - 1);
        let open = used < u64::from(self.cap.times);
        uses.0 += u64::from(open) << shift;
        open
    }
}

/// How often each capped rule was used for a person in its window: by the record and by the person's true deeds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Uses(pub u64);

impl Uses {
    /// The counters in the bytes of a person, at most eight.
    #[must_use]
    #[inline]
    pub fn read(bytes: &[u8]) -> Self {
        Self(bytes.iter().rev().fold(0, |word, &byte| word << 8 | u64::from(byte)))
    }

    /// Puts the counters back into the bytes of a person.
    #[inline]
    pub fn write(self, bytes: &mut [u8]) {
        for (place, byte) in bytes.iter_mut().enumerate() {
            *byte = (self.0 >> (8 * place)) as u8;
        }
    }

    /// Counts one use by the record; `false` if the cap was reached.
    #[inline]
    pub fn record(&mut self, slot: Slot) -> bool {
        slot.count(self, slot.shift)
    }

    /// Counts one use by a true deed; `false` if the cap was reached.
    #[inline]
    pub fn deserve(&mut self, slot: Slot) -> bool {
        slot.count(self, slot.shift + slot.cap.bits())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_cap_of_two_counts_twice_for_record_and_truth_apart() {
        let cap = Cap { times: 2, window: 52 };
        let (slots, bits) = Slot::side_by_side(&[Cap { times: 1, window: 13 }, cap]);
        let (slot, mut uses) = (slots[1], Uses::default());
        assert!(uses.record(slot) && uses.record(slot) && !uses.record(slot));
        assert!(uses.deserve(slot) && uses.deserve(slot) && !uses.deserve(slot));
        assert!(cap.begins(Tick(0)) && !cap.begins(Tick(51)) && cap.begins(Tick(104)));
        assert_eq!((bits, uses.0 & slots[0].mask()), (6, 0));
        assert_eq!(uses.0 & !slot.mask(), 0);
    }

    #[test]
    fn bytes_lead_back() {
        let mut bytes = [0; 3];
        Uses(0x0012_3456).write(&mut bytes);
        assert_eq!((bytes, Uses::read(&bytes)), ([0x56, 0x34, 0x12], Uses(0x0012_3456)));
        assert_eq!(Uses::read(&[]), Uses(0));
    }

    proptest! {
        #[test]
        fn counters_never_disturb_each_other(
            times in proptest::collection::vec(1u8..=15, 1..=8),
            steps in proptest::collection::vec((any::<u8>(), any::<bool>()), 0..200),
        ) {
            let caps: Vec<Cap> = times.iter().map(|&times| Cap { times, window: 1 }).collect();
            let (slots, bits) = Slot::side_by_side(&caps);
            prop_assert!(bits <= 64);
            let mut uses = Uses::default();
            let mut counted = vec![[0u8; 2]; slots.len()];
            for (which, recorded) in steps {
                let which = usize::from(which) % slots.len();
                let open = if recorded { uses.record(slots[which]) } else { uses.deserve(slots[which]) };
                let count = &mut counted[which][usize::from(recorded)];
                prop_assert_eq!(open, *count < times[which]);
                *count += u8::from(open);
            }
        }
    }
}
