//! Looking, a part of 3. Observe: who of those who did something is seen by a channel, and whom it is ascribed to.
//!
//! A channel looks at all who did a kind of deed at once: those missed, out of view or without an app drop out as masks, and only those
//! few with whom something goes wrong are looked at one by one.

use crate::block::Block;
use crate::today::Today;
use crate::world::Scratch;
use demerit_kernel::Mask;
use demerit_regime::Matter;
use demerit_society::observation::{Ascribed, Scene, ascribe, surely_right};
use demerit_society::stream;
use demerit_society::watching::attention::follows;
use demerit_society::watching::{Coverage, Watch};

/// What a channel saw of a kind of deed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Seen {
    pub(crate) matter: Matter,
    /// Place of the channel among those of the society.
    pub(crate) watch: u8,
    /// Those whom it looked at.
    looked_at: Mask,
    /// Those whom it saw.
    pub(crate) lanes: Mask,
    /// Those of them who are put down for it themselves.
    pub(crate) rightly: Mask,
    /// First and one past the last of the scratch's deeds ascribed to others.
    wrongs: (u32, u32),
}

impl Seen {
    /// Places, among the scratch's, of the deeds that were ascribed to others.
    pub(crate) fn wrongs(&self) -> std::ops::Range<usize> {
        self.wrongs.0 as usize..self.wrongs.1 as usize
    }
}

/// What a channel sees of those who did something: found once, for the record and for the company alike.
pub(crate) fn look(
    today: &Today<'_>,
    block: &Block<'_>,
    scratch: &mut Scratch,
    scene: Scene<'_>,
    place: usize,
    matter: Matter,
    lanes: &Mask,
) -> Seen {
    let watch = &today.society.watching[place];
    let known = scratch.seen.iter().rev().take_while(|seen| seen.matter == matter);
    // Where channels look as they looked before, the two may see otherwise.
    let known = known.filter(|seen| usize::from(seen.watch) == place && !follows(watch.channel));
    let mut known = known.filter(|seen| seen.looked_at == *lanes);
    if let Some(seen) = known.next() {
        return *seen;
    }
    let seen = look_anew(today, block, scratch, scene, (place, watch), matter, lanes);
    scratch.seen.push(seen);
    seen
}

fn look_anew(
    today: &Today<'_>,
    block: &Block<'_>,
    scratch: &mut Scratch,
    scene: Scene<'_>,
    (place, watch): (usize, &Watch),
    matter: Matter,
    lanes: &Mask,
) -> Seen {
    let asked = match watch.coverage {
        Coverage::AppUsers => lanes.and(block.habits.app_users()).and_not(block.planes.hiding),
        Coverage::Deeds(_) | Coverage::CityCameras => *lanes,
    };
    let share = scene.share(watch);
    let kind = stream::observe(watch.channel.index());
    let luck = &mut scratch.luck;
    today.draws.lane_luck(kind, block.first_person, &asked, today.tick.0, matter as u32, luck);
    let sure = surely_right(today.society, watch, scene);
    let (mut seen, mut rightly) = (Mask::EMPTY, Mask::EMPTY);
    for at in 0..luck.len() {
        let (lane, words) = (luck.lane(at), luck.at(at));
        let sees = !watch.miss.hits(words.word(1)) & share.hits(words.word(0));
        let right = sees & sure.contains(&u64::from(words.word(2)));
        seen.0[usize::from(lane / 64)] |= u64::from(sees) << (lane % 64);
        rightly.0[usize::from(lane / 64)] |= u64::from(right) << (lane % 64);
    }
    let erring = seen.and_not(rightly);
    let first = scratch.wrongs.len() as u32;
    let places = if erring.is_empty() { 0 } else { luck.len() };
    for at in 0..places {
        let lane = luck.lane(at);
        if !erring.contains(lane) {
            continue;
        }
        let person = block.first_person + u32::from(lane);
        let sex = block.habits.of(usize::from(lane)).sex();
        match ascribe(today.society, watch, scene, (person, sex), (today.tick.0, matter), luck.at(at)) {
            Ascribed::Rightly => rightly.insert(lane),
            wrongly => scratch.wrongs.push((lane, wrongly)),
        }
    }
    let wrongs = (first, scratch.wrongs.len() as u32);
    Seen { matter, watch: place as u8, looked_at: *lanes, lanes: seen, rightly, wrongs }
}
