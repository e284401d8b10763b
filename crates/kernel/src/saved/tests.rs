//! Values come back as they were, and bytes that hold something else are refused.

use super::*;
use crate::{FewLanes, Sparse};
use proptest::prelude::*;

fn bytes_of<T: Saved>(value: &T) -> Vec<u8> {
    let mut to = Saver::new();
    to.put(value);
    to.finish()
}

/// Reads a value that takes all the bytes.
fn load<T: Saved>(bytes: &[u8]) -> Result<T, Unfit> {
    let mut from = Loader::new(bytes);
    let value = from.take()?;
    from.end().map(|()| value)
}

fn sparse(lanes: impl IntoIterator<Item = (u16, u8)>) -> Sparse {
    let mut sparse = Sparse::default();
    lanes.into_iter().for_each(|(lane, byte)| sparse.put(lane, byte));
    sparse
}

#[test]
fn values_are_saved_as_little_endian_bytes() {
    assert_eq!(bytes_of(&(7u16, vec![true, false])), [7, 0, 2, 0, 0, 0, 1, 0]);
    assert_eq!(bytes_of(&Some(-1i16)), [1, 255, 255]);
    assert_eq!(bytes_of(&String::from("ab")), [2, 0, 0, 0, b'a', b'b']);
    assert_eq!(bytes_of(&sparse([(258, 9), (1, 8)])), [2, 0, 1, 0, 2, 1, 8, 9]);
    assert_eq!(bytes_of(&sparse((0..100).map(|lane| (lane, 1)))).len(), 2 + 128 + 100);
    assert_eq!(bytes_of(&Sparse::default()), [0, 0]);
}

#[test]
fn what_does_not_fit_is_told_with_its_place() {
    let told = |unfit: Unfit| unfit.to_string();
    assert_eq!(told(load::<u32>(&[1, 2, 3]).unwrap_err()), "at byte 0: found 3 bytes left, expected 4 more");
    assert_eq!(told(load::<bool>(&[2]).unwrap_err()), "at byte 1: found 2, expected a number below 2");
    assert_eq!(told(load::<u8>(&[2, 3]).unwrap_err()), "at byte 1: found 1 bytes more, expected the end");
    let many = load::<Vec<u64>>(&[255, 255, 255, 255, 0]).unwrap_err();
    assert_eq!(
        told(many),
        "at byte 4: found 4294967295 items, expected at most 0",
        "no room is made for them"
    );
    assert!(told(load::<String>(&[1, 0, 0, 0, 255]).unwrap_err()).ends_with("expected UTF-8"));
    assert!(load::<Sparse>(&[2, 0, 5, 0, 5, 0, 1, 1]).is_err(), "a lane twice");
    assert!(load::<Sparse>(&[1, 0, 0, 4, 1]).is_err(), "a lane beyond the last");
    assert!(load::<Sparse>(&[1, 0, 0, 0, 0]).is_err(), "a byte that is not there");
    assert!(load::<Sparse>(&[1, 4]).is_err(), "more lanes than there are");
    assert!(load::<FewLanes>(&[1, 0, 3, 0, 2]).is_err(), "neither in nor out");
}

#[test]
fn a_lane_that_holds_nobody_is_refused() {
    let mut from = Loader::new(&[3, 0, 4, 0]);
    from.set_lanes(4);
    assert_eq!(from.lane(), Ok(3));
    assert_eq!(from.lane().unwrap_err().to_string(), "at byte 4: found lane 4, expected one below 4");
    let mut from = Loader::new(&[2, 0, 0, 0, 1, 0, 1, 0]);
    assert!(from.by_lane(Loader::lane).is_err(), "lanes ascend");
}

proptest! {
    #[test]
    fn values_come_back(numbers: Vec<(u16, i16)>, text: String, real: f64, some: Option<u64>) {
        prop_assert_eq!(load::<Vec<(u16, i16)>>(&bytes_of(&numbers)).unwrap(), numbers);
        prop_assert_eq!(load::<String>(&bytes_of(&text)).unwrap(), text);
        prop_assert_eq!(load::<f64>(&bytes_of(&real)).unwrap().to_bits(), real.to_bits());
        prop_assert_eq!(load::<Option<u64>>(&bytes_of(&some)).unwrap(), some);
    }

    #[test]
    fn tables_come_back(held in proptest::collection::btree_map(0u16..1024, 1u8.., 0..1024)) {
        let table = sparse(held);
        prop_assert_eq!(&load::<Sparse>(&bytes_of(&table)).unwrap(), &table);
        prop_assert_eq!(bytes_of(&Sparse::from(&table.spread())), bytes_of(&table), "one form for either");
        let mut few = FewLanes::default();
        table.lanes().lanes().for_each(|lane| few.insert(lane));
        prop_assert_eq!(load::<FewLanes>(&bytes_of(&few)).unwrap(), few);
    }

    #[test]
    fn no_bytes_make_it_panic(bytes: Vec<u8>) {
        let _ = load::<Vec<String>>(&bytes);
        let _ = load::<Vec<Option<Sparse>>>(&bytes);
        let _ = load::<Vec<FewLanes>>(&bytes);
        if let Ok(table) = load::<Sparse>(&bytes) {
            prop_assert_eq!(bytes_of(&table), bytes, "one form for each table");
        }
    }
}
