//! The runs of an ensemble: where in the ranges each lies, and with which seed.
//!
//! Model: every run has a seed of its own. A cluster has a first run at a point u; one run more for each file
//! that varies has the figures of that file alone from another point v, and a last one has those of u again,
//! and only another seed. The points of all clusters are a scrambled
//! Sobol' sequence, of two dimensions a figure: so each figure by itself goes over its range as evenly as so
//! many clusters can, and so do the pairs of most.
//!
//! Sources: Sobol' 1967; Owen's scrambling, by the library `sobol_burley`; runs that differ in one part:
//! Campolongo, Saltelli and Cariboni 2011 (radial designs).
//!
//! Leaves out: more than 256 dimensions in one sequence: those beyond belong to further, independent ones.

use demerit_kernel::Draws;

demerit_kernel::stream! {
    /// How the sequences of an ensemble are scrambled.
    pub(crate) SCRAMBLE = 73;
}

/// What varies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Varied {
    /// The regimes' files.
    Regime,
    /// The society's file.
    Society,
    /// Luck.
    Luck,
}

/// A run.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Draw {
    /// Place within the range of each figure; `None` for the values as filed.
    pub(crate) at: Option<Vec<f64>>,
    /// Number of its seed, from 0.
    pub(crate) seed: u64,
    /// Number of its cluster, from 0.
    pub(crate) cluster: u32,
    /// The part that is drawn again after the first run of its cluster, besides luck.
    pub(crate) part: Option<Varied>,
}

/// What varies where these figures are drawn (`true` for one of a regime).
pub(super) fn varied(of_regime: &[bool]) -> Vec<Varied> {
    let mut parts = Vec::new();
    if of_regime.contains(&true) {
        parts.push(Varied::Regime);
    }
    if of_regime.contains(&false) {
        parts.push(Varied::Society);
    }
    parts.push(Varied::Luck);
    parts
}

/// So many runs; the last cluster may be cut short.
pub(super) fn draws(count: usize, of_regime: &[bool], luck: Draws) -> Vec<Draw> {
    let parts = varied(of_regime);
    let mut draws = Vec::with_capacity(count);
    for cluster in 0.. {
        let points = [0, of_regime.len()].map(|from| {
            (from..from + of_regime.len())
                .map(|dimension| place(cluster, dimension, luck))
                .collect::<Vec<f64>>()
        });
        let mut run = |part: Option<Varied>| {
            let is_again = |regime: bool| part == Some(if regime { Varied::Regime } else { Varied::Society });
            let of = |figure: usize| points[usize::from(is_again(of_regime[figure]))][figure];
            let (at, seed) = ((0..of_regime.len()).map(of).collect(), draws.len() as u64);
            draws.push(Draw { at: Some(at), seed, cluster, part });
        };
        run(None);
        parts.iter().for_each(|part| run(Some(*part)));
        if draws.len() >= count {
            break;
        }
    }
    draws.truncate(count);
    draws
}

/// A coordinate of a point, from 0 to 1.
fn place(point: u32, dimension: usize, luck: Draws) -> f64 {
    let dimensions = sobol_burley::NUM_DIMENSIONS as usize;
    let scramble = luck.luck(SCRAMBLE, (dimension / dimensions) as u32, 0, 0).word(0);
    f64::from(sobol_burley::sample(point, (dimension % dimensions) as u32, scramble))
}
