//! Posts, a part of 2. Act: who says what, and who would have and does not.
//!
//! A candidate is thinned by opinion, by the climate of opinion, by a closed account, by fear, and by care for others, in this order.

use crate::block::Block;
use crate::phase::act::draw;
use crate::phase::publish;
use crate::today::Today;
use crate::world::Scratch;
use demerit_kernel::{Chance, Mask};
use demerit_regime::{Matter, Spillover};
use demerit_society::conduct::scaled;
use demerit_society::reactions::account::Loss;
use demerit_society::state::events::EventKind;
use demerit_society::{Deed, stream};

/// The candidates who publish a post of this stance.
pub(super) fn say(
    today: &Today<'_>,
    block: &mut Block<'_>,
    scratch: &mut Scratch,
    heeding: &Mask,
    candidates: &Mask,
    matter: Matter,
    post: usize,
) -> Mask {
    let manner = Manner::of(today, block, matter, post);
    let conduct = &today.society.conduct[Deed::Act(matter).index()];
    draw(today, block, scratch, Deed::Act(matter), candidates);
    let mut said = Mask::EMPTY;
    for place in 0..scratch.luck.len() {
        let (lane, word) = (scratch.luck.lane(place), scratch.luck.word(place, 0));
        let kept = conduct.kept_in(block.habits, lane);
        let heeds = (manner.punished || manner.rewarded) && heeding.contains(lane);
        if manner.says(today, block, scratch, heeds, lane, kept, word) {
            said.insert(lane);
            today.tell(block, scratch, usize::from(lane), EventKind::Did(Deed::Act(matter)), 0, None);
            publish::publish(today, block, scratch, lane, matter, post, scratch.luck.word(place, 1));
        }
    }
    said
}

/// How the regime in force, private opinion and the climate bear on a kind of post.
struct Manner<'a> {
    matter: Matter,
    post: usize,
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
    fn of(today: &'a Today<'_>, block: &Block<'_>, matter: Matter, post: usize) -> Self {
        let (society, regime) = (today.society, today.regime);
        let rewarded = regime.rewards(matter);
        let critical = matches!(post, 2 | 3);
        let willing = match &society.reactions.silence {
            Some(silence) if critical => silence.willingness(&block.tables.climate),
            _ => 1.0,
        };
        let played = if rewarded { 1.0 + society.response.gaming } else { 1.0 };
        let opinion = if post > 0 { 2.0 } else { 1.0 };
        let spilling = |&number: &u16| regime.rules()[usize::from(number)].spills;
        let spills = regime.spillover.as_ref().filter(|_| {
            critical && society.reactions.care.is_some() && regime.about(matter).iter().any(spilling)
        });
        let highest = opinion * played * willing.max(1.0);
        Self { matter, post, punished: regime.punishes(matter), rewarded, willing, highest, spills }
    }

    /// Whether a candidate publishes the post.
    #[expect(clippy::too_many_arguments, reason = "a candidate, and all that bears on the post")]
    fn says(
        &self,
        today: &Today<'_>,
        block: &Block<'_>,
        scratch: &mut Scratch,
        heeds: bool,
        lane: u16,
        kept: Chance,
        word: u32,
    ) -> bool {
        if !scaled(kept, self.highest).hits(word) {
            return false;
        }
        let (society, at, post) = (today.society, usize::from(lane), self.post);
        let person = block.first_person + u32::from(lane);
        let support = || society.person(person, block.born[at], block.habits.of(at)).support();
        let opinion = match post {
            1 => 2.0 * support(),
            2 | 3 => 2.0 * (1.0 - support()),
            _ => 1.0,
        };
        let by = |factor: f64| if factor == 1.0 { kept } else { scaled(kept, factor) };
        let played = if self.rewarded && heeds { 1.0 + society.response.gaming } else { 1.0 };
        if !by(opinion * self.willing * played).hits(word) {
            if by(opinion).hits(word) {
                scratch.tally.muted[post] += 1;
            }
            return false;
        }
        if block.planes.closed.contains(lane) {
            scratch.tally.silenced[post] += 1;
            publish::lose(today, block, scratch, lane, Loss::Closed);
            return false;
        }
        if !(self.punished && heeds) {
            return true;
        }
        let luck = today.draws.luck(stream::SPEECH, person, today.tick.0, post as u32);
        let afraid = society.response.withheld(block.tables.fear[at]).hits(luck.word(0));
        if afraid {
            scratch.tally.withheld[post] += 1;
        } else if self.spills.is_some_and(|spills| cares(today, block, lane, spills).hits(luck.word(1))) {
            scratch.tally.withheld_for_others[post] += 1;
        } else {
            return true;
        }
        publish::lose(today, block, scratch, lane, Loss::Withheld);
        today.tell(block, scratch, at, EventKind::Withheld(self.matter), 0, None);
        false
    }
}

/// Chance to hold back for the sake of the household and of friends.
fn cares(today: &Today<'_>, block: &Block<'_>, lane: u16, spills: &Spillover) -> Chance {
    let Some(care) = &today.society.reactions.care else { return Chance::ZERO };
    let home = today.home(block);
    let others = home.lanes(lane).filter(|&other| other != usize::from(lane));
    care.holds_back(spills, others.map(|other| home.tie_to(lane, other as u16)))
}
