//! score-100 as a whole: the same bits however it is run, and the law of its scores.

use demerit_score100::law::law;
use demerit_score100::{HIGHEST, LOWEST, STEPS, World};

fn on(threads: usize, mut world: World, steps: u32) -> (demerit_score100::Record, Vec<i16>) {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool");
    let record = pool.install(|| world.run(steps));
    (record, world.scores().collect())
}

#[test]
fn threads_and_cuts_change_no_bit() {
    let agents = 20_500;
    let one = on(1, World::new(agents, 7), 40);
    assert_eq!((one.0.sums.len(), one.1.len()), (40, agents as usize));
    for (threads, blocks) in [(2, 1), (3, 2), (2, 4), (1, 64)] {
        assert_eq!(on(threads, World::cut(agents, 7, blocks), 40), one, "{threads} threads, {blocks} blocks");
    }
    assert_ne!(on(1, World::new(agents, 8), 40).0, one.0);
}

#[test]
fn it_follows_its_law_at_every_step() {
    let agents = 200_000;
    let (record, scores) = on(2, World::new(agents, 1), STEPS);
    let n = f64::from(agents);
    for (step, law) in law(STEPS).iter().enumerate() {
        // Five standard errors, and of a count five agents more, since a law of few is not normal.
        let off = (record.mean(step) - law.mean).abs();
        assert!(off <= 5.0 * law.deviation / n.sqrt(), "mean of step {step} is off by {off}");
        let off = (f64::from(record.under[step]) - n * law.under).abs();
        assert!(off <= 5.0 * (n * law.under * (1.0 - law.under)).sqrt() + 5.0, "count of step {step}: {off}");
    }
    assert!((record.mean(99) - 572.5).abs() < 1.6);
    assert!((f64::from(record.under[99]) / n - 0.1445).abs() < 0.005);
    assert!(scores.iter().all(|score| (LOWEST..=HIGHEST).contains(score)));
    // The last record is that of the scores as they stand.
    assert_eq!(scores.iter().map(|&score| i64::from(score)).sum::<i64>(), record.sums[99]);
}

#[test]
fn pushes_are_what_the_law_says() {
    // Without pushes the mean would end five standard errors and more above.
    let agents = 200_000;
    let record = World::new(agents, 3).run(STEPS);
    let lost = f64::from(agents) * 100.0 * 10.0 * 0.0005 * 0.9 * 5.0;
    assert!(lost / f64::from(agents) > 5.0 * 130.0 / f64::from(agents).sqrt());
    assert!((record.mean(99) - law(STEPS)[99].mean).abs() < 1.6);
}

#[test]
fn none_one_and_no_steps() {
    for agents in [0, 1, 2, 1024, 1025] {
        let record = World::new(agents, 1).run(3);
        assert_eq!(record.sums.len(), 3);
    }
    assert_eq!(World::new(5, 1).run(0).sums.len(), 0);
    assert_eq!(World::new(1, 1).scores().count(), 1);
}

#[test]
fn an_agent_takes_few_bytes() {
    let mut world = World::new(1_000_000, 1);
    world.run(5);
    let bytes = world.bytes() as f64 / 1e6;
    assert!((2.0..4.0).contains(&bytes), "{bytes} bytes an agent");
}
