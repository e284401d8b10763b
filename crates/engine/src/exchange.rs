//! Exchange: all that parts of a world tell each other.
//!
//! A world can be cut into parts that are computed apart, in one process or in several. A part needs to know
//! what all know (the society, the schedule, the cohort, the tick) and, of the other parts, nothing but this:
//! messages to its own people, and sums of a few hundred whole numbers (where attention looks; see
//! `past.rs`).

use crate::mail::Page;
use demerit_society::Message;

/// Messages from one part to another.
#[derive(Clone, Debug, Default)]
pub struct Parcel {
    /// Number of the part that they go to.
    pub to: usize,
    pub(crate) pages: Vec<Page>,
}

impl Parcel {
    /// A parcel of these messages, in the order in which they were sent.
    pub fn new(to: usize, messages: Vec<Message>) -> Self {
        Self { to, pages: vec![messages] }
    }

    /// Its messages, in the order in which each neighbourhood sent them.
    pub fn messages(&self) -> impl Iterator<Item = &Message> {
        self.pages.iter().flatten()
    }
}

/// How those who hold parts of one world tell each other what crosses between them. Every holder makes the
/// same calls in the same order.
pub trait Exchange {
    /// Each gives numbers of its own and is given the sums over all.
    fn sum(&mut self, numbers: &mut [u64]);

    /// Sends parcels to the holders of the parts that they go to, and gives back those that have come.
    fn hand_over(&mut self, parcels: Vec<Parcel>) -> Vec<Parcel>;
}

/// Nobody else holds a part.
#[derive(Clone, Copy, Debug, Default)]
pub struct Alone;

impl Exchange for Alone {
    fn sum(&mut self, _: &mut [u64]) {}

    fn hand_over(&mut self, parcels: Vec<Parcel>) -> Vec<Parcel> {
        parcels
    }
}
