//! Reactions: what people make of being watched, beyond fear and compliance. Each part is a mechanism of its
//! own.
//!
//! Model: what is absent does nothing; without [`Awareness`] everybody knows the rules from the first tick.
//! Symbols, sources and what is left out: see the files of the parts.

pub mod account;
pub mod adaptation;
pub mod awareness;
pub mod benefits;
pub mod care_for_others;
pub mod response;
pub mod silence;

use crate::{Audience, Awareness, Care, FeltSafety, Hiding, Silence};
use demerit_regime::Mechanism;

/// The reactions of a society.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Reactions {
    /// How word of the rules spreads.
    pub awareness: Option<Awareness>,
    /// The climate of opinion.
    pub silence: Option<Silence>,
    /// Readers of accounts.
    pub audience: Option<Audience>,
    /// Care for others.
    pub care: Option<Care>,
    /// Hiding.
    pub hiding: Option<Hiding>,
    /// How safe people feel.
    pub safety: Option<FeltSafety>,
}

impl Reactions {
    /// Takes a mechanism away.
    pub(crate) const fn without(&mut self, off: Mechanism) {
        match off {
            Mechanism::Silence => self.silence = None,
            Mechanism::Adaptation => self.hiding = None,
            Mechanism::Awareness => self.awareness = None,
            Mechanism::CareForOthers => self.care = None,
            _ => {}
        }
    }
}
