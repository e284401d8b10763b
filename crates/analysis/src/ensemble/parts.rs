//! Which part of what is left open a spread comes from: the regimes' files, the society's file, or luck.
//!
//! Model: each run has the rank of its value among all draws, so that a few far values do not decide alone.
//! Half the mean square of the difference between two runs of a cluster is the variance of what they do not
//! share: luck alone between the first run and the last, a file and luck between the first and any other.
//! Luck is taken to add to what the files do; what it brings about is taken off. The variance of all parts
//! together is that of all runs; no part brings about more. A file's share is its Shapley value in the game
//! of what is left: so the shares sum to the whole, and what two files bring about together is halved between
//! them.
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
    let effect = |part: Varied| {
        let difference = |cluster: &&[usize]| Some(of(cluster, None)? - of(cluster, Some(part))?);
        let all: Vec<f64> = clusters.iter().filter_map(difference).collect();
        let sum = all.iter().map(|one| one * one).sum::<f64>();
        if all.is_empty() { 0.0 } else { whole.min(sum / (2.0 * all.len() as f64)) }
    };
    let luck = effect(Varied::Luck);
    let files: Vec<Varied> = parts.iter().copied().filter(|part| *part != Varied::Luck).collect();
    let value = |set: usize| match set.count_ones() as usize {
        0 => 0.0,
        inside if inside == files.len() => whole - luck,
        _ => (effect(files[set.trailing_zeros() as usize]) - luck).clamp(0.0, whole - luck),
    };
    let values: Vec<f64> = (0..1 << files.len()).map(value).collect();
    let parts = shapley::exact(files.len(), &values).into_iter().chain([luck]);
    Some(parts.map(|part| part / whole).collect())
}
