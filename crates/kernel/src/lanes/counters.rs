//! Small counters of all lanes of a block, bit by bit: a mask for each binary digit, the lowest first.
//!
//! Model: a counter of k digits is spread over k masks, so that any set of lanes is counted up at once, in k
//! steps of whole masks instead of one step a lane. Counters stop at a ceiling.

use crate::Mask;

/// Counts up the lanes of `who` whose counter is below `most`, and gives them.
///
/// `digits` are the masks of the binary digits; they must be enough for `most`, and no counter may be above
/// it.
///
/// ```
/// use demerit_kernel::{Mask, count_up};
/// let mut digits = [Mask::EMPTY; 2];
/// let both = Mask::first(2);
/// assert_eq!(count_up(&mut digits, 2, &both), both);
/// assert_eq!(count_up(&mut digits, 2, &Mask::first(1)), Mask::first(1));
/// // The first lane has come to two; the second may go on.
/// assert_eq!(count_up(&mut digits, 2, &both).lanes().collect::<Vec<_>>(), [1]);
/// ```
pub fn count_up(digits: &mut [Mask], most: u8, who: &Mask) -> Mask {
    let mut open = *who;
    for word in 0..open.0.len() {
        if who.0[word] == 0 {
            continue;
        }
        let full = digits.iter().enumerate().fold(u64::MAX, |full, (place, digit)| {
            full & if most >> place & 1 == 1 { digit.0[word] } else { !digit.0[word] }
        });
        open.0[word] = who.0[word] & !full;
        let mut carry = open.0[word];
        for digit in &mut *digits {
            (carry, digit.0[word]) = (carry & digit.0[word], carry ^ digit.0[word]);
        }
    }
    open
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn nothing_counts_where_there_is_nobody_or_no_room() {
        let mut digits = [Mask::EMPTY; 3];
        assert_eq!(count_up(&mut digits, 5, &Mask::EMPTY), Mask::EMPTY);
        assert_eq!(count_up(&mut digits, 0, &Mask::FULL), Mask::EMPTY);
        assert_eq!(digits, [Mask::EMPTY; 3]);
    }

    proptest! {
        #[test]
        fn each_lane_counts_for_itself(
            most in 1u8..=15,
            steps in prop::collection::vec(prop::collection::vec(0u16..1024, 0..40), 0..40),
        ) {
            let bits = 8 - most.leading_zeros() as usize;
            let mut digits = vec![Mask::EMPTY; bits];
            let mut counted = [0u8; 1024];
            for lanes in steps {
                let who: Mask = lanes.into_iter().collect();
                let open = count_up(&mut digits, most, &who);
                for lane in 0..1024u16 {
                    let counts = who.contains(lane) && counted[usize::from(lane)] < most;
                    prop_assert_eq!(open.contains(lane), counts);
                    counted[usize::from(lane)] += u8::from(counts);
                }
            }
            for lane in 0..1024u16 {
                let count = digits.iter().enumerate().fold(0, |all, (place, digit)| all | u8::from(digit.contains(lane)) << place);
                prop_assert_eq!(count, counted[usize::from(lane)]);
            }
        }
    }
}
