//! Messages: what one person's life does to another's.
//!
//! Whatever crosses from one person to another (a deed ascribed to the wrong one, points along a tie, a fright) is a message. It is
//! sent in one tick and taken in at the start of the next, in the order of its sender's place. So a tick needs no
//! lock, the result does not depend on who is computed first, and a world can be cut into parts that exchange messages.

use crate::observation::Entry;

/// What a message brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// Somebody else's deed, or nobody's, written into this person's record.
    Entry(Entry),
    /// Points lost because a tie lost some, by a rule.
    Spill {
        /// Number of the rule that took points from the tie.
        rule: u16,
        /// Points, negative.
        points: i16,
        /// Steps that the loss has travelled.
        steps: u8,
    },
    /// Somebody close was sanctioned.
    Fright,
}

/// A message to a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Message {
    /// To whom.
    pub to: u32,
    /// From whose life.
    pub from: u32,
    /// What it brings.
    pub content: Content,
}
