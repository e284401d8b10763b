//! Feed: a company's score of its own, which a public score takes in by bands.
//!
//! Model: the company keeps a score for everybody by a regime of its own, with its own scale, channels and
//! rules. Every `every` ticks a person's public score is given the points of the band that the company's
//! score has reached; persons take turns, as in forgetting. The company's errors are kept apart, so that the
//! deserved public score is given the points of the band that the company's score less its errors would have
//! reached.
//!
//! Symbols: bands in points of the company's scale; points of the public scale for each step; every in ticks.
//! Source: in the regime file. Leaves out: consent, caps, tiers, gates and ties of the company's regime, and
//! what it reads into purchases.

use crate::Provenance;
use demerit_kernel::Points;
use std::sync::Arc;

/// A company's score, kept by a regime of kind `R`, that feeds a public one.
#[derive(Clone, Debug, PartialEq)]
pub struct Feed<R> {
    /// The company's regime.
    pub company: Arc<R>,
    /// Lowest score of each band and the points that it brings, in ascending order.
    pub bands: Vec<(Points, Points)>,
    /// Ticks between two steps of a person.
    pub every: u32,
    /// Claim status and source.
    pub provenance: Provenance,
}

impl<R> Feed<R> {
    /// The points that a score of the company brings: those of the highest band that it reaches, none below
    /// them all.
    pub fn points(&self, company: Points) -> Points {
        self.bands.iter().rfind(|band| band.0 <= company).map_or(Points(0), |band| band.1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Claim, Parts, Regime};

    fn feed(bands: &[(i16, i16)]) -> Feed<Regime> {
        Feed {
            company: Arc::new(Regime::new("company", "A company", Parts::default()).unwrap()),
            bands: bands.iter().map(|&(from, points)| (Points(from), Points(points))).collect(),
            every: 13,
            provenance: Provenance { claim: Claim::Hypothetical, source: "a test".into() },
        }
    }

    #[test]
    fn a_band_brings_its_points_from_its_lowest_score_on() {
        let some = feed(&[(350, -10), (550, 0), (700, 4)]);
        let points = [349, 350, 549, 550, 699, 700, 950].map(|score| some.points(Points(score)).0);
        assert_eq!(points, [0, -10, -10, 0, 0, 4, 4]);
    }

    #[test]
    fn no_bands_bring_nothing() {
        assert_eq!(feed(&[]).points(Points(700)), Points(0));
    }
}
