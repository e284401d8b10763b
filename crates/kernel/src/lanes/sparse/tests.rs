//! Tests of a byte for each lane: against an array, and that it takes no more room than it says.

use super::*;
use proptest::prelude::*;

#[test]
fn bytes_are_added_up_to_255_changed_and_cleared() {
    let mut sparse = Sparse::default();
    sparse.add(1023, 4);
    sparse.add(2, 6);
    sparse.add(2, 250);
    sparse.add(5, 0);
    assert_eq!((sparse[1023], sparse[2], sparse[5], sparse[0], sparse.sum()), (4, 255, 0, 0, 259));
    sparse.change(|byte| byte / 5);
    assert_eq!((sparse[1023], sparse[2]), (0, 51));
    sparse.put(2, 7);
    assert_eq!(sparse.iter().collect::<Vec<_>>(), [(2, 7)]);
    sparse.clear(2);
    assert_eq!(sparse, Sparse::default());
}

#[test]
fn an_empty_one_takes_no_memory() {
    let mut sparse = Sparse::default();
    assert_eq!((sparse.memory(), sparse.sum(), sparse[7]), (0, 0, 0));
    sparse.add(7, 1);
    sparse.clear_all();
    assert_eq!((sparse.memory(), size_of::<Sparse>()), (0, 16));
}

#[test]
fn it_takes_what_the_table_above_says() {
    let mut sparse = Sparse::default();
    for lane in 0..1024u16 {
        // Lanes in no order.
        sparse.add(lane.wrapping_mul(389) % 1024, 1 + (lane % 200) as u8);
        let n = usize::from(lane) + 1;
        let least = if n <= FEW { 2 + 3 * n } else { (BYTES + n).min(1024) };
        assert!(
            sparse.memory() >= least && sparse.memory() <= (least + 24).max(1024 * usize::from(n > MANY))
        );
        assert_eq!(sparse.lanes().count() as usize, n);
    }
    assert_eq!(sparse.spread()[389], 2);
    (0..1000).for_each(|lane| sparse.clear(lane));
    sparse.change(|byte| byte);
    assert_eq!((sparse.memory(), sparse.lanes().count()), (2 + 3 * 24, 24));
}

#[test]
fn among_some_lanes_only_theirs_change_and_the_room_goes_with_them() {
    for n in [40u16, 300, 1000] {
        let mut sparse = Sparse::default();
        (0..n).for_each(|lane| sparse.put(lane, 2 + (lane % 3) as u8));
        let third: Mask = (0..1024).filter(|lane| lane % 3 == 0).collect();
        sparse.change_among(&third, |byte| byte - 1);
        let due = |lane: u16| if lane < n { 2 + lane % 3 - u16::from(lane.is_multiple_of(3)) } else { 0 };
        assert!((0..1024).all(|lane| u16::from(sparse[usize::from(lane)]) == due(lane)), "{n}");
        sparse.change_among(&Mask::first(1000 - 8), |_| 0);
        let left = u32::from(n.saturating_sub(1000 - 8));
        assert_eq!(sparse.lanes().count(), left, "{n}");
        assert!(sparse.memory() <= LIST, "{n}: {} bytes", sparse.memory());
        sparse.change_among(&Mask::EMPTY, |_| 9);
        assert_eq!(sparse.lanes().count(), left, "nobody changes");
    }
}

proptest! {
    #[test]
    fn it_does_what_an_array_does(steps in proptest::collection::vec((0u16..1024, 0u8..120, 0u16..400), 0..3000)) {
        let mut sparse = Sparse::default();
        let mut array = [0u8; 1024];
        for (lane, more, what) in steps {
            let at = usize::from(lane);
            match what {
                0..40 => { sparse.clear(lane); array[at] = 0; }
                40..60 => { sparse.put(lane, more); array[at] = more; }
                61..70 => {
                    let among = (0..1024).filter(|lane| lane % 7 == u16::from(more % 7)).collect();
                    sparse.change_among(&among, |byte| byte / 2 + 1);
                    for lane in among.lanes() {
                        let byte = &mut array[usize::from(lane)];
                        *byte = if *byte == 0 { 0 } else { *byte / 2 + 1 };
                    }
                }
                60 => { sparse.change(|byte| byte / 2); array.iter_mut().for_each(|byte| *byte /= 2); }
                _ => { sparse.add(lane, more); array[at] = array[at].saturating_add(more); }
            }
            prop_assert_eq!(sparse[at], array[at]);
        }
        prop_assert_eq!(&sparse.spread()[..], &array[..]);
        let held: Vec<(u16, u8)> = (0u16..).zip(array).filter(|one| one.1 > 0).collect();
        prop_assert_eq!(sparse.iter().collect::<Vec<_>>(), held);
    }
}
