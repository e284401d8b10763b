//! 4. Judge: entries become points, points spill over, lists are entered and left, tiers are set.
//!
//! In this order: windows begin and scores forget; mail is taken in; the entries of this tick are judged; the same rules are put to the true
//! deeds, for the deserved score; stale copies come back; listings end; tiers are reviewed. The same officer's draw decides points on record and points
//! deserved, so that the two differ by error alone.

use crate::block::Block;
use crate::phase::act::Done;
use crate::phase::infer::{has, lacking, origin_under};
use crate::phase::shun::{self, Cuts};
use crate::phase::{company, copies, listing, regain, review};
use crate::today::{Today, occupied};
use crate::world::Scratch;
use demerit_kernel::{Mask, Points, Tick};
use demerit_regime::{Channel, Matter, Mechanism, Rule, Tie};
use demerit_society::observation::Entry;
use demerit_society::state::attribution::Origin;
use demerit_society::state::events::EventKind;
use demerit_society::state::message::{Content, Message};
use demerit_society::{Deed, stream};

pub(crate) fn judge(today: &Today<'_>, block: &mut Block<'_>, scratch: &mut Scratch, changed: &mut Mask) {
    if today.starts() {
        *changed = occupied(block);
    }
    windows_and_forgetting(today, block, changed);
    regain::come_back(today, block, changed);
    company::feed(today, block, scratch, changed);
    for message in today.inbox {
        let lane = (message.to - block.first_person) as u16;
        if i32::from(block.born[usize::from(lane)]) == today.tick.0 as i32 {
            // Meant for whoever died in this tick; the newborn in the same place takes over nothing.
            continue;
        }
        if !matches!(message.content(), Content::Entry(_)) && shun::discards(today, block, lane, message.from)
        {
            continue;
        }
        match message.content() {
            Content::Entry(entry) if today.regime.uses(entry.matter) => {
                entered(today, block, scratch, changed, lane, entry, Some(message.from));
            }
            Content::Spill { rule, points, steps } if !today.begins && !block.planes.away.contains(lane) => {
                spilled(today, block, scratch, changed, lane, message.from, rule, points, steps);
            }
            Content::Fright => {
                block.tables.fear.add(lane, today.society.response.tie);
                scratch.frightened.push(lane);
            }
            Content::Company { points } if !today.begins => company::mistaken(today, block, lane, points),
            Content::Entry(_) | Content::Spill { .. } | Content::Company { .. } => {}
        }
    }
    for number in 0..scratch.own.len() {
        let (matter, channel, lanes) = scratch.own[number];
        entered_rightly(today, block, scratch, changed, matter, channel, lanes);
    }
    for number in 0..scratch.entries.len() {
        let (lane, entry) = scratch.entries[number];
        entered(today, block, scratch, changed, lane, entry, None);
    }
    let mut did = Mask::EMPTY;
    for number in 0..scratch.done.len() {
        let Done { deed: Deed::Act(matter), lanes } = scratch.done[number] else { continue };
        let lanes = lanes.and_not(*block.planes.away);
        if today.regime.uses(matter) {
            deserved(today, block, scratch, matter, lanes);
            did = did.or(lanes);
        }
    }
    // Whether a sanction is wrong may have changed.
    for spell in block.tables.spells.all().iter().filter(|spell| did.contains(spell.lane)) {
        changed.insert(spell.lane);
    }
    copies::come_back(today, block, scratch, changed);
    listing::end(today, block, scratch, changed);
    review::review(today, block, scratch, changed);
}

fn windows_and_forgetting(today: &Today<'_>, block: &mut Block<'_>, changed: &mut Mask) {
    for slot in today.regime.slots().iter().filter(|slot| slot.cap.begins(today.tick)) {
        block.begin_window(*slot);
    }
    let (Some(forgetting), Some(scale)) = (&today.regime.forgetting, &today.regime.scale) else { return };
    if today.tick.0 == 0 || !today.tick.0.is_multiple_of(forgetting.every) {
        return;
    }
    block.change_scores(|score| forgetting.step(Points(score), scale.start).0);
    block.tables.losses.fade(|lost| forgetting.left(Points(i16::from(lost))).0 as u8);
    *changed = changed.or(occupied(block));
}

/// An entry in somebody's record: points by every rule about the matter, and the list.
fn entered(
    today: &Today<'_>,
    block: &mut Block<'_>,
    scratch: &mut Scratch,
    changed: &mut Mask,
    lane: u16,
    entry: Entry,
    other: Option<u32>,
) {
    let at = usize::from(lane);
    if block.planes.away.contains(lane) {
        // Nothing is written about whoever moved out of reach.
        return;
    }
    let mut told = None;
    let mut given = false;
    for &number in rules_about(today, block, at, entry.matter) {
        let rule = &today.regime.rules()[usize::from(number)];
        let origin = origin_under(today, block, lane, rule, entry.origin);
        told.get_or_insert(origin);
        if let Some(trait_) = rule.infers {
            scratch.tally.inferred[trait_.index()] += 1;
            scratch.tally.inferred_rightly[trait_.index()] += u64::from(has(today, block, lane, trait_));
        }
        if let Some(slot) = today.regime.slot(number)
            && !block.use_rule_once(lane, slot, true)
        {
            continue;
        }
        give(today, block, scratch, lane, number, (entry.matter, entry.channel), origin, other);
        changed.insert(lane);
        given = true;
    }
    let origin = told.unwrap_or(entry.origin);
    scratch.tally.entries[entry.channel.index()][origin.index()] += 1;
    if !given {
        let kind = EventKind::Entered { matter: entry.matter, channel: entry.channel, origin, rule: None };
        today.tell(block, scratch, at, kind, 0, other);
    }
    if today.regime.lists(entry.matter) {
        listing::enter(today, block, scratch, changed, lane, entry.origin, other);
    }
}

/// Entries about those who did the deed themselves: the same as [`entered`] for each, for all at once.
fn entered_rightly(
    today: &Today<'_>,
    block: &mut Block<'_>,
    scratch: &mut Scratch,
    changed: &mut Mask,
    matter: Matter,
    channel: Channel,
    lanes: Mask,
) {
    if lanes.is_empty() {
        return;
    }
    let enrolled = today.enrolled_of(block, lanes);
    let mut inferred = None;
    let mut given = Mask::EMPTY;
    for &number in today.regime.about(matter) {
        let rule = &today.regime.rules()[usize::from(number)];
        let mut wrongly = Mask::EMPTY;
        if let Some(trait_) = rule.infers {
            wrongly = lacking(today, block, scratch, matter, trait_).and(enrolled);
            let count = u64::from(enrolled.count());
            scratch.tally.inferred[trait_.index()] += count;
            scratch.tally.inferred_rightly[trait_.index()] += count - u64::from(wrongly.count());
        }
        inferred.get_or_insert(wrongly);
        let open = match today.regime.slot(number) {
            Some(slot) => block.use_rule(&enrolled, slot, true),
            None => enrolled,
        };
        for lane in open.lanes() {
            let origin = if wrongly.contains(lane) { Origin::WrongInference } else { Origin::OwnDeed };
            give(today, block, scratch, lane, number, (matter, channel), origin, None);
        }
        given = given.or(open);
    }
    *changed = changed.or(given);
    let wrongly = inferred.unwrap_or(Mask::EMPTY);
    let entries = &mut scratch.tally.entries[channel.index()];
    let (all, wrong) = (u64::from(lanes.count()), u64::from(wrongly.count()));
    entries[Origin::OwnDeed.index()] += all - wrong;
    entries[Origin::WrongInference.index()] += wrong;
    if !today.cohort.is_empty() {
        for (origin, whom) in [(Origin::OwnDeed, lanes.and_not(wrongly)), (Origin::WrongInference, wrongly)] {
            let kind = EventKind::Entered { matter, channel, origin, rule: None };
            today.tell_each(block, scratch, &whom.and_not(given), kind);
        }
    }
    if today.regime.lists(matter) {
        for lane in lanes.lanes() {
            listing::enter(today, block, scratch, changed, lane, Origin::OwnDeed, None);
        }
    }
}

/// What a rule gives for an entry, and all that follows from it; `other` is whose deed it was, if it was somebody else's.
#[expect(clippy::too_many_arguments, reason = "an entry's parts, and the block that it is about")]
fn give(
    today: &Today<'_>,
    block: &mut Block<'_>,
    scratch: &mut Scratch,
    lane: u16,
    number: u16,
    (matter, channel): (Matter, Channel),
    origin: Origin,
    other: Option<u32>,
) {
    let at = usize::from(lane);
    let rule = &today.regime.rules()[usize::from(number)];
    let points = award(today, block.first_person + u32::from(lane), number, rule, block.score(at));
    take(today, block, scratch, at, number, points, origin);
    remember(today, block, lane, points, u32::from(other.is_some()));
    let kind = EventKind::Entered { matter, channel, origin, rule: Some(number) };
    today.tell(block, scratch, at, kind, points.0, other);
    if channel == Channel::App && points.0 < 0 {
        scratch.caught.push(lane);
    }
    if rule.spills {
        spill(today, block, scratch, lane, number, points, 0);
    }
}

/// What rules give for a true deed, added to the deserved scores; and the list, if truth would lead there.
fn deserved(today: &Today<'_>, block: &mut Block<'_>, scratch: &mut Scratch, matter: Matter, lanes: Mask) {
    let enrolled = today.enrolled_of(block, lanes);
    for &number in today.regime.about(matter) {
        let rule = &today.regime.rules()[usize::from(number)];
        let meant = match rule.infers {
            Some(trait_) => enrolled.and_not(lacking(today, block, scratch, matter, trait_)),
            None => enrolled,
        };
        let open = match today.regime.slot(number) {
            Some(slot) => block.use_rule(&meant, slot, false),
            None => meant,
        };
        let Some(scale) = &today.regime.scale else { continue };
        for lane in open.lanes() {
            let at = usize::from(lane);
            let person = block.first_person + u32::from(lane);
            let before = Points(block.deserved(at));
            let points = award(today, person, number, rule, before.0);
            let after = scale.add(before, points);
            block.put_deserved(at, after.0);
            regain::note(today, block, lane, rule, false, Origin::OwnDeed, (before, after));
        }
    }
    if today.regime.lists(matter) {
        for lane in lanes.lanes() {
            listing::fall_due(today, block, lane);
        }
    }
}

/// The rules about a matter; none for those who are not enrolled.
fn rules_about<'a>(today: &Today<'a>, block: &Block<'_>, at: usize, matter: Matter) -> &'a [u16] {
    let regime = today.regime;
    if today.enrolled(block, at) { regime.about(matter) } else { &[] }
}

pub(super) fn award(today: &Today<'_>, person: u32, number: u16, rule: &Rule, score: i16) -> Points {
    if rule.is_fixed() {
        return rule.award_at(Points(score), 0);
    }
    rule.award(today.draws.luck(stream::OFFICER, person, today.tick.0, u32::from(number)).word(0))
}

/// Adds points to a score and to every account of where they came from.
fn take(
    today: &Today<'_>,
    block: &mut Block<'_>,
    scratch: &mut Scratch,
    at: usize,
    rule: u16,
    points: Points,
    origin: Origin,
) {
    let Some(scale) = &today.regime.scale else { return };
    let before = block.score(at);
    block.put_score(at, scale.add(Points(before), points).0);
    let rule = &today.regime.rules()[usize::from(rule)];
    let (matter, after) = (rule.matter, block.score(at));
    let domain = matter.domain().index();
    regain::note(today, block, at as u16, rule, true, origin, (Points(before), Points(after)));
    if points.0 < 0 {
        scratch.tally.points_lost[domain][origin.index()] += u64::from(points.0.unsigned_abs());
        // What an appeal may give back is what was really taken: nothing below the floor.
        if today.society.mechanisms.on(Mechanism::Attribution) {
            block.tables.losses.count(at, origin, after - before);
        }
        if !today.regime.tiers.sanctions(block.tier(at)) {
            block.put_cause(at, Some(matter));
        }
    } else {
        scratch.tally.points_gained[domain] += u64::from(points.0.unsigned_abs());
    }
}

/// Remembers when the deed was done that cost points, `weeks` ago, until the next review. Where each tick has a review, only a deed of
/// before that brings a sanction at once is worth remembering.
fn remember(today: &Today<'_>, block: &mut Block<'_>, lane: u16, points: Points, weeks: u32) {
    let tiers = &today.regime.tiers;
    let brings = || tiers.sanctions(tiers.of(Points(block.score(usize::from(lane)))));
    if points.0 < 0 && (today.regime.review_every > 1 || (weeks > 0 && brings())) {
        block.tables.delays.note(lane, Tick(today.tick.0.saturating_sub(weeks)));
    }
}

/// Points that came along a tie; they may go on from here.
#[expect(clippy::too_many_arguments, reason = "a message's parts, and the block that takes it in")]
fn spilled(
    today: &Today<'_>,
    block: &mut Block<'_>,
    scratch: &mut Scratch,
    changed: &mut Mask,
    lane: u16,
    from: u32,
    rule: u16,
    points: i16,
    steps: u8,
) {
    let at = usize::from(lane);
    if !today.enrolled(block, at) {
        return;
    }
    take(today, block, scratch, at, rule, Points(points), Origin::Tie);
    remember(today, block, lane, Points(points), u32::from(steps));
    changed.insert(lane);
    today.tell(block, scratch, at, EventKind::Spilled { rule }, points, Some(from));
    spill(today, block, scratch, lane, rule, Points(points), steps);
}

/// Sends what a loss costs the person's ties.
fn spill(
    today: &Today<'_>,
    block: &Block<'_>,
    scratch: &mut Scratch,
    lane: u16,
    rule: u16,
    points: Points,
    steps: u8,
) {
    let Some(spillover) = &today.regime.spillover else { return };
    if points.0 >= 0 || steps >= spillover.reach {
        return;
    }
    let person = block.first_person + u32::from(lane);
    let outbox = &mut scratch.outbox;
    // Ties of a type are told in an order that no regime changes; each has a word of its own, for each rule.
    let words = |tie: Tie| {
        let index = u32::from(rule) << 16 | (tie.index() as u32) << 8;
        today.draws.word_by_word(stream::SPILL, person, today.tick.0, index)
    };
    let mut send = |tie: Tie, to: u32, word: u32| {
        let passed = spillover.passed_on(tie, points, word).0;
        if passed != 0 {
            let content = Content::Spill { rule, points: passed, steps: steps + 1 };
            outbox.push(Message::new(to, person, content));
        }
    };
    let mut of_home = words(Tie::Partner);
    today.home(block).each(lane, |tie, to| {
        let word = of_home.word();
        if spillover.carries(tie) {
            send(tie, to, word);
        }
    });
    let cuts = Cuts::of(block, lane);
    for tie in [Tie::Kin, Tie::Friend, Tie::Colleague, Tie::Acquaintance] {
        if spillover.carries(tie) {
            let mut of_layer = words(tie);
            today.society.ties.each(today.city, person, tie, |to| {
                let word = of_layer.word();
                if !cuts.has(today, block, tie, to) {
                    send(tie, to, word);
                }
            });
        }
    }
}
