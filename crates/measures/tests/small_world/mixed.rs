//! A world of several cities and two regimes in which persons are all that one can be.

use crate::{World, provenance, regime};
use demerit_kernel::{Chance, LANES, Stream, Tick};
use demerit_measures::sanction;
use demerit_regime::{Appeals, Burden, Consent, Gate, Matter, Parts, Regime, Request, TierSet};
use demerit_society::consequences::home_town::HomeTown;
use demerit_society::consequences::upbringing;
use demerit_society::consequences::upbringing::Upbringing;
use demerit_society::remedies::filing::Filing;
use demerit_society::state::attribution::Origin;
use demerit_society::state::pending::Appeal;
use demerit_society::state::spell::follow;
use demerit_society::{Chunk, Flags};

/// An even number below `end` for each person and question.
fn luck(world: &World, question: u32, chunk: &Chunk, at: usize, end: u32) -> u32 {
    let person = chunk.first_person() + at as u32;
    world.society.draws.luck(Stream(9998), person, question, 0).below(0, end)
}

/// The second city's regime: it hears appeals and holds at home whoever is in its lowest tier.
pub(crate) fn hearing() -> Regime {
    let shut = |request: Request| Gate {
        name: request.name().into(),
        request,
        domain: request.domain(),
        refuses: TierSet(1),
        refuses_listed: false,
        grants: TierSet(2),
        saves: 1.0,
        provenance: provenance(),
    };
    let appeals = Appeals {
        capacity_milli: 1000,
        silence: Chance::ZERO,
        within: None,
        burden: Burden::Office,
        proves: Chance::ONE,
        upheld_wrong: Chance::ONE,
        upheld_right: Chance::ZERO,
        provenance: provenance(),
    };
    let gates = [Request::RailTrip, Request::AirTrip, Request::Deposit].map(shut).into();
    let consent = Some(Consent { share: Chance::from_share(0.5), provenance: provenance() });
    Regime::new("h", "H", Parts { appeals: Some(appeals), gates, consent, ..regime().into_parts() })
        .expect("a regime")
}

/// A world in which persons are all that one can be.
pub(crate) fn mixed() -> World {
    let mut world = World::wide();
    world.regimes[1] = hearing();
    world.society.consequences.home_town = Some(HomeTown { slow: Chance::ZERO });
    world.society.consequences.upbringing =
        Some(Upbringing { beta: 0.9, gain: 0.3, most: 3, standing: true });
    world.society.remedies.filing = Some(Filing {
        knows: Chance::from_share(0.7),
        daunt: 0.6,
        pays: [0.1, 0.3, 0.5, 0.7, 0.9].map(Chance::from_share),
        wronged: Chance::ONE,
        others: Chance::ONE,
    });
    world.tick = Tick(20 * 52);
    let mut chunks = std::mem::take(&mut world.chunks);
    for chunk in &mut chunks {
        for at in 0..chunk.persons() {
            let of = |question, end| luck(&world, question, chunk, at, end);
            let (block, lane) = (at / LANES as usize, (at % LANES as usize) as u16);
            let (tier, score, deserved) = (of(0, 3) as u8, of(1, 801) as i16, of(2, 801) as i16);
            let (listed, origin, cause) =
                (of(3, 5) == 0, of(4, Origin::COUNT as u32), of(5, Matter::ALL.len() as u32 + 4));
            let (due, fear, away) = (of(6, 3) == 0, of(7, 256) as u8, of(8, 30) == 0);
            let (error, points) = (of(9, 5) as usize, -(of(10, 90) as i16));
            let (waits, childhood) = (of(11, 10) == 0, of(12, 300));
            if of(13, 9) == 0 {
                // Born since, and not grown up.
                chunk.born[at] = of(14, 1000) as i16;
            }
            chunk.score[at] = score;
            chunk.standing[at].put_tier(tier);
            chunk.standing[at].put_cause(Matter::ALL.get(cause as usize).copied());
            let tables = &mut chunk.tables[block];
            chunk.gaps[at].put(deserved, score, &mut tables.far, lane);
            let mut flags = Flags::default();
            flags.put(Flags::LISTED, listed);
            flags.put(Flags::DUE, due);
            flags.put_listing_origin(Origin::ALL[origin as usize]);
            tables.flags.put_all(lane, flags);
            tables.losses.count(usize::from(lane), Origin::ERRORS[error], points);
            tables.fear.add(lane, fear);
            if waits {
                tables.appeals.push(Appeal { lane, filed: 3 });
            }
            if let Ok(parents) = u8::try_from(childhood) {
                upbringing::childhood(&mut tables.marks.upbringing, lane, || parents);
            }
            if away {
                chunk.planes[block].away.insert(lane);
            }
        }
    }
    // Whoever is under a sanction has a spell, as at the end of a tick.
    world.chunks = chunks;
    let under: Vec<_> =
        world.persons().map(|(chunk, at)| sanction(world.regime_of(chunk, at), chunk, at)).collect();
    let mut under = under.into_iter();
    for chunk in &mut world.chunks {
        for at in 0..chunk.persons() {
            let now = under.next().expect("somebody");
            let lane = (at % LANES as usize) as u16;
            follow(&mut chunk.tables[at / LANES as usize].spells, lane, Tick(7), now);
        }
    }
    world
}
