//! A byte for each lane of a block, at the price of those lanes alone that have one.
//!
//! Model: what is held are the lanes whose byte is not zero, in one of three forms. Few: the lanes in
//! ascending order, two bytes each, and their bytes. Some: a mask of the lanes, and their bytes in the order
//! of the lanes; a lane's place among them is the number of lanes below it that are in the mask, which starts
//! from a count kept for each quarter. Many: a byte for every lane. The buffer's length tells the form. Room
//! is made in steps that waste little. Reading is `sparse[lane]`.
//!
//! Bytes for n lanes: 2 + 3n while few, 136 + n while some, 1,024 when many.
//!
//! Source: rank over a bit vector, as succinct data structures use it. Leaves out: bytes for more than one
//! block.

mod room;
mod saved;

use crate::{Digest, LANES, Mask, SideTable};

/// Lanes up to which they are listed.
const FEW: usize = 48;
/// Lanes below which a mask gives way to a list again.
const FEWER: usize = 32;
/// Lanes above which every lane has a byte.
const MANY: usize = 768;
/// Lanes below which that gives way to a mask again.
const LESS: usize = 640;
/// Bytes of the longest list; a mask and the bytes beside it are longer.
const LIST: usize = 2 + 3 * FEW;
/// Bytes of a mask.
const MASK: usize = LANES as usize / 8;
/// Words of a mask in each of its quarters.
const QUARTER: usize = LANES as usize / 64 / 4;
/// Where the bytes of a masked form begin: after the mask and four counts of 16 bits, of the lanes up to the
/// end of each quarter.
const BYTES: usize = MASK + 8;
/// Lanes for which room is made at once: in a list, under a mask.
const STEP: [usize; 2] = [8, 16];

/// A byte for each lane of a block.
#[derive(Clone, Debug, Default)]
pub struct Sparse(Box<[u8]>);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Few,
    Some,
    Many,
}

impl Sparse {
    /// The lanes whose byte is not zero.
    pub fn lanes(&self) -> Mask {
        match self.form() {
            Form::Some => Mask(std::array::from_fn(|word| self.word(word))),
            _ => self.iter().map(|one| one.0).collect(),
        }
    }

    /// The lanes whose byte is not zero, ascending, with their bytes.
    pub fn iter(&self) -> impl Iterator<Item = (u16, u8)> + '_ {
        let form = self.form();
        let listed = (0..if form == Form::Few { self.count() } else { 0 })
            .map(move |place| (self.listed(place), self.0[2 + 2 * self.room() + place]));
        let mask = || Mask(std::array::from_fn(|word| self.word(word)));
        let masked = (form == Form::Some).then(|| mask().lanes().zip(&self.0[BYTES..]));
        let all = (form == Form::Many).then(|| (0..LANES as u16).zip(&self.0[..]));
        let rest = masked.into_iter().flatten().chain(all.into_iter().flatten());
        listed.chain(rest.map(|(lane, byte)| (lane, *byte)).filter(|one| one.1 > 0))
    }

    /// The byte of every lane.
    pub fn spread(&self) -> [u8; LANES as usize] {
        let mut all = [0; LANES as usize];
        self.iter().for_each(|(lane, byte)| all[usize::from(lane)] = byte);
        all
    }

    /// Whether every byte is zero.
    pub fn is_empty(&self) -> bool {
        if self.form() == Form::Many { self.sum() == 0 } else { self.count() == 0 }
    }

    /// Adds to a lane's byte, which stops at 255.
    #[inline]
    pub fn add(&mut self, lane: u16, more: u8) {
        if more > 0 {
            self.alter(lane, |byte| byte.saturating_add(more));
        }
    }

    /// Sets a lane's byte.
    #[inline]
    pub fn put(&mut self, lane: u16, byte: u8) {
        self.alter(lane, |_| byte);
    }

    /// Lets every byte that is not zero become what `to` says.
    pub fn change(&mut self, to: impl Fn(u8) -> u8) {
        let (form, count) = (self.form(), self.count());
        let mut kept = 0;
        match form {
            Form::Many => {
                for byte in self.0.iter_mut().filter(|byte| **byte > 0) {
                    *byte = to(*byte);
                    kept += usize::from(*byte > 0);
                }
            }
            Form::Some => {
                let before = Mask(std::array::from_fn(|word| self.word(word)));
                for (place, lane) in before.lanes().enumerate() {
                    let byte = to(self.0[BYTES + place]);
                    self.0[BYTES + kept] = byte;
                    kept += usize::from(byte > 0);
                    self.0[usize::from(lane) / 8] &= !(u8::from(byte == 0) << (lane % 8));
                }
            }
            Form::Few => {
                let bytes = 2 + 2 * self.room();
                for place in 0..count {
                    let byte = to(self.0[bytes + place]);
                    self.0[bytes + kept] = byte;
                    self.0.copy_within(2 + 2 * place..4 + 2 * place, 2 + 2 * kept);
                    kept += usize::from(byte > 0);
                }
            }
        }
        match form {
            Form::Few if kept < count => self.put_count(kept),
            Form::Some if kept < count => self.recount(),
            _ => {}
        }
        self.tighten();
    }

    /// Lets the byte of each of these lanes, where it is not zero, become what `to` says.
    pub fn change_among(&mut self, lanes: &Mask, to: impl Fn(u8) -> u8) {
        let held = if self.form() == Form::Many { *lanes } else { self.lanes().and(*lanes) };
        for lane in held.lanes() {
            self.alter(lane, |byte| if byte == 0 { 0 } else { to(byte) });
        }
        self.tighten();
    }

    /// Takes the form that is due for as many lanes as are left.
    pub fn tighten(&mut self) {
        let (form, kept) = match self.form() {
            Form::Many => (Form::Many, self.0.iter().filter(|byte| **byte > 0).count()),
            form => (form, self.count()),
        };
        if (form == Form::Many && kept < LESS) || (form == Form::Some && kept < FEWER) {
            self.hold(&self.spread(), kept);
        }
    }

    /// All bytes, summed.
    pub fn sum(&self) -> u64 {
        self.iter().map(|one| u64::from(one.1)).sum()
    }

    #[inline]
    const fn form(&self) -> Form {
        match self.0.len() {
            0..=LIST => Form::Few,
            len if len == LANES as usize => Form::Many,
            _ => Form::Some,
        }
    }

    /// Lanes for which a list has room.
    const fn room(&self) -> usize {
        self.0.len() / 3
    }

    /// Lanes whose byte is held apart from those of others; none where all are.
    #[inline]
    fn count(&self) -> usize {
        match self.form() {
            Form::Few => self.0.first_chunk().map_or(0, |two| usize::from(u16::from_le_bytes(*two))),
            Form::Some => usize::from(self.up_to_quarter(3)),
            Form::Many => 0,
        }
    }

    /// Puts the count of a list.
    fn put_count(&mut self, count: usize) {
        self.0[..2].copy_from_slice(&(count as u16).to_le_bytes());
    }

    /// Lanes in the mask up to the end of a quarter.
    #[inline]
    fn up_to_quarter(&self, quarter: usize) -> u16 {
        let at = MASK + 2 * quarter;
        u16::from_le_bytes([self.0[at], self.0[at + 1]])
    }

    /// Counts a lane more, or less, in its own quarter and those above it.
    #[inline]
    fn count_lane(&mut self, lane: u16, more: bool) {
        let counts = u64::from_le_bytes(*self.0[MASK..].first_chunk().expect("a masked form has counts"));
        let ones = 0x0001_0001_0001_0001 << (16 * (u32::from(lane) / (LANES / 4)));
        let counts = if more { counts + ones } else { counts - ones };
        self.0[MASK..BYTES].copy_from_slice(&counts.to_le_bytes());
    }

    /// Counts the lanes of the mask anew.
    fn recount(&mut self) {
        let mut count = 0u16;
        for quarter in 0..4 {
            let words = quarter * QUARTER..(quarter + 1) * QUARTER;
            count += words.map(|word| self.word(word).count_ones() as u16).sum::<u16>();
            self.0[MASK + 2 * quarter..MASK + 2 * quarter + 2].copy_from_slice(&count.to_le_bytes());
        }
    }

    fn listed(&self, place: usize) -> u16 {
        u16::from_le_bytes([self.0[2 + 2 * place], self.0[3 + 2 * place]])
    }

    #[inline]
    fn word(&self, word: usize) -> u64 {
        self.0[8 * word..].first_chunk().map_or(0, |eight| u64::from_le_bytes(*eight))
    }

    /// Lanes of the mask below a word of it.
    #[inline]
    fn below(&self, word: usize) -> usize {
        let quarter = word / QUARTER;
        let quarters = if quarter == 0 { 0 } else { usize::from(self.up_to_quarter(quarter - 1)) };
        (quarter * QUARTER..word).map(|word| self.word(word).count_ones() as usize).sum::<usize>() + quarters
    }

    /// Where a lane's byte is; most lanes that are asked for have none, which the mask tells without
    /// counting.
    #[inline]
    fn held(&self, lane: u16) -> Option<usize> {
        match self.form() {
            Form::Many => Some(usize::from(lane)),
            Form::Some if self.0[usize::from(lane) / 8] >> (lane % 8) & 1 == 0 => None,
            _ => self.find(lane).ok(),
        }
    }

    /// Where a lane's byte is, or else where it would be among those that are held.
    #[inline]
    fn find(&self, lane: u16) -> Result<usize, usize> {
        match self.form() {
            Form::Many => Ok(usize::from(lane)),
            Form::Some => {
                let (word, bit) = (usize::from(lane) / 64, lane % 64);
                let here = self.word(word);
                let place = self.below(word) + (here & ((1 << bit) - 1)).count_ones() as usize;
                if here >> bit & 1 == 1 { Ok(BYTES + place) } else { Err(place) }
            }
            Form::Few if self.0.is_empty() => Err(0),
            Form::Few => {
                let count = self.count();
                let lanes = self.0[2..2 + 2 * count].as_chunks::<2>().0;
                let place = lanes.partition_point(|two| u16::from_le_bytes(*two) < lane);
                let there = place < count && self.listed(place) == lane;
                if there { Ok(2 + 2 * self.room() + place) } else { Err(place) }
            }
        }
    }

    /// Lets a lane's byte become what `to` says.
    #[inline]
    pub fn alter(&mut self, lane: u16, to: impl FnOnce(u8) -> u8) {
        match self.find(lane) {
            Ok(at) => {
                let byte = to(self.0[at]);
                self.0[at] = byte;
                if byte == 0 && self.form() != Form::Many {
                    self.take_out(lane, at);
                }
            }
            Err(place) => {
                let byte = to(0);
                if byte > 0 {
                    self.put_in(lane, place, byte);
                }
            }
        }
    }

    fn put_in(&mut self, lane: u16, place: usize, byte: u8) {
        let (few, count) = (self.form() == Form::Few, self.count());
        let room = if few { self.room() } else { self.0.len() - BYTES };
        if count == room {
            if count >= if few { FEW } else { MANY } {
                let mut all = self.spread();
                all[usize::from(lane)] = byte;
                return self.hold(&all, count + 1);
            }
            self.make_room(few);
        }
        if few {
            let bytes = 2 + 2 * self.room();
            self.0.copy_within(2 + 2 * place..2 + 2 * count, 4 + 2 * place);
            self.0[2 + 2 * place..4 + 2 * place].copy_from_slice(&lane.to_le_bytes());
            self.0.copy_within(bytes + place..bytes + count, bytes + place + 1);
            self.0[bytes + place] = byte;
        } else {
            self.0.copy_within(BYTES + place..BYTES + count, BYTES + place + 1);
            self.0[BYTES + place] = byte;
            self.0[usize::from(lane) / 8] |= 1 << (lane % 8);
            return self.count_lane(lane, true);
        }
        self.put_count(count + 1);
    }

    /// Takes out a lane whose byte, at this place of the buffer, has become zero.
    fn take_out(&mut self, lane: u16, at: usize) {
        let count = self.count();
        if self.form() == Form::Few {
            let bytes = 2 + 2 * self.room();
            let place = at - bytes;
            self.0.copy_within(at + 1..bytes + count, at);
            self.0.copy_within(4 + 2 * place..2 + 2 * count, 2 + 2 * place);
        } else {
            self.0.copy_within(at + 1..BYTES + count, at);
            self.0[usize::from(lane) / 8] &= !(1 << (lane % 8));
            return self.count_lane(lane, false);
        }
        self.put_count(count - 1);
    }
}

impl SideTable for Sparse {
    fn clear(&mut self, lane: u16) {
        self.put(lane, 0);
    }

    fn clear_all(&mut self) {
        *self = Self::default();
    }

    fn memory(&self) -> usize {
        self.0.len()
    }

    /// In a form that does not depend on how it is held.
    fn digest(&self, to: &mut Digest) {
        for word in self.lanes().0 {
            to.bytes(&word.to_le_bytes());
        }
        for (_, byte) in self.iter() {
            to.bytes(&[byte]);
        }
    }
}

/// Of a byte for each lane, those that are not zero.
impl From<&[u8; LANES as usize]> for Sparse {
    fn from(all: &[u8; LANES as usize]) -> Self {
        let mut sparse = Self::default();
        sparse.hold(all, all.iter().filter(|byte| **byte > 0).count());
        sparse
    }
}

impl std::ops::Index<usize> for Sparse {
    type Output = u8;

    #[inline]
    fn index(&self, lane: usize) -> &u8 {
        self.held(lane as u16).map_or(&0, |at| &self.0[at])
    }
}

impl PartialEq for Sparse {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for Sparse {}

#[cfg(test)]
mod tests;
