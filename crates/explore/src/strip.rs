//! A strip: the bytes of one colouring of one world, week after week, kept as small as they change little.
//!
//! Model: of each week kept, the difference to the last one kept is packed; every so often a whole frame is,
//! so that none is far from one. Where the room is used up, every second week is dropped, then every second
//! of those that are left: what stays are the weeks that are multiples of a power of two.

use lz4_flex::block::{compress, decompress};

/// Weeks kept from one whole frame to the next.
const WHOLE_EVERY: usize = 13;

/// The frames of a colouring.
pub(super) struct Strip {
    /// Bytes of a frame.
    size: usize,
    /// Packed frames; every [`WHOLE_EVERY`]-th is whole.
    packed: Vec<Box<[u8]>>,
    /// The last frame that was kept.
    last: Vec<u8>,
    /// Weeks from one frame kept to the next: a power of two.
    pub(super) every: u32,
    /// Weeks that were told.
    weeks: u32,
    bytes: usize,
}

/// A frame that is packed and not yet kept.
pub(super) struct Packed {
    frame: Vec<u8>,
    packed: Box<[u8]>,
}

impl Strip {
    pub(super) fn new(size: usize) -> Self {
        Self { size, packed: Vec::new(), last: Vec::new(), every: 1, weeks: 0, bytes: 0 }
    }

    /// Packs the next week's frame, if it is one of those kept.
    pub(super) fn pack(&self, frame: Vec<u8>) -> Option<Packed> {
        self.weeks.is_multiple_of(self.every).then(|| {
            let packed = packed(self.packed.len(), &self.last, &frame);
            Packed { frame, packed }
        })
    }

    /// Keeps what was packed for the next week.
    pub(super) fn push(&mut self, packed: Option<Packed>) {
        self.weeks += 1;
        if let Some(Packed { frame, packed }) = packed {
            self.bytes += packed.len();
            self.packed.push(packed);
            self.last = frame;
        }
    }

    /// Bytes that it holds.
    pub(super) const fn bytes(&self) -> usize {
        self.bytes + 2 * self.size
    }

    /// Writes the frame of a week, or of the last week kept before it; says which week it is.
    pub(super) fn frame(&self, week: u32, out: &mut Vec<u8>) -> Option<u32> {
        if week >= self.weeks {
            return None;
        }
        let index = (week / self.every) as usize;
        if index + 1 == self.packed.len() {
            out.clone_from(&self.last);
        } else {
            let whole = index - index % WHOLE_EVERY;
            out.clear();
            for packed in &self.packed[whole..=index] {
                unpack(packed, self.size, out)?;
            }
        }
        Some(index as u32 * self.every)
    }

    /// Drops every second week that is kept.
    pub(super) fn thin(&mut self) -> Option<()> {
        let (mut frame, mut before, mut kept) = (Vec::new(), Vec::new(), Vec::new());
        for (index, old) in self.packed.iter().enumerate() {
            if index % WHOLE_EVERY == 0 {
                frame.clear();
            }
            unpack(old, self.size, &mut frame)?;
            if index % 2 == 0 {
                kept.push(packed(kept.len(), &before, &frame));
                before.clone_from(&frame);
            }
        }
        self.bytes = kept.iter().map(|one| one.len()).sum();
        (self.packed, self.last) = (kept, before);
        self.every *= 2;
        Some(())
    }
}

/// A frame packed for an index: whole, or as the difference to the one before.
fn packed(index: usize, before: &[u8], frame: &[u8]) -> Box<[u8]> {
    if index.is_multiple_of(WHOLE_EVERY) {
        return compress(frame).into_boxed_slice();
    }
    let change: Vec<u8> = frame.iter().zip(before).map(|(now, then)| now.wrapping_sub(*then)).collect();
    compress(&change).into_boxed_slice()
}

/// Unpacks a whole frame into nothing, or a difference onto the frame before.
fn unpack(packed: &[u8], size: usize, frame: &mut Vec<u8>) -> Option<()> {
    let plain = decompress(packed, size).ok()?;
    if frame.is_empty() {
        *frame = plain;
    } else {
        frame.iter_mut().zip(plain).for_each(|(byte, change)| *byte = byte.wrapping_add(change));
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A frame of a week: some bytes that change seldom, some often.
    fn made(week: u32) -> Vec<u8> {
        (0..500_u32)
            .map(|cell| if cell % 7 == 0 { (week * 31 + cell) as u8 } else { (cell + week / 20) as u8 })
            .collect()
    }

    fn filled(weeks: u32) -> Strip {
        let mut strip = Strip::new(500);
        for week in 0..weeks {
            let packed = strip.pack(made(week));
            strip.push(packed);
        }
        strip
    }

    #[test]
    fn every_frame_comes_back() {
        let strip = filled(60);
        let mut out = Vec::new();
        for week in [0, 1, 12, 13, 14, 26, 40, 59] {
            assert_eq!(strip.frame(week, &mut out), Some(week));
            assert_eq!(out, made(week), "{week}");
        }
        assert_eq!(strip.frame(60, &mut out), None);
        assert_eq!(Strip::new(3).frame(0, &mut out), None);
    }

    #[test]
    fn a_thinned_strip_gives_the_last_week_kept() {
        let mut strip = filled(61);
        let before = strip.bytes();
        strip.thin().unwrap();
        strip.thin().unwrap();
        assert!(strip.bytes() < before && strip.every == 4);
        for week in 61..70 {
            let packed = strip.pack(made(week));
            strip.push(packed);
        }
        let mut out = Vec::new();
        for (week, kept) in [(0, 0), (3, 0), (4, 4), (59, 56), (60, 60), (63, 60), (64, 64), (69, 68)] {
            assert_eq!(strip.frame(week, &mut out), Some(kept));
            assert_eq!(out, made(kept), "{week}");
        }
    }
}
