//! 4. Judge: entries become points, points spill over, lists are entered and left, tiers are set.
//!
//! In this order: windows begin, and scores whose turn it is forget; lost points return; a company's score is
//! fed in where it is due; mail is taken in; the entries of this tick are judged; the same rules are put to
//! the true deeds, for the deserved score; stale copies return; listings end; tiers are reviewed.
//!
//! An officer's draw depends on the person, the rule and the tick, not on the score. So chance alone never
//! parts the score on record from the deserved one. What parts them: deeds that nobody saw, entries with
//! nothing behind them, wrong persons, joins and inferences, points that spill over, and what remedies give
//! back.

pub(crate) mod copies;
pub(crate) mod infer;
mod listing;
mod regain;
mod review;
mod spill;

use self::infer::{has, lacking, origin_under};
use self::spill::Loss;
use crate::phase::points::{add_to_score, award, remember, will_come_back};
use crate::phase::{company, shun};
use crate::scratch::Done;
use crate::turn::Turn;
use demerit_kernel::{Mask, Points};
use demerit_regime::{Channel, Matter};
use demerit_society::{Content, Deed, Entry, EventKind, Origin};

pub(crate) fn judge(turn: &mut Turn<'_>) {
    let today = turn.today;
    if today.is_first_under_regime() {
        turn.changed = turn.occupied();
    }
    windows_and_forgetting(turn);
    regain::return_points(turn);
    company::feed(turn);
    for message in today.inbox {
        let lane = (message.to - turn.block.first_person) as u16;
        if i32::from(turn.block.born[usize::from(lane)]) == today.tick.0 as i32 {
            // Meant for somebody who died in this tick; the newborn in the same place takes over nothing.
            continue;
        }
        // Along a tie that was cut nothing is taken in.
        if !matches!(message.content(), Content::Entry(_)) && shun::discards(turn, lane, message.from) {
            continue;
        }
        match message.content() {
            Content::Entry(entry) if today.regime.uses(entry.matter) => {
                entered(turn, lane, entry, Some(message.from));
            }
            Content::Spill { rule, points, steps }
                if !today.regime_begins && !turn.block.planes.away.contains(lane) =>
            {
                spill::take_in(turn, lane, message.from, Loss { rule, points, steps });
            }
            Content::Fright => {
                turn.block.tables.fear.add(lane, today.society.response.tie);
                turn.scratch.frightened.push(lane);
            }
            Content::Company { points } if !today.assessing_begins => company::mistaken(turn, lane, points),
            Content::Entry(_) | Content::Spill { .. } | Content::Company { .. } => {}
        }
    }
    for index in 0..turn.scratch.own.len() {
        let (matter, channel, lanes) = turn.scratch.own[index];
        entered_for_doers(turn, matter, channel, lanes);
    }
    for index in 0..turn.scratch.entries.len() {
        let (lane, entry) = turn.scratch.entries[index];
        entered(turn, lane, entry, None);
    }
    let mut did = Mask::EMPTY;
    for index in 0..turn.scratch.done.len() {
        let Done { deed: Deed::Act(matter), lanes } = turn.scratch.done[index] else { continue };
        let lanes = lanes.and_not(*turn.block.planes.away);
        if today.assessing.uses(matter) || today.regime.uses(matter) {
            deserved(turn, matter, lanes);
            did = did.or(lanes);
        }
    }
    // Whether a sanction is wrong may have changed.
    for spell in turn.block.tables.spells.all().iter().filter(|spell| did.contains(spell.lane)) {
        turn.changed.insert(spell.lane);
    }
    copies::stale_entries_return(turn);
    listing::end(turn);
    review::review(turn);
}

fn windows_and_forgetting(turn: &mut Turn<'_>) {
    let today = turn.today;
    for slot in today.assessing.slots().iter().filter(|slot| slot.cap.begins(today.tick)) {
        turn.block.begin_window(*slot);
    }
    let (Some(forgetting), Some(scale)) = (&today.assessing.forgetting, &today.assessing.scale) else {
        return;
    };
    let due = turn.due(forgetting.every);
    turn.block.change_scores(&due, |score| forgetting.step(Points(score), scale.start).0);
    turn.block.tables.losses.fade(&due, |lost| forgetting.left(Points(i16::from(lost))).0 as u8);
    turn.changed = turn.changed.or(due);
}

/// An entry in somebody's record: points by every rule about the matter, and the list.
fn entered(turn: &mut Turn<'_>, lane: u16, entry: Entry, other: Option<u32>) {
    let today = turn.today;
    if turn.block.planes.away.contains(lane) {
        // Nothing is written about those who moved out of reach.
        return;
    }
    let mut first = None;
    let mut given = false;
    for &number in rules_about(turn, lane, entry.matter) {
        let rule = &today.regime.rules()[usize::from(number)];
        let origin = origin_under(turn, lane, rule, entry.origin);
        first.get_or_insert(origin);
        if let Some(trait_) = rule.infers {
            turn.scratch.tally.inferred[trait_.index()] += 1;
            turn.scratch.tally.inferred_rightly[trait_.index()] += u64::from(has(turn, lane, trait_));
        }
        if let Some(slot) = today.regime.slot(number)
            && !turn.block.use_rule_once(lane, slot, true)
        {
            continue;
        }
        apply(turn, lane, number, (entry.matter, entry.channel), origin, other);
        turn.changed.insert(lane);
        given = true;
    }
    let origin = first.unwrap_or(entry.origin);
    turn.scratch.tally.entries[entry.channel.index()][origin.index()] += 1;
    if !given {
        let kind = EventKind::Entered { matter: entry.matter, channel: entry.channel, origin, rule: None };
        turn.log(lane, kind, 0, other);
    }
    if today.regime.lists(entry.matter) {
        listing::enter(turn, lane, entry.origin, other);
    }
}

/// Entries put down to those who did the deed, for many lanes at once: what [`entered`] does for one. The
/// deed is theirs; what a rule infers from it may be wrong. Deeds of those who are away were left out when
/// they were observed.
fn entered_for_doers(turn: &mut Turn<'_>, matter: Matter, channel: Channel, lanes: Mask) {
    let today = turn.today;
    if lanes.is_empty() {
        return;
    }
    let enrolled = turn.enrolled_of(today.regime, lanes);
    let mut inferred = None;
    let mut given = Mask::EMPTY;
    for &number in today.regime.about(matter) {
        let rule = &today.regime.rules()[usize::from(number)];
        let mut wrongly = Mask::EMPTY;
        if let Some(trait_) = rule.infers {
            wrongly = lacking(turn, matter, trait_).and(enrolled);
            let count = u64::from(enrolled.count());
            turn.scratch.tally.inferred[trait_.index()] += count;
            turn.scratch.tally.inferred_rightly[trait_.index()] += count - u64::from(wrongly.count());
        }
        inferred.get_or_insert(wrongly);
        let open = match today.regime.slot(number) {
            Some(slot) => turn.block.use_rule(&enrolled, slot, true),
            None => enrolled,
        };
        for lane in open.lanes() {
            let origin = if wrongly.contains(lane) { Origin::WrongInference } else { Origin::OwnDeed };
            apply(turn, lane, number, (matter, channel), origin, None);
        }
        given = given.or(open);
    }
    turn.changed = turn.changed.or(given);
    let wrongly = inferred.unwrap_or(Mask::EMPTY);
    let entries = &mut turn.scratch.tally.entries[channel.index()];
    let (all, wrong) = (u64::from(lanes.count()), u64::from(wrongly.count()));
    entries[Origin::OwnDeed.index()] += all - wrong;
    entries[Origin::WrongInference.index()] += wrong;
    if !today.cohort.is_empty() {
        for (origin, whom) in [(Origin::OwnDeed, lanes.and_not(wrongly)), (Origin::WrongInference, wrongly)] {
            let kind = EventKind::Entered { matter, channel, origin, rule: None };
            turn.log_each(&whom.and_not(given), kind);
        }
    }
    if today.regime.lists(matter) {
        for lane in lanes.lanes() {
            listing::enter(turn, lane, Origin::OwnDeed, None);
        }
    }
}

/// Applies a rule to an entry: its points, and all that follows from them; `other` is whose deed it was, if
/// it was somebody else's.
fn apply(
    turn: &mut Turn<'_>,
    lane: u16,
    number: u16,
    (matter, channel): (Matter, Channel),
    origin: Origin,
    other: Option<u32>,
) {
    let today = turn.today;
    let rule = &today.regime.rules()[usize::from(number)];
    let points = award(turn, lane, number, rule, turn.block.score(lane));
    add_to_score(turn, lane, number, points, origin);
    remember(turn, lane, points, u32::from(other.is_some()));
    let kind = EventKind::Entered { matter, channel, origin, rule: Some(number) };
    turn.log(lane, kind, points.0, other);
    // An app shows the loss at once; the phase Respond makes fear of it.
    if channel == Channel::App && points.0 < 0 {
        turn.scratch.caught.push(lane);
    }
    if rule.spills {
        spill::pass_on(turn, lane, Loss { rule: number, points: points.0, steps: 0 });
    }
}

/// What rules give for a true deed, added to the deserved scores; and the list, if truth would lead there. In
/// a world that is assessed by a regime without effect, the rules are that one's.
fn deserved(turn: &mut Turn<'_>, matter: Matter, lanes: Mask) {
    let today = turn.today;
    let assessing = today.assessing;
    let enrolled = turn.enrolled_of(assessing, lanes);
    for &number in assessing.about(matter) {
        let rule = &assessing.rules()[usize::from(number)];
        let meant = match rule.infers {
            Some(trait_) => enrolled.and_not(lacking(turn, matter, trait_)),
            None => enrolled,
        };
        let open = match assessing.slot(number) {
            Some(slot) => turn.block.use_rule(&meant, slot, false),
            None => meant,
        };
        let Some(scale) = &assessing.scale else { continue };
        for lane in open.lanes() {
            let before = Points(turn.block.merit(lane));
            let points = award(turn, lane, number, rule, before.0);
            let after = scale.add(before, points);
            turn.block.put_merit(lane, after.0);
            will_come_back(turn, lane, rule, false, Origin::OwnDeed, before, after);
        }
    }
    if today.regime.lists(matter) {
        for lane in lanes.lanes() {
            listing::fall_due(turn, lane);
        }
    }
    if turn.block.assessed.is_some() && assessing.lists(matter) {
        for lane in lanes.lanes() {
            listing::assess_as_due(turn, lane);
        }
    }
}

/// The rules about a matter; none for those who are not enrolled.
fn rules_about<'a>(turn: &Turn<'a>, lane: u16, matter: Matter) -> &'a [u16] {
    let regime = turn.today.regime;
    if turn.enrolled(lane) { regime.about(matter) } else { &[] }
}
