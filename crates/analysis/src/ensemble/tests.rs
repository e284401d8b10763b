//! Tests of ensembles: their design, the parts of a spread, and small ones run.

use super::design::{Varied, draws, varied};
use super::folder;
use super::parts::shares;
use super::result::{correlation, quantile, ranked};
use super::*;
use demerit_scenario::load::{NoFiles, study};

fn luck() -> Draws {
    Draws::new(Seed(7))
}

#[test]
fn each_run_of_a_cluster_has_one_part_drawn_again() {
    let of_regime = [true, false, true];
    let all = draws(8, &of_regime, luck());
    let [first, regime, society, other] = [0, 1, 2, 3].map(|run| all[run].clone());
    let at = |draw: &Draw| draw.at.clone().unwrap();
    assert_eq!(at(&first), at(&other));
    assert!((0..8).eq(all.iter().map(|one| one.seed)), "a seed each");
    assert_eq!((other.cluster, all[4].cluster), (0, 1));
    let changed = |one: &Draw| {
        let same = at(&first).into_iter().zip(at(one));
        same.map(|(here, there)| here != there).collect::<Vec<_>>()
    };
    assert_eq!(changed(&regime), [true, false, true]);
    assert_eq!(changed(&society), [false, true, false]);
    assert_eq!(all.len(), 8);
    assert_eq!(varied(&[false]), [Varied::Society, Varied::Luck]);
    // A larger ensemble begins with the smaller one.
    assert_eq!(draws(21, &of_regime, luck())[..8], all);
}

#[test]
fn first_runs_go_over_each_range_evenly() {
    // Of 300 figures, beyond what one sequence has dimensions for.
    let all = draws(64, &[false; 300], luck());
    let firsts: Vec<Vec<f64>> =
        all.into_iter().filter(|one| one.part.is_none()).filter_map(|one| one.at).take(16).collect();
    for figure in 0..300 {
        let mut strata: Vec<usize> = firsts.iter().map(|at| (at[figure] * 16.0) as usize).collect();
        strata.sort_unstable();
        assert_eq!(strata, (0..16).collect::<Vec<_>>(), "figure {figure}");
    }
}

#[test]
fn the_parts_of_a_variance_are_those_of_a_function_that_is_known() {
    let of_regime = [true, false];
    let all = draws(4 * 4096, &of_regime, luck());
    let clusters: Vec<Vec<usize>> = (0..4096).map(|one| (4 * one..4 * one + 4).collect()).collect();
    let clusters: Vec<&[usize]> = clusters.iter().map(Vec::as_slice).collect();
    let of = |number: &dyn Fn(f64, f64, f64) -> f64| {
        let chance = |seed: u64| luck().luck(super::design::SCRAMBLE, seed as u32, 9, 9).unit(0);
        let value = |one: &Draw| {
            let at = one.at.as_deref().unwrap();
            Some(number(at[0], at[1], chance(one.seed)))
        };
        let values: Vec<f64> = all.iter().filter_map(value).collect();
        let ranks: Vec<Option<f64>> = ranked(&values).into_iter().map(Some).collect();
        shares(&all.iter().collect::<Vec<_>>(), &ranks, &varied(&of_regime), &clusters).unwrap()
    };
    let near = |found: Vec<f64>, wanted: [f64; 3]| {
        assert!((found.iter().sum::<f64>() - 1.0).abs() < 1e-9, "{found:?}");
        assert!(found.iter().zip(wanted).all(|(one, other)| (one - other).abs() < 0.03), "{found:?}");
    };
    near(
        of(&|regime, society, luck| 3.0 * regime + 2.0 * society + luck),
        [9.0 / 14.0, 4.0 / 14.0, 1.0 / 14.0],
    );
    // What two bring about together is halved between them.
    near(of(&|regime, society, _| (regime - 0.5) * (society - 0.5)), [0.5, 0.5, 0.0]);
    let nothing: Vec<Option<f64>> = vec![Some(1.0); all.len()];
    assert_eq!(shares(&all.iter().collect::<Vec<_>>(), &nothing, &varied(&of_regime), &clusters), None);
}

#[test]
fn quantiles_ranks_and_correlations_are_those_of_textbooks() {
    let values = [1.0, 2.0, 4.0, 8.0];
    assert_eq!([0.0, 0.5, 1.0].map(|at| quantile(&values, at)), [1.0, 3.0, 8.0]);
    assert!((quantile(&values, 0.95) - 7.4).abs() < 1e-12 && quantile(&[], 0.5).is_nan());
    assert_eq!(ranked(&[5.0, 1.0, 5.0, 9.0]), [2.5, 1.0, 2.5, 4.0]);
    assert!((correlation(&[1.0, 2.0, 3.0], &[6.0, 4.0, 2.0]) + 1.0).abs() < 1e-12);
    assert!(correlation(&[1.0, 1.0], &[1.0, 2.0]).is_nan());
}

fn options(draws: u32, over: Over, threads: usize) -> EnsembleOptions {
    EnsembleOptions { draws, over, persons: 400, years: Some(0.2), seed: None, threads: Some(threads) }
}

fn found(options: &EnsembleOptions) -> Ensemble {
    ensemble(&study("no-dark-corner", &NoFiles).unwrap(), options, &mut |_| Signal::Continue).unwrap()
}

#[test]
fn an_ensemble_is_the_same_for_any_number_of_threads_and_tells_every_measure() {
    let one = found(&options(9, Over::All, 1));
    let two = found(&options(9, Over::All, 3));
    let text = |one: &Ensemble| serde_json::to_string(one).unwrap();
    assert_eq!((text(&one), &one.runs), (text(&two), &two.runs));
    assert_eq!((one.draws, one.clusters, one.runs.len()), (9, 3, 9));
    assert!(one.varied > 100 && one.figures.len() == one.varied && one.not_varied.len() > 50);
    let entries = one.numbers.iter().find(|one| one.measure == "violations").unwrap();
    let here = entries.here.as_ref().unwrap();
    let [low, .., high] = here.quantiles;
    assert!(low.value < high.value && low.low <= low.value && low.value <= low.high);
    assert!(here.filed.is_some_and(|filed| filed.interval.is_some()));
    assert!((here.parts.iter().map(|part| part.share.value).sum::<f64>() - 1.0).abs() < 1e-9);
    assert_eq!(here.hangs.len(), 3);
    assert_eq!((here.lacking, here.above), (0, 1.0));
    let table = folder::table(&one);
    assert!(table.lines().all(|line| line.matches(',').count() >= 28), "{table}");
    assert_eq!(folder::draws(&one).lines().count(), 10);
}

#[test]
fn over_one_file_the_other_stays_as_filed() {
    let one = found(&options(8, Over::Regime, 2));
    assert!(one.figures.iter().all(|name| !name.starts_with("society")), "{:?}", one.figures);
    let parts = &one.numbers.iter().find_map(|one| one.here.as_ref()).unwrap().parts;
    assert!(parts.iter().all(|part| part.of != "society"));
}

#[test]
fn what_cannot_be_drawn_is_refused_and_a_stop_is_heard() {
    let scenario = study("no-dark-corner", &NoFiles).unwrap();
    let few = ensemble(&scenario, &options(7, Over::All, 1), &mut |_| Signal::Continue);
    assert!(few.unwrap_err().to_string().contains("7 draws: at least 8"));
    let stopped = ensemble(&scenario, &options(8, Over::All, 1), &mut |_| Signal::Stop);
    assert!(matches!(stopped, Err(RunError::Live(LiveError::Stopped))));
}
