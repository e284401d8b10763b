//! A company's score: moved by what the company sees at the end of the Observe phase, taken into the public
//! score in the Judge phase.
//!
//! Model: a deed that a channel of the company sees, with the same luck as for the public record, moves the
//! second score of the person whom it is ascribed to. What is ascribed to a wrong person, or read wrongly
//! into a purchase, is kept as an error of the company. A step of the feed, due to an even share of the
//! persons in each tick, gives the public score the points of the band of the second score, and the deserved
//! score those of the second score less its errors. Points that the public score loses beyond the deserved
//! one are put down to a wrong join: the company's file is joined to the person. Leaves out: what the company
//! fails to see, which counts as no error.

use crate::phase::judge::infer::{has, lacking};
use crate::phase::observe::look::look;
use crate::phase::points::{award, blame, count_loss};
use crate::scratch::Done;
use crate::turn::Turn;
use demerit_kernel::{Mask, Points};
use demerit_regime::{Domain, Feed, Matter, Regime, Rule};
use demerit_society::watching::attention::Factor;
use demerit_society::{Ascribed, Content, Deed, EventKind, Message, Origin, Scene};

/// What the company makes of the deeds of this tick.
pub(crate) fn watch(turn: &mut Turn<'_>) {
    let today = turn.today;
    let Some(company) = today.assessing.feed.as_ref().map(|feed| &*feed.company) else { return };
    let scene = Scene { city: today.city, number: today.city_index, attention: Factor::ONE };
    for number in 0..turn.scratch.done.len() {
        let Done { deed: Deed::Act(matter), lanes } = turn.scratch.done[number] else { continue };
        if company.about(matter).is_empty() {
            continue;
        }
        let mut left = lanes;
        for index in today.society.watchers(matter) {
            if !company.reads(today.society.watching[index].channel) || left.is_empty() {
                continue;
            }
            let seen = look(turn, scene, index, matter, &left);
            if seen.lanes.is_empty() {
                continue;
            }
            let misread = misread(turn, company, matter).and(seen.rightly);
            for lane in seen.rightly.lanes() {
                let points = points(turn, company, lane, matter);
                add(turn, company, lane, misread.contains(lane), points);
            }
            for number in seen.wrongs() {
                let (lane, ascribed) = turn.scratch.wrongs[number];
                if let Ascribed::To(to, _) | Ascribed::ToLookAlike(to, _) = ascribed {
                    let person = turn.number(lane);
                    let points = points(turn, company, lane, matter);
                    turn.scratch.outbox.push(Message::new(to, person, Content::Company { points: points.0 }));
                }
            }
            left = left.and_not(seen.lanes);
        }
    }
}

/// The company's points for a matter, by all its rules about it that are meant for whoever did it.
fn points(turn: &Turn<'_>, company: &Regime, lane: u16, matter: Matter) -> Points {
    let score = turn.block.company(lane);
    let rules = company.about(matter).iter().map(|&number| (number, &company.rules()[usize::from(number)]));
    let is_meant =
        |rule: &Rule| !rule.infers_rightly || rule.infers.is_none_or(|trait_| has(turn, lane, trait_));
    // Officers of the company have luck of their own, after that of all public rules.
    let each = rules
        .filter(|one| is_meant(one.1))
        .map(|(number, rule)| award(turn, lane, number + Regime::MOST_RULES as u16, rule, score).0);
    Points(each.sum())
}

/// Those of whom the company reads a trait into the matter that is not there.
fn misread(turn: &mut Turn<'_>, company: &Regime, matter: Matter) -> Mask {
    let rules = company.about(matter).iter().map(|&number| &company.rules()[usize::from(number)]);
    rules
        .filter(|rule| !rule.infers_rightly)
        .filter_map(|rule| rule.infers)
        .fold(Mask::EMPTY, |all, trait_| all.or(lacking(turn, matter, trait_)))
}

/// Adds the points that a score brings to it, by error or not.
fn add(turn: &mut Turn<'_>, company: &Regime, lane: u16, error: bool, points: Points) {
    let Some(scale) = &company.scale else { return };
    turn.block
        .tables
        .company
        .change(lane, |score| (scale.add(Points(score), points).0, if error { points.0 } else { 0 }));
}

/// Somebody else's deed moves the second score.
pub(crate) fn mistaken(turn: &mut Turn<'_>, lane: u16, points: i16) {
    let today = turn.today;
    if let Some(feed) = &today.assessing.feed {
        add(turn, &feed.company, lane, true, Points(points));
    }
}

/// A step of the company's forgetting, and a step of the feed, for those who are due.
pub(crate) fn feed(turn: &mut Turn<'_>) {
    let today = turn.today;
    let Some(feed) = &today.assessing.feed else { return };
    if let Some(forgetting) = &feed.company.forgetting {
        let due = turn.due(forgetting.every);
        // Distances to the start are what is forgotten.
        turn.block.tables.company.fade(&due, |points| forgetting.left(Points(points)).0);
    }
    for lane in turn.due(feed.every).lanes() {
        let company = &turn.block.tables.company;
        let (score, errors) = (company.of(lane), company.errors_of(lane));
        take_in(turn, lane, feed, score, errors);
    }
}

fn take_in(turn: &mut Turn<'_>, lane: u16, feed: &Feed<Regime>, second: i16, errors: i16) {
    let today = turn.today;
    let Some(scale) = &today.assessing.scale else { return };
    let points = feed.points(Points(second));
    let due = if errors == 0 { points } else { feed.points(Points(second.saturating_sub(errors))) };
    if (points.0 == 0 && due.0 == 0) || !turn.enrolled_in(today.assessing, lane) {
        return;
    }
    let deserved = scale.add(Points(turn.block.merit(lane)), due);
    if turn.block.assessed.is_some() {
        turn.block.put_merit(lane, deserved.0);
        return;
    }
    let before = Points(turn.block.score(lane));
    let after = scale.add(before, points);
    turn.block.put_scores(lane, after.0, deserved.0);
    turn.log(lane, EventKind::Fed, points.0, None);
    turn.changed.insert(lane);
    let (matter, domain) = (Matter::CommercialLapse, Domain::Finance.index());
    turn.scratch.tally.fed += u64::from(points.0.unsigned_abs());
    if points.0 < 0 {
        let own = points.0.max(due.0.min(0));
        let lost = &mut turn.scratch.tally.points_lost[domain];
        lost[Origin::OwnDeed.index()] += u64::from(own.unsigned_abs());
        lost[Origin::WrongJoin.index()] += u64::from((points.0 - own).unsigned_abs());
        count_loss(turn, lane, Origin::WrongJoin, (after.0 - before.0).max(points.0 - own));
        blame(turn, lane, matter);
    } else {
        turn.scratch.tally.points_gained[domain] += u64::from(points.0.unsigned_abs());
    }
}
