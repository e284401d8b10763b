//! Spilling over, a part of 4. Judge: points that came along a tie, and what a loss costs the person's ties.

use crate::phase::points::{add_to_score, remember};
use crate::phase::shun::Cuts;
use crate::turn::Turn;
use demerit_kernel::Points;
use demerit_regime::Tie;
use demerit_society::state::message::SPILL;
use demerit_society::{Content, EventKind, Message, Origin};

/// A loss by a rule that spills over.
#[derive(Clone, Copy)]
pub(crate) struct Loss {
    pub(crate) rule: u16,
    pub(crate) points: i16,
    /// Ties that it has come along so far.
    pub(crate) steps: u8,
}

/// Takes in points that came along a tie; they may go on from here.
pub(crate) fn take_in(turn: &mut Turn<'_>, lane: u16, from: u32, loss: Loss) {
    if !turn.enrolled(lane) {
        return;
    }
    let Loss { rule, points, steps } = loss;
    add_to_score(turn, lane, rule, Points(points), Origin::Tie);
    remember(turn, lane, Points(points), u32::from(steps));
    turn.changed.insert(lane);
    turn.log(lane, EventKind::Spilled { rule }, points, Some(from));
    pass_on(turn, lane, loss);
}

/// Sends what a loss costs the person's ties.
pub(crate) fn pass_on(turn: &mut Turn<'_>, lane: u16, Loss { rule, points, steps }: Loss) {
    let today = turn.today;
    let Some(spillover) = &today.regime.spillover else { return };
    if points >= 0 || steps >= spillover.reach {
        return;
    }
    let person = turn.number(lane);
    let (block, outbox) = (&turn.block, &mut turn.scratch.outbox);
    // Ties of a type come in an order that no regime changes; each has a word of its own, for each rule.
    let words = |tie: Tie| {
        let index = u32::from(rule) << 16 | (tie.index() as u32) << 8;
        today.draws.word_by_word(SPILL, person, today.tick.0, index)
    };
    let mut send = |tie: Tie, to: u32, word: u32| {
        let passed = spillover.passed_on(tie, Points(points), word).0;
        if passed != 0 {
            let content = Content::Spill { rule, points: passed, steps: steps + 1 };
            outbox.push(Message::new(to, person, content));
        }
    };
    let mut of_home = words(Tie::Partner);
    today.home(block).each(lane, |tie, to| {
        let word = of_home.next().unwrap_or_default();
        if spillover.carries(tie) {
            send(tie, to, word);
        }
    });
    let cuts = Cuts::of(today, block, lane);
    for tie in [Tie::Kin, Tie::Friend, Tie::Colleague, Tie::Acquaintance] {
        if spillover.carries(tie) {
            let mut of_layer = words(tie);
            today.society.ties.each(today.city, person, tie, |to| {
                let word = of_layer.next().unwrap_or_default();
                if !cuts.has(tie, to) {
                    send(tie, to, word);
                }
            });
        }
    }
}
