//! Which part of what is left open a spread comes from: the regimes' files, the society's file, or luck.
//!
//! Model: each run has the rank of its value among all draws, so that a few far values do not decide alone.
//! Half the mean square of the difference between two runs that differ in a set of parts alone is the
//! variance that the set brings about, all its interactions included (its total effect). Within a cluster two
//! runs differ in one part, where one of them is the first, or in two. The variance of all parts together is
//! that of all runs; no set brings about more, and none less than a part of it. A part's share is its Shapley
//! value in the game of these variances: so the shares sum to the whole, and what two parts bring about
//! together is halved between them.
//!
//! Sources: total effects by differences: Jansen 1999; ranks: Saltelli and Sobol' 1995; Shapley effects: Owen
//! 2014, Song, Nelson and Staum 2016.
//! Leaves out: single figures, which `demerit sensitivity` ranks.

use super::design::{Draw, Varied};
use crate::explain::shapley;

/// The shares of the variance of the parts, in their order; `None` where nothing varies. `clusters` are those
/// that are counted, each as the places of its runs; `ranks` are those of the runs' values, where they have
/// one.
pub(super) fn shares(
    runs: &[&Draw],
    ranks: &[Option<f64>],
    parts: &[Varied],
    clusters: &[&[usize]],
) -> Option<Vec<f64>> {
    let of = |cluster: &[usize], part: Option<Varied>| {
        let run = cluster.iter().find(|run| runs[**run].part == part)?;
        ranks[*run]
    };
    let all: Vec<f64> = clusters.iter().copied().flatten().filter_map(|run| ranks[*run]).collect();
    let mean = all.iter().sum::<f64>() / all.len() as f64;
    let square = all.iter().map(|one| (one - mean) * (one - mean)).sum::<f64>();
    let whole = square / (all.len() as f64 - 1.0);
    if !whole.is_finite() || whole <= 0.0 {
        return None;
    }
    let effect = |one: Option<Varied>, other: Option<Varied>| {
        let difference = |cluster: &&[usize]| Some(of(cluster, one)? - of(cluster, other)?);
        let all: Vec<f64> = clusters.iter().filter_map(difference).collect();
        let sum = all.iter().map(|one| one * one).sum::<f64>();
        if all.is_empty() { 0.0 } else { whole.min(sum / (2.0 * all.len() as f64)) }
    };
    let value = |set: usize| {
        let inside: Vec<Varied> = parts
            .iter()
            .copied()
            .enumerate()
            .filter(|(place, _)| set >> place & 1 == 1)
            .map(|(_, one)| one)
            .collect();
        match inside[..] {
            [] => 0.0,
            _ if inside.len() == parts.len() => whole,
            [one] => effect(None, Some(one)),
            [one, other] => {
                let alone = effect(None, Some(one)).max(effect(None, Some(other)));
                effect(Some(one), Some(other)).max(alone)
            }
            _ => whole,
        }
    };
    let values: Vec<f64> = (0..1 << parts.len()).map(value).collect();
    Some(shapley::exact(parts.len(), &values).into_iter().map(|part| part / whole).collect())
}
