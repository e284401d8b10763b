//! Due: whose turn it is in a tick, of what happens to everybody once in every `every` ticks.
//!
//! Model: the person with number p is due in tick t > 0 where p + t is a multiple of `every`; in tick 0
//! nobody is. So everybody is due once in any `every` ticks after it, and an even share of the persons is in
//! each: what the whole population shows does not hang on the tick in which it is looked at.
//!
//! Symbols: p number of the person; t in ticks; every in ticks, at least 1. Source: our assumption. Leaves
//! out: offices that do it for all on one day.

use demerit_kernel::Tick;

/// Whether the person with this number is due.
#[inline]
#[must_use]
pub fn is_due(person: u32, tick: Tick, every: u32) -> bool {
    tick.0 > 0 && (u64::from(person) + u64::from(tick.0)).is_multiple_of(u64::from(every))
}

/// Of `persons` persons (at most 2¹⁵) with numbers from `first` on, the places of those who are due,
/// ascending.
#[inline]
pub fn places_due(first: u32, persons: u16, tick: Tick, every: u32) -> impl Iterator<Item = u16> {
    let phase = (u64::from(first) + u64::from(tick.0)) % u64::from(every.max(1));
    let ahead = if phase == 0 { 0 } else { u64::from(every) - phase };
    // Nobody is where the first who is due comes after the last person.
    let from = if tick.0 == 0 || every == 0 { persons } else { ahead.min(u64::from(persons)) as u16 };
    (from..persons).step_by(every.clamp(1, 1 << 15) as usize)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn by_fours_the_first_person_is_due_in_the_fourth_tick_and_the_second_in_the_third() {
        let due = |tick| places_due(0, 10, Tick(tick), 4).collect::<Vec<_>>();
        assert_eq!([0, 1, 2].map(due), [vec![], vec![3, 7], vec![2, 6]]);
        assert_eq!([3, 4, 5].map(due), [vec![1, 5, 9], vec![0, 4, 8], vec![3, 7]]);
    }

    #[test]
    fn nobody_everybody_and_never() {
        assert_eq!(places_due(7, 0, Tick(1), 1).count(), 0);
        assert_eq!(places_due(7, 100, Tick(0), 1).count(), 0, "nobody in tick 0");
        assert_eq!(places_due(7, 100, Tick(9), 1).count(), 100);
        assert_eq!(places_due(7, 100, Tick(9), 0).count(), 0);
        assert!(!is_due(0, Tick(9), 0) && !is_due(0, Tick(0), 1) && is_due(0, Tick(9), 1));
        let (last, end) = (u32::MAX, Tick(u32::MAX));
        assert!(is_due(last, end, 2) && places_due(last, 1, end, 2).eq([0]));
    }

    proptest! {
        #[test]
        fn in_any_window_everybody_is_due_once(person: u32, from in 1u32..1 << 31, every in 1u32..600) {
            let due = (from..from + every).filter(|&tick| is_due(person, Tick(tick), every));
            prop_assert_eq!(due.count(), 1);
        }

        #[test]
        fn places_are_those_of_the_persons_who_are_due_an_even_share(
            first: u32, persons in 0u16..=1024, tick in 0u32..5000, every in 1u32..600
        ) {
            let first = first.min(u32::MAX - 1024);
            let places: Vec<u16> = places_due(first, persons, Tick(tick), every).collect();
            let due = (0..persons).filter(|&place| is_due(first + u32::from(place), Tick(tick), every));
            prop_assert_eq!(&places, &due.collect::<Vec<_>>());
            let share = u32::from(persons) / every;
            prop_assert!(tick == 0 || (share..=share + 1).contains(&(places.len() as u32)));
        }
    }
}
