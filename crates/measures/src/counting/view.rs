//! What counts need to know of a world beside its state: the society, the regimes and where they are in
//! force, and the moment.

use demerit_kernel::{LANES, Tick};
use demerit_regime::{Consent, Gate, Regime, Request};
use demerit_society::state::spell::Sanction;
use demerit_society::watching::consent::enrolled;
use demerit_society::{Chunk, Society};

/// A world at a moment, without its state.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The society.
    pub society: &'a Society,
    /// Regimes of the world.
    pub regimes: &'a [Regime],
    /// Number of the regime in force in each city.
    pub in_force: &'a [u8],
    /// Whether each city is among the first to come under the regime.
    pub pilot: &'a [bool],
    /// Now.
    pub tick: Tick,
}

impl View<'_> {
    /// Number of the regime in force in a neighbourhood.
    pub(crate) fn regime_number(&self, block: u32) -> u8 {
        self.in_force[usize::from(self.society.cities.index_of_block(block))]
    }

    /// The regime in force in a neighbourhood.
    pub(crate) fn regime(&self, block: u32) -> &Regime {
        &self.regimes[usize::from(self.regime_number(block))]
    }

    /// The gate that watches a request: that of the world's last regime that has one.
    pub(crate) fn gate(&self, request: Request) -> Option<&Gate> {
        self.regimes.iter().rev().find_map(|regime| regime.gate(request))
    }

    /// Whether a person takes part in a regime: all do where it does not ask for consent.
    pub(crate) fn is_enrolled(&self, regime: &Regime, person: u32, born: i16) -> bool {
        let agrees = |consent: &Consent| enrolled(&self.society.draws, consent.share, person, born);
        regime.consent.as_ref().is_none_or(agrees)
    }

    /// Whether a neighbourhood is in one of the first cities.
    pub(crate) fn is_pilot(&self, block: u32) -> bool {
        self.pilot[usize::from(self.society.cities.index_of_block(block))]
    }
}

/// The sanction that a person of a chunk is under.
#[must_use]
#[inline]
pub fn sanction(regime: &Regime, chunk: &Chunk, at: usize) -> Option<Sanction> {
    if chunk.planes[at / LANES as usize].away.contains((at % LANES as usize) as u16) {
        return None;
    }
    let losses = || chunk.tables[at / LANES as usize].losses.of(at % LANES as usize);
    Sanction::of(regime, chunk.flags(at), (chunk.score[at], chunk.deserved(at)), losses)
}
