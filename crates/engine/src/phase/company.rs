//! A company's score: moved by what the company sees at the end of the Observe phase, taken into the public score in the Judge phase.
//!
//! Model: a deed that a channel of the company sees, with the same luck as for the public record, moves the second score of whomever it is
//! ascribed to. What is ascribed to a wrong person, or read wrongly into a purchase, is kept as an error of the company. A step of the feed
//! gives the public score the points of the band of the second score, and the deserved score those of the second score less its errors.
//! Points that the public score loses beyond the deserved one are put down to a wrong join: the company's file is joined to the person.
//! Leaves out: what the company fails to see, which counts as no error.

use crate::block::Block;
use crate::phase::act::Done;
use crate::phase::infer::lacking;
use crate::phase::judge::award;
use crate::phase::look::look;
use crate::today::Today;
use crate::world::Scratch;
use demerit_kernel::{Mask, Points};
use demerit_regime::{Domain, Feed, Matter, Mechanism, Regime};
use demerit_society::Deed;
use demerit_society::observation::{Ascribed, Scene};
use demerit_society::state::attribution::Origin;
use demerit_society::state::message::{Content, Message};
use demerit_society::watching::attention::Factor;

/// What the company makes of the deeds of this tick.
pub(crate) fn watch(today: &Today<'_>, block: &mut Block<'_>, scratch: &mut Scratch) {
    let Some(company) = today.regime.feed.as_ref().map(|feed| &*feed.company) else { return };
    let scene = Scene { city: today.city, number: today.city_number(), attention: Factor::ONE };
    for number in 0..scratch.done.len() {
        let Done { deed: Deed::Act(matter), lanes } = scratch.done[number] else { continue };
        if company.about(matter).is_empty() {
            continue;
        }
        let mut left = lanes;
        for place in today.society.watchers(matter) {
            if !company.reads(today.society.watching[place].channel) || left.is_empty() {
                continue;
            }
            let seen = look(today, block, scratch, scene, place, matter, &left);
            if seen.lanes.is_empty() {
                continue;
            }
            let misread = misread(today, block, scratch, company, matter).and(seen.rightly);
            for lane in seen.rightly.lanes() {
                let (person, error) = (block.first_person + u32::from(lane), misread.contains(lane));
                add(block, company, lane, error, |score| points(today, company, person, matter, score));
            }
            for number in seen.wrongs() {
                let (lane, ascribed) = scratch.wrongs[number];
                if let Ascribed::To(to, _) | Ascribed::ToLookAlike(to, _) = ascribed {
                    let person = block.first_person + u32::from(lane);
                    let points = points(today, company, person, matter, block.company(usize::from(lane)));
                    scratch.outbox.push(Message::new(to, person, Content::Company { points: points.0 }));
                }
            }
            left = left.and_not(seen.lanes);
        }
    }
}

/// The company's points for a matter, by all its rules about it.
fn points(today: &Today<'_>, company: &Regime, person: u32, matter: Matter, score: i16) -> Points {
    let each = company.about(matter).iter().map(|&number| {
        let rule = &company.rules()[usize::from(number)];
        // Officers of the company have luck of their own, after that of all public rules.
        award(today, person, number + Regime::MOST_RULES as u16, rule, score).0
    });
    Points(each.sum())
}

/// Those of whom the company reads a trait into the matter that is not there.
fn misread(
    today: &Today<'_>,
    block: &Block<'_>,
    scratch: &mut Scratch,
    company: &Regime,
    matter: Matter,
) -> Mask {
    let rules = company.about(matter).iter().map(|&number| &company.rules()[usize::from(number)]);
    rules
        .filter_map(|rule| rule.infers)
        .fold(Mask::EMPTY, |all, trait_| all.or(lacking(today, block, scratch, matter, trait_)))
}

/// Adds the points that a score brings to it, by error or not.
fn add(block: &mut Block<'_>, company: &Regime, lane: u16, error: bool, points: impl FnOnce(i16) -> Points) {
    let Some(scale) = &company.scale else { return };
    block.tables.company.change(lane, |score| {
        let points = points(score);
        (scale.add(Points(score), points).0, if error { points.0 } else { 0 })
    });
}

/// Somebody else's deed moves the second score.
pub(crate) fn mistaken(today: &Today<'_>, block: &mut Block<'_>, lane: u16, points: i16) {
    if let Some(feed) = &today.regime.feed {
        add(block, &feed.company, lane, true, |_| Points(points));
    }
}

/// A step of the company's forgetting, and a step of the feed, where they are due.
pub(crate) fn feed(today: &Today<'_>, block: &mut Block<'_>, scratch: &mut Scratch, changed: &mut Mask) {
    let Some(feed) = &today.regime.feed else { return };
    if today.tick.0 == 0 {
        return;
    }
    if let Some(forgetting) = &feed.company.forgetting
        && today.tick.0.is_multiple_of(forgetting.every)
    {
        // Distances to the start are what is forgotten.
        block.tables.company.fade(|points| forgetting.left(Points(points)).0);
    }
    if today.tick.0.is_multiple_of(feed.every) {
        let (scores, errors) = (block.tables.company.all(), block.tables.company.errors());
        for at in 0..block.persons() as usize {
            take_in(today, block, scratch, changed, at, feed, scores[at], errors[at]);
        }
    }
}

#[expect(clippy::too_many_arguments, reason = "a person of the block, and what the company holds of them")]
fn take_in(
    today: &Today<'_>,
    block: &mut Block<'_>,
    scratch: &mut Scratch,
    changed: &mut Mask,
    at: usize,
    feed: &Feed,
    second: i16,
    errors: i16,
) {
    let Some(scale) = &today.regime.scale else { return };
    let lane = at as u16;
    let points = feed.points(Points(second));
    let due = if errors == 0 { points } else { feed.points(Points(second.saturating_sub(errors))) };
    if (points.0 == 0 && due.0 == 0) || !today.enrolled(block, at) {
        return;
    }
    let before = Points(block.score(at));
    let after = scale.add(before, points);
    let deserved = scale.add(Points(block.deserved(at)), due);
    block.put_scores(at, after.0, deserved.0);
    changed.insert(lane);
    let (matter, domain) = (Matter::CommercialLapse, Domain::Finance.index());
    scratch.tally.fed += u64::from(points.0.unsigned_abs());
    if points.0 < 0 {
        let own = points.0.max(due.0.min(0));
        let lost = &mut scratch.tally.points_lost[domain];
        lost[Origin::OwnDeed.index()] += u64::from(own.unsigned_abs());
        lost[Origin::WrongJoin.index()] += u64::from((points.0 - own).unsigned_abs());
        if today.society.mechanisms.on(Mechanism::Attribution) {
            block.tables.losses.count(at, Origin::WrongJoin, (after.0 - before.0).max(points.0 - own));
        }
        if !today.regime.tiers.sanctions(block.tier(at)) {
            block.put_cause(at, Some(matter));
        }
    } else {
        scratch.tally.points_gained[domain] += u64::from(points.0.unsigned_abs());
    }
}
