//! Damage to bytes: bits, numbers, lengths, cuts, repeats.

use crate::luck::Luck;
use crate::strange::WHOLE;

/// Most bytes that an input grows to.
pub(crate) const MOST: usize = 1 << 16;

/// Damages bytes in one to four ways.
pub(crate) fn damage(luck: &mut Luck, bytes: &mut Vec<u8>) {
    for _ in 0..1 + luck.below(4) {
        once(luck, bytes);
    }
    bytes.truncate(MOST);
}

fn once(luck: &mut Luck, bytes: &mut Vec<u8>) {
    let at = luck.below(bytes.len());
    match luck.below(9) {
        0 if !bytes.is_empty() => bytes[at] ^= 1 << luck.below(8),
        1 if !bytes.is_empty() => bytes[at] = luck.next() as u8,
        2..=4 => {
            // A number of one of the usual widths, in either order.
            let (width, value) = (1 << luck.below(4), *luck.pick(&WHOLE));
            let near = value.wrapping_add(luck.below(3) as u64).wrapping_sub(1);
            let mut own = near.to_le_bytes();
            if luck.once_in(4) {
                own[..width].reverse();
            }
            let end = bytes.len().min(at + width);
            bytes[at..end].copy_from_slice(&own[..end - at]);
        }
        5 => bytes.truncate(at),
        6 => drop(bytes.drain(luck.piece(bytes.len()))),
        7 => {
            let piece = bytes[luck.piece(bytes.len())].to_vec();
            bytes.splice(at..at, piece);
        }
        _ => {
            let (from, to) = (luck.piece(bytes.len()), luck.piece(bytes.len()));
            let piece = bytes[from].to_vec();
            bytes.splice(to, piece);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anything_can_be_damaged() {
        for length in [0, 1, 2, 9, 300] {
            let whole: Vec<u8> = (0..length).map(|byte| byte as u8).collect();
            let mut other = 0;
            for number in 0..500 {
                let mut bytes = whole.clone();
                damage(&mut Luck::of("bytes", 1, number), &mut bytes);
                other += u32::from(bytes != whole);
            }
            assert!(length < 2 || other > 400, "{other} of {length}");
        }
    }
}
