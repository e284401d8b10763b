//! Inference, a part of 4. Judge: of whom a rule reads a trait into a deed that is not there.
//!
//! The model of the traits is in `demerit_society`. Each trait is looked up once in a tick for those who did
//! a deed, and then serves the record, the truth and a company.

use crate::turn::Turn;
use demerit_kernel::Mask;
use demerit_regime::{Matter, Rule, Trait};
use demerit_society::{Deed, Origin};

/// Those who did something in this tick and do not have a trait.
pub(crate) fn lacking(turn: &mut Turn<'_>, matter: Matter, trait_: Trait) -> Mask {
    if let Some(known) = turn.scratch.lacking.iter().find(|known| (known.0, known.1) == (matter, trait_)) {
        return known.2;
    }
    let done = turn.scratch.done.iter().find(|done| done.deed == Deed::Act(matter));
    let lanes = done.map_or(Mask::EMPTY, |done| done.lanes);
    let without = match trait_ {
        Trait::Dependency => lanes.and_not(turn.block.habits.drinking(3)),
        Trait::Parenthood | Trait::Idleness => {
            lanes.lanes().filter(|&lane| !has(turn, lane, trait_)).collect()
        }
    };
    turn.scratch.lacking.push((matter, trait_, without));
    without
}

/// Whether somebody has a trait in truth.
pub(crate) fn has(turn: &Turn<'_>, lane: u16, trait_: Trait) -> bool {
    let today = turn.today;
    today.society.has(trait_, &turn.home(), lane, turn.block.habits.of(usize::from(lane)))
}

/// The origin of an entry under a rule: one's own deed turns into a wrong inference where the trait is not
/// there.
pub(crate) fn origin_under(turn: &Turn<'_>, lane: u16, rule: &Rule, origin: Origin) -> Origin {
    match rule.infers {
        Some(trait_) if origin == Origin::OwnDeed && !has(turn, lane, trait_) => Origin::WrongInference,
        _ => origin,
    }
}
