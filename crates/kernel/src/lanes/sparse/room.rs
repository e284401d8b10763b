//! Room for the bytes of a [`Sparse`]: made in steps, and made anew where another form is due.

use super::{BYTES, FEW, FEWER, Form, LESS, MANY, MASK, STEP, Sparse};
use crate::{LANES, SideTable};

impl Sparse {
    /// Makes room for a step of lanes more in the form that it has.
    pub(super) fn make_room(&mut self, few: bool) {
        let (was, step) = (self.room(), STEP[usize::from(!few)]);
        let more = if few { 3 * step } else { step };
        // An empty buffer gets its count too.
        let more = more + if self.0.is_empty() { 2 } else { 0 };
        let mut buffer = std::mem::take(&mut self.0).into_vec();
        buffer.reserve_exact(more);
        buffer.resize(buffer.len() + more, 0);
        if few && was > 0 {
            // The bytes of a list stand behind the room for its lanes.
            buffer.copy_within(2 + 2 * was..2 + 3 * was, 2 + 2 * (was + step));
        }
        self.0 = buffer.into_boxed_slice();
    }

    /// Holds these bytes, of which so many are not zero, in the form that is due, with room for a few more.
    pub(super) fn hold(&mut self, all: &[u8; LANES as usize], count: usize) {
        let was = self.form();
        let form = match count {
            0 => return self.clear_all(),
            _ if count > MANY || (count >= LESS && was == Form::Many) => Form::Many,
            _ if count > FEW || (count >= FEWER && was != Form::Few) => Form::Some,
            _ => Form::Few,
        };
        let len = match form {
            Form::Few => 2 + 3 * count.next_multiple_of(STEP[0]),
            Form::Some => BYTES + count.next_multiple_of(STEP[1]),
            Form::Many => LANES as usize,
        };
        if self.0.len() != len {
            self.0 = vec![0; len].into_boxed_slice();
        }
        let held = || (0u16..).zip(all).filter(|one| *one.1 > 0);
        match form {
            Form::Many => self.0.copy_from_slice(all),
            Form::Some => {
                self.0[..MASK].fill(0);
                for (place, (lane, byte)) in held().enumerate() {
                    self.0[usize::from(lane) / 8] |= 1 << (lane % 8);
                    self.0[BYTES + place] = *byte;
                }
                self.recount();
            }
            Form::Few => {
                let bytes = 2 + 2 * self.room();
                for (place, (lane, byte)) in held().enumerate() {
                    self.0[2 + 2 * place..4 + 2 * place].copy_from_slice(&lane.to_le_bytes());
                    self.0[bytes + place] = *byte;
                }
                self.put_count(count);
            }
        }
    }
}
