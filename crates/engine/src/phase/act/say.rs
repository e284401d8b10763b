//! Posts, a part of 2. Act: who says what, and who would have and does not.
//!
//! A candidate is thinned by opinion, by the climate of opinion, by a closed account, by fear, and by care
//! for others, in this order. What opinion alone would bring hangs on who somebody is and on luck, so that it
//! is the same in twins; each of these posts that is not published, and each that is published beyond them,
//! is counted for one reason.

use crate::phase::act::publish;
use crate::turn::Turn;
use demerit_kernel::{Chance, Mask};
use demerit_regime::{Matter, Spillover};
use demerit_society::conduct::scaled;
use demerit_society::reactions::account::Loss;
use demerit_society::reactions::response::SPEECH;
use demerit_society::{Deed, EventKind, Stance};

/// The candidates who publish a post of this stance.
pub(super) fn say(
    turn: &mut Turn<'_>,
    heeding: &Mask,
    candidates: &Mask,
    matter: Matter,
    post: Stance,
) -> Mask {
    let today = turn.today;
    let manner = Manner::of(turn, matter, post);
    let conduct = &today.society.conduct[Deed::Act(matter).index()];
    turn.draw_deed(Deed::Act(matter), candidates);
    let mut said = Mask::EMPTY;
    for index in 0..turn.scratch.luck.len() {
        let (lane, word) = (turn.scratch.luck.lane(index), turn.scratch.luck.word(index, 0));
        let kept = conduct.kept_in(turn.block.habits, lane);
        let heeds = (manner.punished || manner.rewarded) && heeding.contains(lane);
        if manner.says(turn, heeds, lane, kept, word) {
            said.insert(lane);
            turn.log(lane, EventKind::Did(Deed::Act(matter)), 0, None);
            let word = turn.scratch.luck.word(index, 1);
            publish::publish(turn, lane, matter, post, word);
        }
    }
    said
}

/// How the regime in force, private opinion and the climate bear on a kind of post.
struct Manner<'a> {
    matter: Matter,
    post: Stance,
    punished: bool,
    rewarded: bool,
    /// Factor of the climate on what is said, 1 for all but critical and revealing posts.
    willing: f64,
    /// The highest factor that anything here can put on a chance.
    highest: f64,
    /// What a post would cost others.
    spills: Option<&'a Spillover>,
}

impl<'a> Manner<'a> {
    fn of(turn: &Turn<'a>, matter: Matter, post: Stance) -> Self {
        let today = turn.today;
        let (society, regime) = (today.society, today.regime);
        let rewarded = regime.rewards(matter);
        let critical = post.is_critical();
        let willing = match &society.reactions.silence {
            Some(silence) if critical => silence.willingness(&turn.block.tables.climate),
            _ => 1.0,
        };
        let played = if rewarded { 1.0 + society.response.gaming } else { 1.0 };
        let opinion = if post == Stance::Neutral { 1.0 } else { 2.0 };
        let spilling = |&number: &u16| regime.rules()[usize::from(number)].spills;
        let spills = regime.spillover.as_ref().filter(|_| {
            critical && society.reactions.care.is_some() && regime.about(matter).iter().any(spilling)
        });
        let highest = opinion * played * willing.max(1.0);
        Self { matter, post, punished: regime.punishes(matter), rewarded, willing, highest, spills }
    }

    /// Whether a candidate publishes the post.
    fn says(&self, turn: &mut Turn<'_>, heeds: bool, lane: u16, kept: Chance, word: u32) -> bool {
        let today = turn.today;
        if !scaled(kept, self.highest).hits(word) {
            return false;
        }
        let (society, at, post) = (today.society, usize::from(lane), self.post);
        let support = || turn.person(lane).support();
        let opinion = match post {
            Stance::Neutral => 1.0,
            Stance::Supportive => 2.0 * support(),
            Stance::Critical | Stance::Investigative => 2.0 * (1.0 - support()),
        };
        let by = |factor: f64| if factor == 1.0 { kept } else { scaled(kept, factor) };
        let played = if self.rewarded && heeds { 1.0 + society.response.gaming } else { 1.0 };
        let meant = by(opinion).hits(word);
        let tally = &mut turn.scratch.tally;
        tally.meant[post.index()] += u64::from(meant);
        if !by(opinion * self.willing * played).hits(word) {
            tally.muted[post.index()] += u64::from(meant);
            return false;
        }
        if !meant {
            let roused = by(opinion * self.willing).hits(word);
            let gained = if roused { &mut tally.roused } else { &mut tally.played };
            gained[post.index()] += 1;
        }
        if turn.block.planes.closed.contains(lane) {
            turn.scratch.tally.silenced[post.index()] += 1;
            publish::lose(turn, lane, Loss::Closed);
            return false;
        }
        if !(self.punished && heeds) {
            return true;
        }
        let luck = turn.luck(SPEECH, lane, post as u32);
        let afraid = society.response.withheld(turn.block.tables.fear[at]).hits(luck.word(0));
        if afraid {
            turn.scratch.tally.withheld[post.index()] += 1;
        } else if self.spills.is_some_and(|spills| cares(turn, lane, spills).hits(luck.word(1))) {
            turn.scratch.tally.withheld_for_others[post.index()] += 1;
        } else {
            return true;
        }
        publish::lose(turn, lane, Loss::Withheld);
        turn.log(lane, EventKind::Withheld(self.matter), 0, None);
        false
    }
}

/// Chance to hold back for the sake of the household and of friends.
fn cares(turn: &Turn<'_>, lane: u16, spills: &Spillover) -> Chance {
    let today = turn.today;
    let Some(care) = &today.society.reactions.care else { return Chance::ZERO };
    let home = turn.home();
    let others = home.lanes(lane).filter(|&other| other != usize::from(lane));
    care.holds_back(spills, others.map(|other| home.tie_to(lane, other as u16)))
}
