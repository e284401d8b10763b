//! Uses of capped rules: how often each rule counted for each person in its window, by the record and by true
//! deeds.
//!
//! Model: of a rule that few use, the counters are kept for those lanes alone, both in a byte. Where the
//! table of some neighbourhood of the chunk outgrows a share of what masks would take, all neighbourhoods of
//! the chunk keep a mask for each binary digit of both counters instead, and count any set of lanes at once.
//! Which of the two it is changes no count.
//!
//! Symbols: uses, 0 to 15. Source: see `demerit_regime::Cap`. Leaves out: going back from masks to few.

use demerit_kernel::{Digest, LANES, Loader, Mask, Saver, SideTable, Sparse, Unfit, count_up};
use demerit_regime::{Cap, Slot};

/// The counters of the capped rules of a chunk, by slot.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Uses(Vec<RuleUses>);

/// The counters of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
struct RuleUses {
    /// Binary digits of a counter.
    digits: u8,
    held: Held,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Held {
    /// For each neighbourhood a byte for each lane: the lower four bits by the record, the upper ones by true
    /// deeds.
    Few(Vec<Sparse>),
    /// For each neighbourhood the digits of the counters by the record, and then of those by true deeds.
    Many(Vec<Mask>),
}

impl RuleUses {
    /// Bytes of a neighbourhood's masks.
    fn whole(&self) -> usize {
        2 * usize::from(self.digits) * size_of::<Mask>()
    }

    fn masks(&self, block: usize) -> std::ops::Range<usize> {
        let each = 2 * usize::from(self.digits);
        block * each..(block + 1) * each
    }

    /// Goes over to masks.
    fn spread_out(&mut self) {
        let Held::Few(tables) = &self.held else { return };
        let digits = usize::from(self.digits);
        let mut masks = vec![Mask::EMPTY; 2 * digits * tables.len()];
        for (table, masks) in tables.iter().zip(masks.chunks_exact_mut(2 * digits)) {
            for (lane, byte) in table.iter() {
                for (digit, mask) in masks.iter_mut().enumerate() {
                    let bit = if digit < digits { digit } else { 4 + digit - digits };
                    if byte >> bit & 1 == 1 {
                        mask.insert(lane);
                    }
                }
            }
        }
        self.held = Held::Many(masks);
    }

    /// The counters of a neighbourhood, a byte for each lane.
    fn bytes_of(&self, block: usize) -> [u8; LANES as usize] {
        match &self.held {
            Held::Few(tables) => tables[block].spread(),
            Held::Many(masks) => {
                let mut all = [0; LANES as usize];
                let digits = usize::from(self.digits);
                for (digit, mask) in masks[self.masks(block)].iter().enumerate() {
                    let bit = if digit < digits { digit } else { 4 + digit - digits };
                    mask.lanes().for_each(|lane| all[usize::from(lane)] |= 1 << bit);
                }
                all
            }
        }
    }

    /// Sets the counters of a neighbourhood back.
    fn clear(&mut self, block: usize) {
        let masks = self.masks(block);
        match &mut self.held {
            Held::Few(tables) => tables[block].clear_all(),
            Held::Many(all) => all[masks].fill(Mask::EMPTY),
        }
    }
}

impl Uses {
    /// No uses, for rules whose counters have so many binary digits, in so many neighbourhoods.
    pub fn new(digits: &[u8], blocks: u32) -> Self {
        let none =
            |&digits: &u8| RuleUses { digits, held: Held::Few(vec![Sparse::default(); blocks as usize]) };
        Self(digits.iter().map(none).collect())
    }

    /// Counts a use by the record, or by a true deed, for each of these lanes of a neighbourhood; gives those
    /// whose cap was not reached.
    pub fn count(&mut self, block: usize, slot: Slot, on_record: bool, lanes: &Mask) -> Mask {
        let rule = &mut self.0[usize::from(slot.number)];
        let (digits, whole, masks) = (usize::from(rule.digits), rule.whole(), rule.masks(block));
        match &mut rule.held {
            Held::Many(all) => {
                let (record, truth) = all[masks].split_at_mut(digits);
                count_up(if on_record { record } else { truth }, slot.cap.times, lanes)
            }
            Held::Few(tables) => {
                let (table, shift) = (&mut tables[block], if on_record { 0 } else { 4 });
                let mut open = Mask::EMPTY;
                for lane in lanes.lanes() {
                    table.alter(lane, |byte| {
                        let counts = byte >> shift & 15 < slot.cap.times;
                        open.0[usize::from(lane / 64)] |= u64::from(counts) << (lane % 64);
                        byte + (u8::from(counts) << shift)
                    });
                }
                if table.memory() > whole / 8 * 5 {
                    rule.spread_out();
                }
                open
            }
        }
    }

    /// Sets the counters of a rule back in a neighbourhood: a window begins.
    pub fn begin(&mut self, block: usize, slot: Slot) {
        self.0[usize::from(slot.number)].clear(block);
    }

    /// Sets all counters of a neighbourhood back.
    pub fn clear_all(&mut self, block: usize) {
        self.0.iter_mut().for_each(|rule| rule.clear(block));
    }

    /// Sets all counters of a lane of a neighbourhood back.
    pub fn clear(&mut self, block: usize, lane: u16) {
        for rule in &mut self.0 {
            let masks = rule.masks(block);
            match &mut rule.held {
                Held::Few(tables) => tables[block].clear(lane),
                Held::Many(all) => all[masks].iter_mut().for_each(|mask| mask.remove(lane)),
            }
        }
    }

    /// Bytes that they take.
    pub fn bytes(&self) -> usize {
        let held = |rule: &RuleUses| match &rule.held {
            Held::Few(tables) => tables.iter().map(|table| size_of::<Sparse>() + table.memory()).sum(),
            Held::Many(masks) => masks.len() * size_of::<Mask>(),
        };
        self.0.iter().map(|rule| size_of::<RuleUses>() + held(rule)).sum()
    }

    /// Number of the rules.
    pub const fn rules(&self) -> usize {
        self.0.len()
    }

    /// The counters of a lane of a neighbourhood, for the rule in a slot: by the record, and by true deeds.
    pub fn of(&self, block: usize, slot: usize, lane: u16) -> [u8; 2] {
        let rule = &self.0[slot];
        let byte = match &rule.held {
            Held::Few(tables) => tables[block][usize::from(lane)],
            Held::Many(_) => rule.bytes_of(block)[usize::from(lane)],
        };
        [byte & 15, byte >> 4]
    }

    /// Adds the counters of a neighbourhood to a digest, in a form that does not depend on how they are held.
    pub fn digest(&self, block: usize, digest: &mut Digest) {
        for rule in &self.0 {
            digest.bytes(&rule.bytes_of(block));
        }
    }
}

impl Uses {
    /// Writes the counters of a neighbourhood: for each rule those of the record and those of true deeds, in
    /// a byte for each lane.
    pub(crate) fn save(&self, block: usize, to: &mut Saver) {
        for rule in &self.0 {
            to.put(&Sparse::from(&rule.bytes_of(block)));
        }
    }

    /// Reads what was written, into counters of the same rules that hold nothing yet of the neighbourhood.
    pub(crate) fn load(&mut self, block: usize, from: &mut Loader<'_>) -> Result<(), Unfit> {
        for number in 0..self.0.len() {
            let (held, most) = (from.take::<Sparse>()?, (1u16 << self.0[number].digits) - 1);
            for (shift, on_record) in [(0, true), (4, false)] {
                let uses = |byte: u8| u16::from(byte >> shift & 15);
                let highest = held.iter().map(|(_, byte)| uses(byte)).max().unwrap_or(0);
                from.check(highest <= most, || (format!("{highest} uses"), format!("at most {most}")))?;
                let cap = Cap { times: highest as u8, window: 1 };
                let slot = Slot { cap, number: number as u8 };
                for least in 1..=highest {
                    let lanes = held.iter().filter(|(_, byte)| uses(*byte) >= least).map(|(lane, _)| lane);
                    self.count(block, slot, on_record, &lanes.collect());
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn slots() -> Vec<Slot> {
        Slot::side_by_side(&[
            Cap { times: 3, window: 1 },
            Cap { times: 1, window: 1 },
            Cap { times: 15, window: 1 },
        ])
        .0
    }

    #[test]
    fn few_become_many_and_nothing_is_lost() {
        let (slots, lanes) = (slots(), Mask::from_iter((0..1024).step_by(2)));
        let mut uses = Uses::new(&[2, 1, 4], 3);
        let few = Mask::from_iter([1, 5]);
        assert_eq!(uses.count(1, slots[0], true, &few), few);
        assert!(uses.bytes() < 400 && uses != Uses::new(&[2, 1, 4], 3));
        assert_eq!(uses.count(2, slots[0], false, &lanes), lanes);
        assert!(uses.bytes() > 3 * 512, "a mask for each digit of both counters");
        assert_eq!((uses.count(1, slots[0], true, &few), uses.count(1, slots[0], true, &few)), (few, few));
        assert_eq!(uses.count(1, slots[0], true, &few), Mask::EMPTY, "three times and no more");
        assert_eq!(uses.count(1, slots[0], false, &few), few, "truth has a counter of its own");
        uses.clear(1, 5);
        assert_eq!(uses.count(1, slots[0], true, &few).lanes().collect::<Vec<_>>(), [5]);
        uses.begin(1, slots[0]);
        assert_eq!(uses.count(1, slots[0], true, &few), few);
    }

    proptest! {
        #[test]
        fn counts_are_those_of_an_array(
            steps in proptest::collection::vec((0usize..3, any::<bool>(), 0u16..1024, 1u16..400, 0u8..20), 0..60)
        ) {
            let (slots, mut uses) = (slots(), Uses::new(&[2, 1, 4], 1));
            let mut kept = vec![[[0u8; 2]; 1024]; 3];
            for (slot, on_record, first, step, what) in steps {
                let lanes: Mask = (first..1024).step_by(usize::from(step)).collect();
                match what {
                    0 => { uses.begin(0, slots[slot]); kept[slot].fill([0; 2]); }
                    1 => { uses.clear(0, first); kept.iter_mut().for_each(|one| one[usize::from(first)] = [0; 2]); }
                    _ => {
                        let open = uses.count(0, slots[slot], on_record, &lanes);
                        for lane in lanes.lanes() {
                            let count = &mut kept[slot][usize::from(lane)][usize::from(on_record)];
                            prop_assert_eq!(open.contains(lane), *count < slots[slot].cap.times);
                            *count += u8::from(open.contains(lane));
                        }
                    }
                }
            }
            for (rule, kept) in uses.0.iter().zip(&kept) {
                let bytes = rule.bytes_of(0);
                prop_assert!(kept.iter().zip(bytes).all(|(kept, byte)| kept[1] | kept[0] << 4 == byte));
            }
        }
    }
}
