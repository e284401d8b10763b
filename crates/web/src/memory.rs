//! Memory: what runs and jobs were promised, so that two that begin together do not take the same, and none
//! takes what the machine has not.
//!
//! Model: a claim is what something will need, and what of it it has taken so far. A further one fits if it
//! is no more than what the machine has free now but for a tenth of it, less what others were promised and
//! have not taken yet. What those hold that are about to leave counts as free.

use crate::api_error::ApiError;
use crate::held::held;
use axum::http::StatusCode;
use demerit_explore::{Limits, PERSONS, most_shown};
use demerit_scenario::load::Scenario;
use demerit_study::run::memory::Memory;
use demerit_study::run::{Free, RunError, gibibytes};
use demerit_worlds::LiveError;
use std::sync::{Arc, Mutex, Weak};

/// Of what a claim is, that much more is asked for at a time where it was too low.
const MORE_BY: u64 = 4;

/// All that was promised.
pub(crate) struct Claims {
    made: Mutex<Vec<Weak<Claim>>>,
    /// What the machine has free, if it tells.
    free: fn() -> Option<Free>,
}

/// What something was promised, and what of it it has taken.
pub(crate) struct Claim {
    claims: Arc<Claims>,
    bytes: Mutex<Bytes>,
}

#[derive(Clone, Copy, Default)]
struct Bytes {
    promised: u64,
    taken: u64,
}

impl Claim {
    /// It is about to end: what it has taken comes back.
    pub(crate) fn leaves(&self) {
        held(&self.bytes).promised = 0;
    }

    /// It has ended: nothing more of it comes or goes.
    pub(crate) fn ends(&self) {
        *held(&self.bytes) = Bytes::default();
    }

    /// It has taken so much; where that is more than it was promised, the claim grows, or is refused.
    pub(crate) fn took(&self, taken: u64) -> Result<(), RunError> {
        let made = held(&self.claims.made);
        let Bytes { promised, .. } = *held(&self.bytes);
        // Who is about to leave takes nothing more.
        if promised == 0 {
            return Ok(());
        }
        *held(&self.bytes) = Bytes { promised: promised.max(taken), taken };
        let more = taken / MORE_BY;
        if taken > promised
            && let Some((room, free)) = self.claims.room(&made, None)
        {
            if room < more {
                let [taken, free] = [taken, free].map(gibibytes);
                let told = format!(
                    "it has taken {taken} of memory and goes on to want more; {free} are free, of which a tenth of the machine \
                     is left to others: try it with fewer persons"
                );
                return Err(LiveError::Options(told).into());
            }
            held(&self.bytes).promised = taken + more;
        }
        Ok(())
    }
}

impl Claims {
    pub(crate) fn of(free: fn() -> Option<Free>) -> Arc<Self> {
        Arc::new(Self { made: Mutex::default(), free })
    }

    /// Claims what two worlds of a scenario need, and what is shown of them; `old` makes room for it.
    pub(crate) fn claim(
        self: &Arc<Self>,
        scenario: &Scenario,
        old: Option<&Claim>,
    ) -> Result<Arc<Claim>, ApiError> {
        let (memory, shown) = (Memory::roughly(scenario), most_shown(scenario, &Limits::default()));
        let persons = scenario.study.persons;
        let promised = memory.of(persons, 1) + shown;
        let mut made = held(&self.made);
        made.retain(|claim| claim.strong_count() > 0);
        if let Some((room, free)) = self.room(&made, old)
            && room < promised
        {
            let [needed, free, room_told] = [promised, free, room].map(gibibytes);
            let message = format!(
                "two worlds of {persons} persons need about {needed} of memory; {free} are free, of which {room_told} may be \
                 taken now: a tenth of the machine is left to others, and what other runs will need to them"
            );
            let most = memory.persons_in(room.saturating_sub(shown), 1);
            let hint = if PERSONS.contains(&most) {
                format!("about {most} persons fit, or end other programs")
            } else {
                "wait until another run is done, or end other programs".to_owned()
            };
            return Err(ApiError::new(StatusCode::INSUFFICIENT_STORAGE, message).place("persons").hint(hint));
        }
        let bytes = Mutex::new(Bytes { promised, taken: 0 });
        let claim = Arc::new(Claim { claims: Arc::clone(self), bytes });
        made.push(Arc::downgrade(&claim));
        Ok(claim)
    }

    /// What may be promised now, and what is free, if the machine tells.
    fn room(&self, made: &[Weak<Claim>], old: Option<&Claim>) -> Option<(u64, u64)> {
        let Free { to_take, free } = (self.free)()?;
        let mut room = i128::from(to_take);
        for claim in made.iter().filter_map(Weak::upgrade) {
            let Bytes { promised, taken } = *held(&claim.bytes);
            let stays = old.is_none_or(|old| !std::ptr::eq(old, Arc::as_ptr(&claim)));
            room += i128::from(taken) - if stays { i128::from(promised) } else { 0 };
        }
        Some((room.clamp(0, i128::from(u64::MAX)) as u64, free))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use demerit_explore::Settings;
    use demerit_scenario::load::{self, NoFiles};

    fn of(persons: u32) -> Scenario {
        let base = load::study("no-dark-corner", &NoFiles).unwrap();
        let settings = Settings { persons, years: 0.1, ..Settings::of("no-dark-corner", &base) };
        settings.scenario(&base).unwrap()
    }

    fn told(refused: Result<Arc<Claim>, ApiError>) -> String {
        refused.err().unwrap().told().to_string()
    }

    #[test]
    fn what_was_promised_to_one_is_not_promised_to_another() {
        let claims = Claims::of(|| Some(Free { to_take: 150_000_000, free: 170_000_000 }));
        let small = of(100);
        let (one, other) = (claims.claim(&small, None).unwrap(), claims.claim(&small, None).unwrap());
        let refused = told(claims.claim(&small, None));
        assert!(
            refused.contains("163 MiB are free") && refused.contains("wait until another run"),
            "{refused}"
        );
        assert!(claims.claim(&small, Some(&one)).is_ok(), "its own makes room");
        one.took(60_000_000).unwrap();
        assert!(claims.claim(&small, None).is_ok(), "what it has taken is told by the machine");
        one.leaves();
        assert!(claims.claim(&small, None).is_ok());
        one.ends();
        let third = claims.claim(&small, None).unwrap();
        assert!(claims.claim(&small, None).is_err());
        drop((other, third));
        assert!(claims.claim(&small, None).is_ok(), "who is gone wants nothing");
    }

    #[test]
    fn a_refusal_says_how_many_persons_fit() {
        let claims = Claims::of(|| Some(Free { to_take: 80_000_000, free: 90_000_000 }));
        let refused = told(claims.claim(&of(400_000), None));
        assert!(refused.contains("two worlds of 400000 persons need about"), "{refused}");
        let most = refused.split("about ").nth(2).and_then(|rest| rest.split(' ').next()).unwrap();
        let most = most.parse().unwrap();
        assert!(claims.claim(&of(most), None).is_ok(), "{most}");
        assert!(Claims::of(|| None).claim(&of(400_000), None).is_ok(), "a machine that does not tell");
    }

    #[test]
    fn what_grows_beyond_its_claim_ends_where_there_is_no_more() {
        let claims = Claims::of(|| Some(Free { to_take: 100_000_000, free: 110_000_000 }));
        let claim = claims.claim(&of(100), None).unwrap();
        assert!(claim.took(70_000_000).is_ok(), "there is room for a quarter more");
        let refused = claim.took(500_000_000).unwrap_err().to_string();
        assert!(refused.contains("it has taken 477 MiB of memory"), "{refused}");
        claim.leaves();
        assert!(claim.took(900_000_000).is_ok(), "it ends anyway");
    }
}
