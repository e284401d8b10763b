//! Points, as several phases give and take them: what a rule gives, and every account of where lost points
//! came from.

use crate::turn::Turn;
use demerit_kernel::{Points, Tick};
use demerit_regime::{Matter, Mechanism, Rule};
use demerit_society::state::attribution::OFFICER;
use demerit_society::state::delay;
use demerit_society::{Origin, Regain};

/// The points that a rule gives somebody with a score. Where an officer decides, the score has no influence;
/// where the rule has points by the score, nothing else has.
pub(super) fn award(turn: &Turn<'_>, lane: u16, number: u16, rule: &Rule, score: i16) -> Points {
    if rule.is_fixed() {
        return rule.award_at(Points(score), 0);
    }
    rule.award(turn.luck(OFFICER, lane, u32::from(number)).word(0))
}

/// Adds the points of a rule to the score on record, and to every account of where they came from.
pub(super) fn add_to_score(turn: &mut Turn<'_>, lane: u16, rule: u16, points: Points, origin: Origin) {
    let today = turn.today;
    let Some(scale) = &today.regime.scale else { return };
    let before = Points(turn.block.score(lane));
    let after = scale.add(before, points);
    turn.block.put_score(lane, after.0);
    let rule = &today.regime.rules()[usize::from(rule)];
    let domain = rule.matter.domain().index();
    will_come_back(turn, lane, rule, true, origin, before, after);
    if points.0 < 0 {
        turn.scratch.tally.points_lost[domain][origin.index()] += u64::from(points.0.unsigned_abs());
        // What an appeal may give back is what was really taken: nothing below the floor.
        count_loss(turn, lane, origin, after.0 - before.0);
        blame(turn, lane, rule.matter);
    } else {
        turn.scratch.tally.points_gained[domain] += u64::from(points.0.unsigned_abs());
    }
}

/// Counts points lost by their origin, for an appeal to give back.
pub(super) fn count_loss(turn: &mut Turn<'_>, lane: u16, origin: Origin, points: i16) {
    if turn.today.society.mechanisms.on(Mechanism::Attribution) {
        turn.block.tables.losses.count(usize::from(lane), origin, points);
    }
}

/// Keeps the matter that last took points, unless a sanction runs already.
pub(super) fn blame(turn: &mut Turn<'_>, lane: u16, matter: Matter) {
    if !turn.today.regime.tiers.sanctions(turn.block.tier(lane)) {
        turn.block.put_cause(lane, Some(matter));
    }
}

/// Notes a loss that will come back, on record or of the deserved score: the score before it and after it.
pub(super) fn will_come_back(
    turn: &mut Turn<'_>,
    lane: u16,
    rule: &Rule,
    on_record: bool,
    origin: Origin,
    before: Points,
    after: Points,
) {
    let Some(recovers) = rule.recovers.as_ref().filter(|_| after < before) else { return };
    let (loss, whole) = ((before.0 - after.0) as u16, recovers.at(before).max(1) as u16);
    let since = turn.today.tick;
    turn.block.tables.pending.regain.push(Regain { lane, on_record, origin, loss, whole, since });
}

/// Notes when the deed was done that cost points, `weeks` ago, for the delay between deed and sanction. Where
/// tiers are reviewed in every tick, only a deed of an earlier week that brings a sanction at once has a
/// delay to note.
pub(super) fn remember(turn: &mut Turn<'_>, lane: u16, points: Points, weeks: u32) {
    let today = turn.today;
    let tiers = &today.regime.tiers;
    let brings = || tiers.sanctions(tiers.of(Points(turn.block.score(lane))));
    if points.0 < 0 && (today.regime.review_every > 1 || (weeks > 0 && brings())) {
        delay::note(&mut turn.block.tables.delays, lane, Tick(today.tick.0.saturating_sub(weeks)));
    }
}
