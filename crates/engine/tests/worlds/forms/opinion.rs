//! Fixed points of what is said (Granovetter 1978, Kuran 1995), on the climate of opinion.
//!
//! A person with a mind to post critically does so if a draw lies below p·2(1 − support)·w(c), w(c) = max(0,
//! 1 + b(c − u)): for each person and week a threshold for the climate c from which on to speak. The climate
//! is the share of critical posts in what is published, so that it must come to rest where c = F(c), F(c) =
//! kept·p·w(c)·C / (kept·p·w(c)·C + q·S), with C and S the sums of 2(1 − support) and 2·support over the
//! neighbourhood: Granovetter's equation. Where F has two stable fixed points, the same private opinions come
//! out as two different public ones, by what happened before: Kuran's.

use super::{each_seed, seeded_under};
use demerit_engine::{Change, Schedule, World};
use demerit_fixtures::case::Case;
use demerit_fixtures::census::{by_all, quiet};
use demerit_fixtures::worlds::{of, provenance, regime, run};
use demerit_kernel::{Chance, Tick};
use demerit_regime::{Matter, Parts, Removal};
use demerit_society::conduct::ConductPlan;
use demerit_society::reactions::silence::Silence;
use demerit_society::society::SocietyPlan;

const PERSONS: u32 = 4096;
/// Posts at the usual share that a neighbourhood remembers at the start, and for ever.
const PRIOR: f64 = 20.0;

/// How often people speak, how the climate moves them, and what share of critical posts is left standing.
#[derive(Clone, Copy)]
struct Talk {
    critical: f64,
    supportive: f64,
    silence: Silence,
    kept: f64,
}

impl Talk {
    fn plan(self) -> SocietyPlan {
        let mut plan = quiet();
        for (matter, chance, most) in
            [(Matter::CriticalPost, self.critical, 8.0), (Matter::SupportivePost, self.supportive, 2.0)]
        {
            plan.conduct[matter.index()] = ConductPlan { most, ..by_all(chance) };
        }
        plan.reactions.silence = Some(self.silence);
        plan
    }

    /// The climate at which a neighbourhood comes to rest that starts at climate `from`, with these sums of
    /// criticism and support.
    fn rest(self, from: f64, criticism: f64, support: f64) -> f64 {
        let Silence { slope, usual, memory } = self.silence;
        let memory = f64::from(memory);
        let (mut climate, mut critical) = (from, 0.0);
        let praise = self.supportive * support;
        for _ in 0..10_000 {
            let willing = (1.0 + slope * (climate - usual)).max(0.0);
            critical = self.kept * self.critical * willing * criticism;
            // What people hear while they write: the past, once faded, and the praise of this week.
            let heard = (memory - 1.0) * critical;
            climate = (heard + PRIOR * usual) / (heard + memory * praise + PRIOR);
        }
        (memory * critical + PRIOR * usual) / (memory * (critical + praise) + PRIOR)
    }

    /// The mean of that over the neighbourhoods of a world.
    fn rests(self, world: &World, from: f64) -> f64 {
        let mut sum = 0.0;
        for chunk in world.chunks() {
            for first in (0..chunk.persons()).step_by(1024) {
                let support: f64 = (first..first + 1024)
                    .map(|at| {
                        let number = chunk.first_person() + at as u32;
                        world.society.person(number, chunk.born[at], chunk.habits_of(at)).support()
                    })
                    .sum();
                sum += self.rest(from, 2.0 * (1024.0 - support), 2.0 * support);
            }
        }
        sum / f64::from(PERSONS / 1024)
    }

    /// The mean climate of a world, over some ticks.
    fn climate(self, world: &mut World) -> f64 {
        let mut sum = 0.0;
        for _ in 0..20 {
            run(world, 5);
            let climates =
                world.chunks().flat_map(|chunk| &chunk.tables).map(|one| one.climate.share(&self.silence));
            sum += climates.sum::<f64>() / f64::from(PERSONS / 1024);
        }
        sum / 20.0
    }
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// A plan under which posts of a kind are removed, each from a tick on, with a share.
fn removals(steps: &[(u32, Matter, f64)]) -> Schedule {
    let removing = |&(_, matter, share): &(u32, Matter, f64)| {
        let (matters, closes, reopens) = (vec![matter], Chance::ZERO, Chance::ZERO);
        let removal = Removal { matters, share: of(share), closes, reopens, provenance: provenance() };
        regime(Parts { removal: Some(removal), ..Parts::default() })
    };
    let step = |(number, step): (usize, &(u32, Matter, f64))| Change {
        from: Tick(step.0),
        cities: None,
        regime: number as u8,
    };
    Schedule::new("test", steps.iter().map(removing).collect(), steps.iter().enumerate().map(step).collect())
}

/// Weeks at the start in which praise is removed, so that people begin in a climate of criticism: those who
/// write hear the praise of their own week, and in the first one little else.
const CANDID: (u32, Matter, f64) = (0, Matter::SupportivePost, 1.0);
/// The week in which they end.
const PLAIN: u32 = 10;

#[test]
fn thresholds() {
    let mut case = Case::open("granovetter");
    let weak = Silence { slope: 2.0, usual: 0.4, memory: 26 };
    let steep = Silence { slope: 5.0, ..weak };
    for (id, talk) in [
        ("settles", Talk { critical: 0.04, supportive: 0.06, silence: weak, kept: 0.8 }),
        ("speaks-up", Talk { critical: 0.05, supportive: 0.06, silence: steep, kept: 1.0 }),
        ("falls-silent", Talk { critical: 0.033, supportive: 0.06, silence: steep, kept: 1.0 }),
    ] {
        let plan = talk.plan();
        let [values, rests] = each_seed(|seed| {
            let removed = removals(&[CANDID, (PLAIN, Matter::CriticalPost, 1.0 - talk.kept)]);
            let mut world = seeded_under(&plan, PERSONS, removed, false, seed);
            run(&mut world, 400);
            [talk.climate(&mut world), talk.rests(&world, 1.0)]
        });
        case.figure(id, mean(&rests), &values);
    }
    case.close();
}

#[test]
fn two_public_opinions() {
    let mut case = Case::open("kuran");
    let silence = Silence { slope: 5.0, usual: 0.4, memory: 26 };
    let talk = Talk { critical: 0.05, supportive: 0.06, silence, kept: 1.0 };
    let plan = talk.plan();
    let [spared, shocked, high, low] = each_seed(|seed| {
        // In one of the twins every critical post is removed for a hundred weeks, and none before or after.
        let plain = (PLAIN, Matter::CriticalPost, 0.0);
        let (silenced, free) = ((150, Matter::CriticalPost, 1.0), (250, Matter::CriticalPost, 0.0));
        let [mut spared, mut shocked] = [&[CANDID, plain][..], &[CANDID, plain, silenced, free]]
            .map(|steps| seeded_under(&plan, PERSONS, removals(steps), false, seed));
        run(&mut spared, 400);
        run(&mut shocked, 400);
        let (high, low) = (talk.rests(&spared, 1.0), talk.rests(&shocked, 0.0));
        [talk.climate(&mut spared), talk.climate(&mut shocked), high, low]
    });
    case.figure("spared", mean(&high), &spared);
    case.figure("after-a-silencing", mean(&low), &shocked);
    case.close();
}
