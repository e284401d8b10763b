//! 3. Observe: what was done becomes what is on record, for the right person or another.
//!
//! A deed is offered to the channels that the regime reads, in their order; the first that sees it writes the entry. An entry about
//! somebody else travels as a message. Besides, channels write entries with nothing behind them. What was found in a neighbourhood
//! up to the last tick says how much is watched there in this one.

use crate::block::Block;
use crate::phase::act::Done;
use crate::phase::look::look;
use crate::today::{Today, occupied};
use crate::world::Scratch;
use demerit_kernel::{BlockId, Chance, Mask, Stream};
use demerit_regime::{Channel, Matter};
use demerit_society::observation::{Ascribed, Entry, Scene};
use demerit_society::state::attribution::Origin;
use demerit_society::state::message::{Content, Message};
use demerit_society::state::tally::CLASSES;
use demerit_society::watching::Watch;
use demerit_society::watching::attention::{Factor, follows};
use demerit_society::watching::clerk::{self, Errors};
use demerit_society::{Deed, stream};

pub(crate) fn observe(today: &Today<'_>, block: &mut Block<'_>, scratch: &mut Scratch) {
    scratch.entries.clear();
    scratch.own.clear();
    scratch.seen.clear();
    scratch.wrongs.clear();
    let patrol = Patrol::of(today, block);
    let mut entries = 0;
    for number in 0..scratch.done.len() {
        let Done { deed: Deed::Act(matter), lanes } = scratch.done[number] else { continue };
        if today.regime.uses(matter) {
            entries += seen(today, block, scratch, &patrol, matter, lanes.and_not(*block.planes.away));
        }
    }
    for watch in read(today) {
        let channel = watch.channel.index();
        let (matches, clerks) = (stream::ghost(channel, false), stream::ghost(channel, true));
        let written = scratch.entries.len();
        alike(
            today,
            block,
            scratch,
            watch,
            clerk::errors(watch.false_match),
            (matches, Origin::WrongPerson),
            &patrol,
        );
        alarms(today, block, scratch, watch, &patrol);
        alike(today, block, scratch, watch, clerk::errors(watch.clerk), (clerks, Origin::Clerk), &patrol);
        if patrol.counts {
            let punished = |one: &&(u16, Entry)| today.regime.punishes(one.1.matter);
            entries += scratch.entries[written..].iter().filter(punished).count() as u32;
        }
    }
    if let Some(attention) = &today.society.attention {
        block.tables.past = attention.passed(block.tables.past, entries);
    }
}

/// Puts those who did something to the channels, one after the other; gives the entries that attention counts.
fn seen(
    today: &Today<'_>,
    block: &Block<'_>,
    scratch: &mut Scratch,
    patrol: &Patrol,
    matter: Matter,
    lanes: Mask,
) -> u32 {
    let scene = Scene { city: today.city, number: today.city_number(), attention: patrol.attention };
    let class = (today.city.class as usize).min(CLASSES - 1);
    let counts = patrol.counts && today.regime.punishes(matter);
    let mut entries = 0;
    let mut left = lanes;
    for place in today.society.watchers(matter) {
        let channel = today.society.watching[place].channel;
        if !today.regime.reads(channel) || left.is_empty() {
            continue;
        }
        let seen = look(today, block, scratch, scene, place, matter, &left);
        let (done, found) = (u64::from(left.count()), u64::from(seen.lanes.count()));
        let tally = &mut scratch.tally;
        if channel == Channel::Camera {
            tally.camera_done[class] += done;
            tally.camera_seen[class] += found;
        }
        if follows(channel) {
            tally.patrolled[patrol.tenth] += done;
            tally.patrol_seen[patrol.tenth] += found;
        }
        tally.seen[matter.index()] += found;
        entries += if counts { found as u32 } else { 0 };
        scratch.own.push((matter, channel, seen.rightly));
        for number in seen.wrongs() {
            let (lane, ascribed) = scratch.wrongs[number];
            let (to, origin) = match ascribed {
                Ascribed::Rightly => continue,
                Ascribed::To(to, origin) => (to, origin),
                Ascribed::ToLookAlike(to, looks) => {
                    let sex = block.habits.of(usize::from(lane)).sex();
                    scratch.tally.mistaken_by_looks[looks] += 1;
                    scratch.tally.mistaken_by_sex[sex as usize] += 1;
                    (to, Origin::WrongPerson)
                }
            };
            let content = Content::Entry(Entry { matter, channel, origin });
            scratch.outbox.push(Message::new(to, block.first_person + u32::from(lane), content));
        }
        left = left.and_not(seen.lanes);
    }
    entries
}

/// How much is watched in a neighbourhood, by what was found there up to the last tick.
struct Patrol {
    attention: Factor,
    /// 1 in the tenth of neighbourhoods most watched.
    tenth: usize,
    /// Whether entries are counted for the next tick.
    counts: bool,
}

impl Patrol {
    fn of(today: &Today<'_>, block: &Block<'_>) -> Self {
        let Some(attention) = &today.society.attention else {
            return Self { attention: Factor::ONE, tenth: 0, counts: false };
        };
        let past = block.tables.past;
        let tenth = usize::from(today.past.tenth.is_some_and(|tenth| past >= tenth));
        Self { attention: attention.factor(past, today.past.mean), tenth, counts: true }
    }
}

/// The channels that the regime reads.
fn read<'a>(today: &'a Today<'_>) -> impl Iterator<Item = &'a Watch> {
    today.society.watching.iter().filter(|watch| today.regime.reads(watch.channel))
}

/// Entries with nothing behind them, which may befall everybody alike.
fn alike(
    today: &Today<'_>,
    block: &Block<'_>,
    scratch: &mut Scratch,
    watch: &Watch,
    errors: Errors,
    (kind, origin): (Stream, Origin),
    patrol: &Patrol,
) {
    if errors.ceiling == Chance::ZERO {
        return;
    }
    let candidates = today.draws.candidates(kind, BlockId(today.block), today.tick, errors.ceiling);
    for lane in candidates.and(occupied(block)).lanes() {
        let luck = today.draws.luck(kind, block.first_person + u32::from(lane), today.tick.0, 0);
        if errors.befall(1.0, patrol.attention, luck.word(1))
            && let Some(matter) = watch.any_matter(luck.word(0)).filter(|&matter| today.regime.uses(matter))
        {
            scratch.entries.push((lane, Entry { matter, channel: watch.channel, origin }));
        }
    }
}

/// False alarms: a face is recognised where nobody did anything, some faces sooner than others.
fn alarms(today: &Today<'_>, block: &Block<'_>, scratch: &mut Scratch, watch: &Watch, patrol: &Patrol) {
    let Some(recognition) = today.society.recognition.as_ref().filter(|_| watch.recognises_faces()) else {
        return;
    };
    let kind = stream::FALSE_ALARM;
    let ceiling = recognition.alarms().ceiling;
    let candidates = today.draws.candidates(kind, BlockId(today.block), today.tick, ceiling);
    for lane in candidates.and(occupied(block)).lanes() {
        let person = block.first_person + u32::from(lane);
        let luck = today.draws.luck(kind, person, today.tick.0, 0);
        if !recognition.may_be_alarmed(patrol.attention, luck.word(1)) {
            continue;
        }
        let Some(matter) = watch.any_matter(luck.word(0)).filter(|&matter| today.regime.uses(matter)) else {
            continue;
        };
        let first = block.first_person + u32::from(today.pattern[usize::from(lane)].start);
        let looks = recognition.looks(&today.draws, first);
        let sex = block.habits.of(usize::from(lane)).sex();
        if recognition.alarmed(looks, sex, patrol.attention, luck.word(1)) {
            scratch.tally.mistaken_by_looks[looks] += 1;
            scratch.tally.mistaken_by_sex[sex as usize] += 1;
            let origin = Origin::WrongPerson;
            scratch.entries.push((lane, Entry { matter, channel: watch.channel, origin }));
        }
    }
}
