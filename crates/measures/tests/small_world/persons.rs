//! Measures that look at persons one by one.

use crate::{PERSONS, World, near, provenance, regime};
use demerit_kernel::{Chance, LANES, Mask, Stream};
use demerit_measures::Group;
use demerit_measures::twins::{Pair, Readings, Sorting};
use demerit_regime::{Consent, Matter, Parts, Regime};
use demerit_society::Listing;
use demerit_society::reactions::awareness::Awareness;

#[test]
fn scores_in_bins_by_tier() {
    let mut world = World::new();
    world.chunks[0].score[0] = 0;
    world.chunks[0].standing[0].put_tier(0);
    world.chunks[0].score[1500] = 800;
    world.chunks[0].standing[1500].put_tier(2);
    (world.chunks[0].score[1], world.chunks[0].score[2]) = (419, 420);
    // 801 scores in bins of 20.
    let wanted = [
        ("low", "bin:0-20", 1.0),
        ("middle", "bin:400-420", 2045.0),
        ("middle", "bin:420-440", 1.0),
        ("high", "bin:800-820", 1.0),
    ];
    assert_eq!(world.values("score-bin"), wanted.map(|(a, b, c)| (a.to_owned(), b.to_owned(), c)));
}

#[test]
fn whose_tier_opens_doors() {
    let mut world = World::new();
    world.tally.deeds[Matter::LateBill.index()] = 1;
    assert_eq!(world.whole("trust-warranted"), None, "nobody is trusted");
    for at in [5, 900, 1024, 2047] {
        world.chunks[0].standing[at].put_tier(2);
    }
    world.tally.deeds[Matter::LateBill.index()] = 513;
    world.tally.violations_trusted = 2;
    // Two among four, 511 among 2,044.
    near(world.whole("trust-warranted"), 2.0);
    world.regimes[0] = Regime::new(
        "r",
        "R",
        Parts {
            consent: Some(Consent { share: Chance::ZERO, provenance: provenance() }),
            ..regime().into_parts()
        },
    )
    .expect("a regime");
    assert_eq!(world.whole("trust-warranted"), None, "nobody is enrolled");
}

#[test]
fn who_knows_and_who_hides() {
    let mut world = World::new();
    near(world.whole("aware"), 1.0);
    world.chunks[0].planes[1].hiding = Mask::first(512);
    near(world.whole("hidden"), 0.25);
    world.society.reactions.awareness = Some(Awareness { news: 0.1, talk: 0.0 });
    world.chunks[0].planes[0].aware = Mask::first(256);
    near(world.whole("aware"), 0.125);
}

#[test]
fn income_that_is_lost() {
    let mut world = World::new();
    let name = "income-lost";
    near(world.whole(name), 0.0);
    // Everybody loses a fifth: the loss is a fifth of all income there, minors too, over that of adults.
    for lane in 0..LANES as u16 {
        world.chunks[0].tables.iter_mut().for_each(|tables| tables.marks.hardship.put(lane, 51));
    }
    let adults = world.population[Group::All] - world.population[Group::Minor];
    let lost = world.whole(name).expect("a value") * adults as f64 / 2048.0;
    // The mean income of a sample of 2,048 from the law: five standard errors of a lognormal law of spread
    // 0.88.
    assert!((lost - 0.2).abs() < 0.2 * 5.0 * 1.1 / f64::sqrt(2048.0), "{lost}");
    near(world.whole("income-lost-after-exit"), world.whole(name).expect("a value"));
    world.chunks[0].standing.iter_mut().for_each(|standing| standing.put_tier(0));
    near(world.whole("income-lost-after-exit"), 0.0);
    world.population[Group::Minor] = world.population[Group::All];
    assert_eq!(world.whole(name), None, "there are no adults");
}

#[test]
fn twins_are_compared_person_by_person() {
    let (mut here, mut twin) = (World::new(), World::new());
    for at in [1, 2, 1030] {
        here.chunks[0].standing[at].put_tier(0);
    }
    for at in [2, 1030, 1031, 2047] {
        twin.chunks[0].standing[at].put_tier(0);
    }
    // Whoever moved away is under no sanction.
    twin.chunks[0].planes[1].away.insert(6);
    let pair = Pair::of((&here.view(), &here.all_chunks()), (&twin.view(), &twin.all_chunks()), false);
    assert_eq!(pair, Pair { only_here: 2, only_in_twin: 2, in_both: 1, readings: None });
    let twice = pair.and(Pair { only_here: 1, only_in_twin: 10, in_both: 100, readings: None });
    assert_eq!(twice.named().map(|one| one.1).collect::<Vec<_>>(), [3, 12, 101]);
    // By the deeds of the twin the first of the three deserves it for a score, the second for a listing; by
    // those here the second and the third do.
    for at in [2, 1030] {
        let chunk = &mut here.chunks[0];
        let (far, lane) = (&mut chunk.tables[at / LANES as usize].far, (at % LANES as usize) as u16);
        chunk.gaps[at].put(100, 400, far, lane);
    }
    twin.chunks[0].open_assessment();
    let assessment = twin.chunks[0].assessment.as_mut().expect("it is open");
    assessment.scores.fill(200);
    assessment.scores[1] = 199;
    assessment.due[0].push(Listing { lane: 2, on_record: false, until: 9 });
    let pair = Pair::of((&here.view(), &here.all_chunks()), (&twin.view(), &twin.all_chunks()), true);
    assert_eq!(pair.readings, Some(Readings { either_wrong: 2, right_in_twin_alone: 1 }));
    let twice = pair.and(Pair::default()).and(pair);
    assert_eq!(twice.readings, Some(Readings { either_wrong: 4, right_in_twin_alone: 2 }));
    assert_eq!(twice.named().map(|one| one.1).collect::<Vec<_>>()[3..], [4, 2]);
}

#[test]
fn partners_of_one_score_are_sorted_wholly() {
    let mut world = World::new();
    let sorting = |world: &World| Sorting::of(&world.view(), &world.all_chunks(), &world.all_chunks());
    assert_eq!(sorting(&world).correlation(), None, "all scores are one");
    for at in 0..PERSONS as usize {
        // The score of the household's first person, so that partners have one score.
        let place = world.society.pattern(at as u32 / LANES)[at % LANES as usize];
        world.chunks[0].score[at] = (u32::from(place.start) * 7919 % 801) as i16;
    }
    let one = sorting(&world);
    near(one.correlation(), 1.0);
    let mut both = one;
    both.add(&one);
    near(both.correlation(), 1.0);
    // Scores that have nothing to do with the household: four standard errors of some 600 couples.
    for at in 0..PERSONS as usize {
        world.chunks[0].score[at] =
            world.society.draws.luck(Stream(9999), at as u32, 0, 0).below(0, 801) as i16;
    }
    let none = sorting(&world).correlation().expect("a correlation");
    assert!(none.abs() < 4.0 / f64::sqrt(500.0), "{none}");
    let mut twice = sorting(&world);
    twice.add(&sorting(&world));
    near(twice.correlation(), none);
    world.regimes[0] = Regime::new("none", "None", Parts::default()).expect("a regime");
    assert_eq!(sorting(&world), Sorting::default(), "no score, no sorting");
}
