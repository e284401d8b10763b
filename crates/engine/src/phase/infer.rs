//! Inference, a part of 4. Judge: of whom a rule reads a trait into a deed that is not there.
//!
//! The model of the traits is in `demerit_society`. Whoever did a deed is asked for once in a tick, whatever is made of it: by the record, by
//! the truth, by a company.

use crate::block::Block;
use crate::today::Today;
use crate::world::Scratch;
use demerit_kernel::Mask;
use demerit_regime::{Matter, Rule, Trait};
use demerit_society::Deed;
use demerit_society::state::attribution::Origin;

/// Those who did something in this tick and do not have a trait.
pub(crate) fn lacking(
    today: &Today<'_>,
    block: &Block<'_>,
    scratch: &mut Scratch,
    matter: Matter,
    trait_: Trait,
) -> Mask {
    if let Some(known) = scratch.lacking.iter().find(|known| (known.0, known.1) == (matter, trait_)) {
        return known.2;
    }
    let done = scratch.done.iter().find(|done| done.deed == Deed::Act(matter));
    let lanes = done.map_or(Mask::EMPTY, |done| done.lanes);
    let without = match trait_ {
        Trait::Dependency => lanes.and_not(block.habits.drinking(3)),
        Trait::Parenthood | Trait::Idleness => {
            lanes.lanes().filter(|&lane| !has(today, block, lane, trait_)).collect()
        }
    };
    scratch.lacking.push((matter, trait_, without));
    without
}

/// Whether somebody has a trait in truth.
pub(crate) fn has(today: &Today<'_>, block: &Block<'_>, lane: u16, trait_: Trait) -> bool {
    today.society.has(trait_, &today.home(block), lane, block.habits.of(usize::from(lane)))
}

/// The origin of an entry under a rule: one's own deed turns into a wrong inference where the trait is not there.
pub(crate) fn origin_under(
    today: &Today<'_>,
    block: &Block<'_>,
    lane: u16,
    rule: &Rule,
    origin: Origin,
) -> Origin {
    match rule.infers {
        Some(trait_) if origin == Origin::OwnDeed && !has(today, block, lane, trait_) => {
            Origin::WrongInference
        }
        _ => origin,
    }
}
