//! Parallel work whose result does not depend on the threads.
//!
//! The contract:
//!
//! 1. Each item is owned by exactly one call for as long as that call lasts. A call may read what all share,
//!    and writes only to its own item.
//! 2. What a call finds out stays in its item. Nothing is summed across items while threads run.
//! 3. Afterwards the caller walks through the items in their order and merges. Floating-point sums are formed
//!    only there, so they come out in one order.
//!
//! Then the same items give the same bytes for any number of threads. Work runs in the rayon pool that is
//! current; who chooses the number of threads is not decided here.

use rayon::prelude::*;
use std::sync::{Mutex, PoisonError};

/// Calls `f(index, item)` once for each item, on the threads of rayon's current pool, and returns when all
/// are done.
///
/// Items should be much more work than a microsecond each; idle threads take over single items. If a call
/// panics, the panic is passed on.
///
/// ```
/// let mut items: Vec<(u64, u64)> = (0..100).map(|n| (n, 0)).collect();
/// demerit_kernel::for_each_ordered(&mut items, |_, item| item.1 = item.0 * item.0);
/// assert_eq!(items.iter().map(|item| item.1).sum::<u64>(), 328_350);
/// ```
pub fn for_each_ordered<W, F>(items: &mut [W], f: F)
where
    W: Send,
    F: Fn(usize, &mut W) + Sync,
{
    if items.len() <= 1 || rayon::current_num_threads() == 1 {
        for (index, item) in items.iter_mut().enumerate() {
            f(index, item);
        }
        return;
    }
    items.par_iter_mut().with_max_len(1).enumerate().for_each(|(index, item)| f(index, item));
}

/// What `f` finds of each item, in the order of the items, on the threads of rayon's current pool.
///
/// ```
/// let lengths = demerit_kernel::map_ordered(&["one", "three"], |word| word.len());
/// assert_eq!(lengths, [3, 5]);
/// ```
pub fn map_ordered<T, R, F>(items: &[T], f: F) -> Vec<R>
where
    T: Sync,
    R: Send,
    F: Fn(&T) -> R + Sync + Send,
{
    items.par_iter().map(f).collect()
}

/// Calls `f(index, item, worker)` once for each item. Each thread has one of the workers to itself: what it
/// has at hand and keeps from item to item. Items are handed out in their order, so that each worker sees
/// ascending indices; which worker gets which item is left to chance, and nothing may depend on it.
///
/// The one thing that threads share is who is next, asked for once an item.
///
/// ```
/// let mut items: Vec<u64> = (0..100).collect();
/// let mut sums = [0u64; 3];
/// demerit_kernel::for_each_with(&mut items, &mut sums, |_, item, sum| *sum += *item);
/// assert_eq!(sums.iter().sum::<u64>(), 4950);
/// ```
///
/// # Panics
/// Where there are items and no worker; and if a call panics.
pub fn for_each_with<T, W, F>(items: &mut [T], workers: &mut [W], f: F)
where
    T: Send,
    W: Send,
    F: Fn(usize, &mut T, &mut W) + Sync,
{
    if items.is_empty() {
        return;
    }
    if items.len() == 1 || workers.len() <= 1 || rayon::current_num_threads() == 1 {
        let worker = workers.first_mut().expect("somebody to do the work");
        for (index, item) in items.iter_mut().enumerate() {
            f(index, item, worker);
        }
        return;
    }
    let queue = Mutex::new(items.iter_mut().enumerate());
    let (queue, f) = (&queue, &f);
    rayon::scope(|scope| {
        for worker in workers {
            scope.spawn(move |_| {
                loop {
                    let next = queue.lock().unwrap_or_else(PoisonError::into_inner).next();
                    let Some((index, item)) = next else { break };
                    f(index, item, worker);
                }
            });
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Draws, Seed, Stream};

    /// A pool of `threads` threads, and on it the merged floating-point sum of uneven work.
    fn merged(threads: usize) -> f64 {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool");
        let mut items = vec![0.0f64; 137];
        pool.install(|| {
            for_each_ordered(&mut items, |index, item| {
                let draws = Draws::new(Seed(5));
                for person in 0..(index as u32 % 7) * 300 {
                    *item += draws.luck(Stream(1), person, index as u32, 0).unit(0);
                }
            });
        });
        items.iter().sum()
    }

    #[test]
    fn any_number_of_threads_gives_the_same_bits() {
        let one = merged(1);
        assert!(one > 0.0);
        for threads in [2, 3, 8] {
            assert_eq!(merged(threads).to_bits(), one.to_bits());
        }
    }

    #[test]
    fn each_item_is_visited_once_with_its_own_index() {
        let mut items = vec![(0u32, usize::MAX); 1000];
        for_each_ordered(&mut items, |index, item| *item = (item.0 + 1, index));
        assert!(items.iter().enumerate().all(|(index, &item)| item == (1, index)));
        for_each_ordered(&mut [] as &mut [u8], |_, _| unreachable!("there is no item"));
    }

    #[test]
    fn each_item_meets_one_worker_and_each_worker_ascending_items() {
        for threads in [1, 2, 5] {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool");
            let mut items = vec![0u32; 1000];
            let mut workers: Vec<Vec<usize>> = vec![Vec::new(); threads];
            pool.install(|| {
                for_each_with(&mut items, &mut workers, |index, item, seen| {
                    *item += 1;
                    seen.push(index);
                });
            });
            assert!(items.iter().all(|&item| item == 1));
            assert!(workers.iter().all(|seen| seen.is_sorted()));
            let mut all = workers.concat();
            all.sort_unstable();
            assert_eq!(all, (0..1000).collect::<Vec<_>>());
        }
        for_each_with(&mut [] as &mut [u8], &mut [] as &mut [u8], |_, _, _| unreachable!("there is no item"));
    }
}
