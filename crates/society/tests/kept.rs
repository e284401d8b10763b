//! What is kept of people: every single thing is seen by the digest, comes back from what was saved, and goes
//! with whom it is about.
//!
//! Long because every thing that is kept stands in one list.

use demerit_kernel::{BlockId, Digest, LANES, Loader, Mask, Saver, SideTable, Tick};
use demerit_regime::{Cap, Channel, Matter, Request, Slot};
use demerit_society::conduct::habit::Habits;
use demerit_society::consequences::upbringing::childhood;
use demerit_society::remedies::correction::Stale;
use demerit_society::state::attribution::Origin;
use demerit_society::state::company_scores::CompanyScores;
use demerit_society::state::delay;
use demerit_society::state::events::EventKind;
use demerit_society::state::pending::{Appeal, Listing, Pending, Regain, Undeclared};
use demerit_society::state::spell::{Sanction, follow};
use demerit_society::{Chunk, Deed, Flags, Tally};

/// The last neighbourhood is not full.
const PERSONS: u32 = LANES + 600;
/// Binary digits of the counters of capped rules.
const CAPS: [u8; 2] = [2, 4];
/// Now.
const TICK: Tick = Tick(300);

type Change = fn(&mut Chunk, u16);

fn regain(lane: u16) -> Regain {
    Regain { lane, on_record: true, origin: Origin::Clerk, loss: 9, whole: 8, since: Tick(7) }
}

fn stale(lane: u16) -> Stale {
    Stale { lane, points: -3, missed: 2, listed: false, matter: Some(Matter::LateBill) }
}

fn sanction(origin: Origin, cause: Option<Matter>) -> Option<Sanction> {
    Some(Sanction { origin, layer: origin.layer(), cause, by_tier: true })
}

fn used(chunk: &mut Chunk, number: u8, on_record: bool, lane: u16) {
    let slot = Slot { cap: Cap { times: 3, window: 1 }, number };
    chunk.uses.count(1, slot, on_record, &Mask::from_iter([lane]));
}

/// What may be written down about somebody in the tables of the second neighbourhood, each differing in one
/// thing from another.
const OF_TABLES: &[Change] = &[
    |c, lane| c.tables[1].company.change(lane, |score| (score + 5, 0)),
    |c, lane| c.tables[1].company.change(lane, |score| (score - 5, 0)),
    |c, lane| c.tables[1].company.change(lane, |score| (score + 500, 0)),
    |c, lane| c.tables[1].company.change(lane, |score| (score + 5, 5)),
    |c, lane| c.tables[1].company.change(lane, |score| (score - 5, -5)),
    |c, lane| c.tables[1].losses.count(lane.into(), Origin::Tie, -4),
    |c, lane| c.tables[1].losses.count(lane.into(), Origin::Clerk, -4),
    |c, lane| c.tables[1].fear.add(lane, 1),
    |c, lane| c.tables[1].fear.add(lane, 255),
    |c, lane| c.tables[1].listings.push(Listing { lane, on_record: true, until: 9 }),
    |c, lane| c.tables[1].listings.push(Listing { lane, on_record: false, until: 9 }),
    |c, lane| c.tables[1].listings.push(Listing { lane, on_record: true, until: 10 }),
    |c, lane| c.tables[1].appeals.push(Appeal { lane, filed: 9 }),
    |c, lane| c.tables[1].appeals.push(Appeal { lane, filed: 10 }),
    |c, lane| c.tables[1].marks.hardship.put(lane, 3),
    |c, lane| c.tables[1].marks.hardship.put(lane, 4),
    |c, lane| _ = childhood(&mut c.tables[1].marks.upbringing, lane, || 1),
    |c, lane| _ = childhood(&mut c.tables[1].marks.upbringing, lane, || 2),
    |c, lane| childhood(&mut c.tables[1].marks.upbringing, lane, || 1).put_shadow(true),
    |c, lane| childhood(&mut c.tables[1].marks.upbringing, lane, || 1).schooling = 1,
    |c, lane| childhood(&mut c.tables[1].marks.upbringing, lane, || 1).schooling = -1,
    |c, lane| c.tables[1].marks.couples.join(lane, lane + 9),
    |c, lane| c.tables[1].marks.couples.join(lane, lane + 10),
    |c, lane| _ = follow(&mut c.tables[1].spells, lane, Tick(4), sanction(Origin::OwnDeed, None)),
    |c, lane| _ = follow(&mut c.tables[1].spells, lane, Tick(5), sanction(Origin::OwnDeed, None)),
    |c, lane| _ = follow(&mut c.tables[1].spells, lane, Tick(4), sanction(Origin::Tie, None)),
    |c, lane| {
        _ = follow(&mut c.tables[1].spells, lane, Tick(4), sanction(Origin::OwnDeed, Some(Matter::LateBill)))
    },
    |c, lane| {
        // Wrong since a week after it began.
        follow(&mut c.tables[1].spells, lane, Tick(4), sanction(Origin::OwnDeed, None));
        follow(&mut c.tables[1].spells, lane, Tick(5), sanction(Origin::Tie, None));
    },
    |c, lane| delay::note(&mut c.tables[1].delays, lane, Tick(4)),
    |c, lane| delay::note(&mut c.tables[1].delays, lane, Tick(5)),
    |c, lane| c.tables[1].remedies.stale.push(stale(lane)),
    |c, lane| c.tables[1].remedies.stale.push(Stale { points: 3, ..stale(lane) }),
    |c, lane| c.tables[1].remedies.stale.push(Stale { missed: 3, ..stale(lane) }),
    |c, lane| c.tables[1].remedies.stale.push(Stale { listed: true, ..stale(lane) }),
    |c, lane| c.tables[1].remedies.stale.push(Stale { matter: None, ..stale(lane) }),
    |c, lane| c.tables[1].remedies.stale.push(Stale { matter: Some(Matter::ALL[0]), ..stale(lane) }),
    |c, lane| c.tables[1].remedies.spared.insert((lane, 5)),
    |c, lane| c.tables[1].remedies.spared.insert((lane, -5)),
    |c, lane| c.tables[1].pending.regain.push(regain(lane)),
    |c, lane| c.tables[1].pending.regain.push(Regain { on_record: false, ..regain(lane) }),
    |c, lane| c.tables[1].pending.regain.push(Regain { origin: Origin::OwnDeed, ..regain(lane) }),
    |c, lane| c.tables[1].pending.regain.push(Regain { loss: 10, ..regain(lane) }),
    |c, lane| c.tables[1].pending.regain.push(Regain { whole: 9, ..regain(lane) }),
    |c, lane| c.tables[1].pending.regain.push(Regain { since: Tick(8), ..regain(lane) }),
    |c, lane| c.tables[1].pending.undeclared.push(Undeclared { lane, tick: Tick(8) }),
    |c, lane| c.tables[1].pending.undeclared.push(Undeclared { lane, tick: Tick(9) }),
];

/// What may be so of somebody in the planes.
const OF_PLANES: &[Change] = &[
    |c, lane| c.planes[1].aware.insert(lane),
    |c, lane| c.planes[1].hiding.insert(lane),
    |c, lane| c.planes[1].closed.insert(lane),
    |c, lane| c.planes[1].shunned.insert(lane),
    |c, lane| c.planes[1].away.insert(lane),
];

/// Everything else: columns, flags, counters, and what is kept of the neighbourhood as a whole.
const OF_THE_REST: &[Change] = &[
    |c, lane| c.born[usize::from(lane)] -= 1,
    |c, lane| c.born[1024 + usize::from(lane)] -= 1,
    |c, lane| c.score[1024 + usize::from(lane)] += 1,
    |c, lane| c.standing[1024 + usize::from(lane)].put_tier(3),
    |c, lane| c.standing[1024 + usize::from(lane)].put_cause(Some(Matter::LateBill)),
    |c, lane| c.habits[1].put(lane, Habits(0b1010_1010)),
    |c, lane| c.habits[1].put(lane, Habits(0b0101_0101)),
    |c, lane| c.gaps[1024 + usize::from(lane)].put(5, 0, &mut c.tables[1].far, lane),
    |c, lane| c.gaps[1024 + usize::from(lane)].put(300, 0, &mut c.tables[1].far, lane),
    |c, lane| c.gaps[1024 + usize::from(lane)].put(301, 0, &mut c.tables[1].far, lane),
    |c, lane| c.tables[1].flags.put(lane, Flags::LISTED, true),
    |c, lane| c.tables[1].flags.put(lane, Flags::DUE, true),
    |c, lane| c.tables[1].flags.put(lane, Flags::SANCTIONED, true),
    |c, lane| used(c, 0, true, lane),
    |c, lane| used(c, 0, false, lane),
    |c, lane| used(c, 1, true, lane),
    |c, lane| (0..2).for_each(|_| used(c, 1, true, lane)),
    |c, _| c.tables[1].past = 7,
    |c, _| c.tables[1].climate.critical.add(7),
    |c, _| c.tables[1].climate.all.add(7),
    |c, _| c.tables[1].violations.add(7),
];

fn all_changes() -> impl Iterator<Item = Change> {
    OF_TABLES.iter().chain(OF_PLANES).chain(OF_THE_REST).copied()
}

fn empty() -> Chunk {
    Chunk::new(BlockId(4), 2, PERSONS, &CAPS)
}

/// People of all ages at one score, and a company that knows them all.
fn plain() -> Chunk {
    let mut chunk = empty();
    for (number, born) in (0..).zip(&mut chunk.born) {
        *born = TICK.0 as i16 - 1 - number % 3000;
    }
    chunk.score.fill(600);
    chunk.tables.iter_mut().for_each(|tables| tables.company = CompanyScores::starting_at(350));
    chunk
}

fn digest(chunk: &Chunk) -> String {
    let mut digest = Digest::new();
    chunk.digest(&mut digest);
    digest.finish()
}

fn saved(chunk: &Chunk) -> Vec<u8> {
    let mut saver = Saver::new();
    chunk.save(&mut saver);
    saver.finish()
}

/// Somebody in the middle, the last of the first eight masks' words, and the last there is.
const WHO: [u16; 3] = [5, 63, 589];

#[test]
fn a_digest_sees_each_single_thing() {
    let mut seen = vec![digest(&plain())];
    for change in all_changes() {
        for lane in WHO {
            let mut chunk = plain();
            change(&mut chunk, lane);
            seen.push(digest(&chunk));
        }
    }
    let (all, of_neighbourhoods) = (seen.len(), 4 * (WHO.len() - 1));
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), all - of_neighbourhoods, "what is of a neighbourhood is the same for each lane");
}

#[test]
fn whatever_was_saved_comes_back() {
    let mut full = plain();
    for (number, change) in all_changes().enumerate() {
        let mut chunk = plain();
        change(&mut chunk, WHO[number % 3]);
        // All of it together besides, each about somebody else; tables are in order of lanes.
        change(&mut full, 7 + number as u16 * 5);
        for chunk in [&chunk, &full] {
            let bytes = saved(chunk);
            let (mut from, mut back) = (Loader::new(&bytes), empty());
            back.load(&mut from, TICK).expect("what was saved");
            from.end().expect("nothing more");
            assert_eq!(digest(&back), digest(chunk), "change {number}");
            assert!(saved(&back) == bytes, "change {number}");
            assert!(back.tables == chunk.tables && back.planes == chunk.planes, "change {number}");
            assert!(back.standing == chunk.standing && back.gaps == chunk.gaps && back.score == chunk.score);
        }
    }
    let bytes = saved(&full);
    for end in (0..bytes.len()).step_by(7) {
        let (mut from, mut back) = (Loader::new(&bytes[..end]), empty());
        assert!(back.load(&mut from, TICK).is_err(), "{end} bytes of {}", bytes.len());
    }
}

#[test]
fn each_person_is_found_in_the_own_neighbourhood() {
    let mut chunk = plain();
    assert_eq!(chunk.first_person(), 4 * LANES);
    chunk.tables[1].flags.put(5, Flags::DUE, true);
    chunk.tables[1].fear.add(5, 77);
    chunk.gaps[1029].put(1000, 600, &mut chunk.tables[1].far, 5);
    chunk.gaps[6].put(590, 600, &mut chunk.tables[0].far, 6);
    for at in 0..PERSONS as usize {
        assert_eq!(chunk.flags(at).has(Flags::DUE), at == 1029);
        assert_eq!(chunk.fear(at), if at == 1029 { 77 } else { 0 });
    }
    let deserved: Vec<i16> = chunk.all_deserved().collect();
    assert_eq!(deserved.len(), PERSONS as usize);
    for (at, deserved) in deserved.into_iter().enumerate() {
        assert_eq!(
            deserved,
            [(6, 590), (1029, 1000)].into_iter().find(|one| one.0 == at).map_or(600, |one| one.1)
        );
    }
    assert_eq!(chunk.all_flags().filter(|flags| flags.has(Flags::DUE)).count(), 1);
}

/// Every counter of a tally has a place of its own in what is saved.
#[test]
fn tallies_come_back_counter_by_counter() {
    let of = |count: u64| {
        let mut saver = Saver::new();
        saver.put(&(1..=count).collect::<Vec<u64>>());
        saver.finish()
    };
    let mut saver = Saver::new();
    saver.put(&Tally::default());
    let length = saver.finish().len();
    let count = (1..10_000).find(|&count| of(count).len() == length).expect("so many counters");
    let bytes = of(count);
    assert!(count > 100 && Loader::new(&of(count + 1)).take::<Tally>().is_err(), "one counter more");
    let mut from = Loader::new(&bytes);
    let tally: Tally = from.take().expect("counters");
    from.end().expect("nothing more");
    assert_ne!(tally, Tally::default());
    let mut saver = Saver::new();
    saver.put(&tally);
    assert!(saver.finish() == bytes);
}

#[test]
fn what_no_run_can_have_is_refused() {
    let refused = |change: fn(&mut Chunk)| {
        let mut chunk = plain();
        change(&mut chunk);
        let bytes = saved(&chunk);
        let error = empty().load(&mut Loader::new(&bytes), TICK);
        error.expect_err("refused").to_string()
    };
    let told = [
        (refused(|c| c.born[0] = 300), "a birth in week 300"),
        (refused(|c| c.planes[1].hiding.insert(600)), "lanes that hold nobody"),
        (refused(|c| c.planes[1].aware.insert(1023)), "lanes that hold nobody"),
        (refused(|c| c.standing[9].0 = 0xff), "matter 31"),
        (refused(|c| c.tables[1].far.put(5, 300)), "gaps beyond a byte"),
        (
            refused(|c| {
                c.gaps[1029].put(300, 0, &mut c.tables[1].far, 5);
                c.tables[1].far.clear(5);
                c.tables[1].far.put(6, 300);
            }),
            "gaps beyond a byte",
        ),
        (
            refused(|c| c.tables[1].pending.undeclared.push(Undeclared { lane: 600, tick: Tick(1) })),
            "lane 600",
        ),
    ];
    for (said, wanted) in told {
        assert!(said.contains(wanted), "{said} for {wanted}");
    }
    let mut young = plain();
    young.born[0] = 299;
    assert!(empty().load(&mut Loader::new(&saved(&young)), TICK).is_ok(), "born in the last week");
}

#[test]
fn whoever_dies_leaves_nothing_in_the_tables() {
    for (number, change) in OF_TABLES.iter().chain(OF_PLANES).enumerate() {
        let mut chunk = plain();
        // Somebody else's stays.
        OF_TABLES[number % OF_TABLES.len()](&mut chunk, 100);
        let before = digest(&chunk);
        change(&mut chunk, 40);
        assert_ne!(digest(&chunk), before, "change {number}");
        for lane in [39, 41] {
            chunk.tables[1].clear(lane);
            chunk.planes[1].clear(lane);
        }
        assert_ne!(digest(&chunk), before, "change {number} goes with nobody else");
        chunk.tables[1].clear(40);
        chunk.planes[1].clear(40);
        assert_eq!(digest(&chunk), before, "change {number}");
    }
}

#[test]
fn a_standing_that_ends_takes_losses_company_scores_and_regains_along() {
    let (mut here, mut all) = (0, 0);
    for change in OF_TABLES {
        let (mut one, mut every) = (plain(), plain());
        let before = digest(&one);
        change(&mut one, 40);
        change(&mut every, 40);
        one.tables[1].clear_standing(41);
        assert_ne!(digest(&one), before);
        one.tables[1].clear_standing(40);
        every.tables[1].clear_all_standing();
        here += usize::from(digest(&one) == before);
        all += usize::from(digest(&every) == before);
    }
    // Five of the company's scores, two losses, six regains; the company's scores outlive a change of regime
    // for all.
    assert_eq!((here, all), (13, 8));
}

#[test]
fn what_is_given_back_at_once_does_not_come_back_by_and_by() {
    let by = |lane, on_record, origin| Regain { lane, on_record, origin, ..regain(lane) };
    let (clerk, own) = (Origin::Clerk, Origin::OwnDeed);
    let stays = [by(2, true, clerk), by(1, false, clerk), by(1, true, own), by(2, false, own)];
    let mut pending = Pending::default();
    pending.regain.extend(stays.into_iter().chain([by(1, true, clerk)]));
    pending.forgive(1);
    assert_eq!(*pending.regain, stays);
}

#[test]
fn counters_and_spells_say_what_they_were_told() {
    let mut chunk = plain();
    used(&mut chunk, 0, true, 5);
    used(&mut chunk, 1, false, 5);
    used(&mut chunk, 1, false, 5);
    assert_eq!(
        [(0, 5), (1, 5), (1, 6)].map(|(slot, lane)| chunk.uses.of(1, slot, lane)),
        [[1, 0], [0, 2], [0, 0]]
    );
    let spells = &mut chunk.tables[1].spells;
    for (lane, matter) in (0u16..).zip(Matter::ALL) {
        follow(spells, lane, Tick(4), sanction(Origin::OwnDeed, Some(matter)));
        assert_eq!(spells.get(lane).expect("a spell").gravity(), matter.gravity().index());
    }
}

#[test]
fn every_kind_of_event_comes_back() {
    let some = [
        EventKind::Did(Deed::at(2)),
        EventKind::Entered {
            matter: Matter::ALL[3],
            channel: Channel::ALL[1],
            origin: Origin::Clerk,
            rule: Some(260),
        },
        EventKind::Spilled { rule: 300 },
        EventKind::Tier(2),
        EventKind::Listed(Origin::WrongPerson),
        EventKind::Refused(Request::ALL[2]),
        EventKind::Privileged(Request::ALL[3]),
        EventKind::Withheld(Matter::ALL[4]),
        EventKind::Removed(Matter::ALL[5]),
        EventKind::Unlisted,
        EventKind::AccountClosed,
        EventKind::AccountReopened,
        EventKind::Filed,
        EventKind::Upheld,
        EventKind::Undone,
        EventKind::Spared,
        EventKind::Rejected,
        EventKind::Unanswered,
        EventKind::Died,
        EventKind::Parted,
        EventKind::Paired,
        EventKind::Began,
        EventKind::Born,
        EventKind::Forgot,
        EventKind::Regained,
        EventKind::Fed,
        EventKind::Deserved { rule: 301 },
        EventKind::Sanctioned { wrong: true },
        EventKind::Released,
        EventKind::Checked { found: true },
        EventKind::JobLost { lacks: 9 },
        EventKind::JobFound { lacks: 8 },
        EventKind::IncomeLost { lacks: 7 },
        EventKind::IncomeBack { lacks: 6 },
        EventKind::Left,
        EventKind::CameBack,
        EventKind::Lapsed,
    ];
    for one in some {
        let mut saver = Saver::new();
        saver.put(&one);
        let bytes = saver.finish();
        let mut from = Loader::new(&bytes);
        assert_eq!(from.take::<EventKind>().expect("what was saved"), one);
        from.end().expect("nothing more");
        assert!(Loader::new(&bytes[..bytes.len() - 1]).take::<EventKind>().is_err());
    }
    assert!(Loader::new(&[37]).take::<EventKind>().is_err(), "there is no such kind");
}
