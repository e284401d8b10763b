//! 3. Observe: what was done becomes what is on record, for the right person or another.
//!
//! A deed is offered to the channels that the regime reads, in their order; the first that sees it writes the entry. An entry about
//! somebody else travels as a message. Besides, channels write entries with nothing behind them.

use crate::block::Block;
use crate::today::{Today, occupied};
use crate::world::Desk;
use demerit_kernel::{BlockId, Chance, Stream};
use demerit_society::attribution::Origin;
use demerit_society::events::Happening;
use demerit_society::message::{Content, Message};
use demerit_society::observation::{Ascribed, Entry, ascribe, sees};
use demerit_society::tally::stance;
use demerit_society::watching::Watch;
use demerit_society::{Deed, stream};

pub(crate) fn observe(today: &Today<'_>, block: &Block<'_>, desk: &mut Desk) {
    desk.entries.clear();
    for number in 0..desk.acts.len() {
        let act = desk.acts[number];
        let Deed::Act(matter) = act.deed else { continue };
        let person = block.first_person + u32::from(act.lane);
        if let Some(post) = stance(matter) {
            desk.tally.published[post] += 1;
            if today.regime.removal.as_ref().is_some_and(|removal| removal.removes(matter, act.word)) {
                desk.tally.removed[post] += 1;
                today.tell(block, desk, usize::from(act.lane), Happening::Removed(matter), 0, None);
            }
        }
        if !today.regime.uses(matter) {
            continue;
        }
        for watch in read(today) {
            if !watch.matters.contains(&matter) {
                continue;
            }
            let at = usize::from(act.lane);
            let luck =
                today.draws.luck(stream::observe(watch.channel.index()), person, today.tick.0, matter as u32);
            let uses_apps = || today.society.person(person, block.born[at], block.habits.of(at)).uses_apps();
            if !sees(watch, today.city, uses_apps, luck) {
                continue;
            }
            desk.tally.seen[matter.index()] += 1;
            let entry = |origin| Entry { matter, channel: watch.channel, origin };
            match ascribe(watch, today.city, person, luck) {
                Ascribed::Rightly => desk.entries.push((act.lane, entry(Origin::OwnDeed))),
                Ascribed::To(to, origin) => {
                    desk.outbox.push(Message { to, from: person, content: Content::Entry(entry(origin)) });
                }
            }
            break;
        }
    }
    for watch in read(today) {
        let channel = watch.channel.index();
        ghosts(
            today,
            block,
            desk,
            watch,
            watch.false_match,
            stream::ghost(channel, false),
            Origin::WrongPerson,
        );
        ghosts(today, block, desk, watch, watch.clerk, stream::ghost(channel, true), Origin::Clerk);
    }
}

/// The channels that the regime reads.
fn read<'a>(today: &'a Today<'_>) -> impl Iterator<Item = &'a Watch> {
    today.society.watching.iter().filter(|watch| today.regime.reads(watch.channel))
}

/// Entries with nothing behind them, at a chance per person and tick.
fn ghosts(
    today: &Today<'_>,
    block: &Block<'_>,
    desk: &mut Desk,
    watch: &Watch,
    chance: Chance,
    kind: Stream,
    origin: Origin,
) {
    let candidates = today.draws.candidates(kind, BlockId(today.block), today.tick, chance);
    for lane in candidates.and(occupied(block)).lanes() {
        let luck = today.draws.luck(kind, block.first_person + u32::from(lane), today.tick.0, 0);
        if let Some(matter) = watch.any_matter(luck.word(0)).filter(|&matter| today.regime.uses(matter)) {
            desk.entries.push((lane, Entry { matter, channel: watch.channel, origin }));
        }
    }
}
