//! Looking, a part of 3. Observe: who of those who did something is seen by a channel, and whom it is
//! ascribed to.
//!
//! A channel looks at all who did a kind of deed at once: those missed, out of view or without an app drop
//! out as masks, and only those few with whom something goes wrong are looked at one by one.

use crate::scratch::Seen;
use crate::turn::Turn;
use demerit_kernel::Mask;
use demerit_regime::Matter;
use demerit_society::observation::{SEEN, ascribe, surely_right};
use demerit_society::watching::attention::follows;
use demerit_society::{Ascribed, Coverage, Scene};

/// What a channel sees of those who did something: found once, for the record and for the company alike.
pub(crate) fn look(
    turn: &mut Turn<'_>,
    scene: Scene<'_>,
    index: usize,
    matter: Matter,
    lanes: &Mask,
) -> Seen {
    let today = turn.today;
    let watch = &today.society.watching[index];
    let known = turn.scratch.seen.iter().rev().take_while(|seen| seen.matter == matter);
    // Where channels look as they looked before, the two may see otherwise.
    let known = known.filter(|seen| usize::from(seen.watch) == index && !follows(watch.channel));
    let mut known = known.filter(|seen| seen.looked_at == *lanes);
    if let Some(seen) = known.next() {
        return *seen;
    }
    let seen = look_anew(turn, scene, index, matter, lanes);
    turn.scratch.seen.push(seen);
    seen
}

fn look_anew(turn: &mut Turn<'_>, scene: Scene<'_>, index: usize, matter: Matter, lanes: &Mask) -> Seen {
    let today = turn.today;
    let watch = &today.society.watching[index];
    let asked = match watch.coverage {
        Coverage::AppUsers => lanes.and(turn.block.habits.app_users()).and_not(turn.block.planes.hiding),
        Coverage::Deeds(_) | Coverage::CityCameras => *lanes,
    };
    let share = scene.share(watch);
    let kind = SEEN.of(watch.channel.index());
    turn.draw(kind, &asked, matter as u32);
    let (luck, first_person) = (&turn.scratch.luck, turn.block.first_person);
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
    let first = turn.scratch.wrongs.len() as u32;
    let most = if erring.is_empty() { 0 } else { luck.len() };
    for at in 0..most {
        let lane = luck.lane(at);
        if !erring.contains(lane) {
            continue;
        }
        let person = first_person + u32::from(lane);
        let sex = turn.block.habits.of(usize::from(lane)).sex();
        match ascribe(today.society, watch, scene, (person, sex), (today.tick.0, matter), luck.at(at)) {
            Ascribed::Rightly => rightly.insert(lane),
            wrongly => turn.scratch.wrongs.push((lane, wrongly)),
        }
    }
    let wrongs = (first, turn.scratch.wrongs.len() as u32);
    Seen { matter, watch: index as u8, looked_at: *lanes, lanes: seen, rightly, wrongs }
}
