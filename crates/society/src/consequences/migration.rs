//! Leaving: whoever is under a sanction moves to where the regime is not in force, while there is such a
//! place.
//!
//! Model. Somebody grown up who knows the rules, is under a sanction by tier and is not held at home (see
//! [`crate::consequences::home_town`]) moves away with chance `leaves` in a tick, as long as another regime
//! is in force in some city. Whoever is away is out of reach: nothing is written, taken, refused or granted.
//! Each tick with chance `returns`, and at once where the regime is in force everywhere, the person comes
//! back to the standing that was left behind.
//!
//! Symbols: chances per tick. Source(s): our assumption. Leaves out: where they go; a life there; who goes
//! along.

use demerit_kernel::Chance;

demerit_kernel::stream! {
    /// Who moves out of a regime's reach.
    pub LEAVE = 46;
    /// Who moves back.
    pub RETURN = 47;
}

/// How often people move away and come back.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Migration {
    /// Chance in a tick that somebody under a sanction by tier moves away.
    pub leaves: Chance,
    /// Chance in a tick that somebody who is away comes back.
    pub returns: Chance,
}
