//! 3. Observe: what was done becomes what is on record, for the right person or another.
//!
//! A deed is offered to the channels that the regime reads, in their order; the first that sees it writes the entry. An entry about
//! somebody else travels as a message. Besides, channels write entries with nothing behind them. What was found in a neighbourhood
//! up to the last tick says how much is watched there in this one.

use crate::block::Block;
use crate::today::{Today, occupied};
use crate::world::Desk;
use demerit_kernel::{BlockId, Chance, Stream};
use demerit_regime::Channel;
use demerit_society::attention::{Factor, follows};
use demerit_society::attribution::Origin;
use demerit_society::clerk::{self, Errors};
use demerit_society::message::{Content, Message};
use demerit_society::observation::{Ascribed, Entry, Scene, ascribe, sees};
use demerit_society::tally::CLASSES;
use demerit_society::watching::Watch;
use demerit_society::{Deed, stream};

pub(crate) fn observe(today: &Today<'_>, block: &mut Block<'_>, desk: &mut Desk) {
    desk.entries.clear();
    let patrol = Patrol::of(today, block);
    let scene = Scene { city: today.city, number: today.city_number(), attention: patrol.attention };
    let class = (today.city.class as usize).min(CLASSES - 1);
    let mut entries = 0;
    for number in 0..desk.acts.len() {
        let act = desk.acts[number];
        let Deed::Act(matter) = act.deed else { continue };
        let person = block.first_person + u32::from(act.lane);
        if !today.regime.uses(matter) || block.planes.away.contains(act.lane) {
            continue;
        }
        for watch in read(today) {
            if !watch.matters.contains(&matter) {
                continue;
            }
            let at = usize::from(act.lane);
            let luck =
                today.draws.luck(stream::observe(watch.channel.index()), person, today.tick.0, matter as u32);
            let camera = watch.channel == Channel::Camera;
            let patrols = follows(watch.channel);
            desk.tally.camera_done[class] += u64::from(camera);
            desk.tally.patrolled[patrol.tenth] += u64::from(patrols);
            let hides = block.planes.hiding.contains(act.lane);
            let uses_apps = || today.society.person(person, block.born[at], block.habits.of(at)).uses_apps();
            if !sees(watch, scene, hides, uses_apps, luck) {
                continue;
            }
            desk.tally.camera_seen[class] += u64::from(camera);
            desk.tally.patrol_seen[patrol.tenth] += u64::from(patrols);
            desk.tally.seen[matter.index()] += 1;
            entries += u32::from(patrol.counts && today.regime.punishes(matter));
            let entry = |origin| Entry { matter, channel: watch.channel, origin };
            let sex = block.habits.of(at).sex();
            let to = match ascribe(today.society, watch, scene, (person, sex), (today.tick.0, matter), luck) {
                Ascribed::Rightly => {
                    desk.entries.push((act.lane, entry(Origin::OwnDeed)));
                    break;
                }
                Ascribed::To(to, origin) => (to, origin),
                Ascribed::ToLookAlike(to, looks) => {
                    desk.tally.mistaken_by_looks[looks] += 1;
                    desk.tally.mistaken_by_sex[sex as usize] += 1;
                    (to, Origin::WrongPerson)
                }
            };
            let content = Content::Entry(entry(to.1));
            desk.outbox.push(Message::new(to.0, person, content));
            break;
        }
    }
    for watch in read(today) {
        let channel = watch.channel.index();
        let (matches, clerks) = (stream::ghost(channel, false), stream::ghost(channel, true));
        let written = desk.entries.len();
        alike(
            today,
            block,
            desk,
            watch,
            clerk::errors(watch.false_match),
            (matches, Origin::WrongPerson),
            &patrol,
        );
        alarms(today, block, desk, watch, &patrol);
        alike(today, block, desk, watch, clerk::errors(watch.clerk), (clerks, Origin::Clerk), &patrol);
        if patrol.counts {
            let punished = |one: &&(u16, Entry)| today.regime.punishes(one.1.matter);
            entries += desk.entries[written..].iter().filter(punished).count() as u32;
        }
    }
    if let Some(attention) = &today.society.attention {
        block.tables.past = attention.passed(block.tables.past, entries);
    }
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
    desk: &mut Desk,
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
            desk.entries.push((lane, Entry { matter, channel: watch.channel, origin }));
        }
    }
}

/// False alarms: a face is recognised where nobody did anything, some faces sooner than others.
fn alarms(today: &Today<'_>, block: &Block<'_>, desk: &mut Desk, watch: &Watch, patrol: &Patrol) {
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
            desk.tally.mistaken_by_looks[looks] += 1;
            desk.tally.mistaken_by_sex[sex as usize] += 1;
            let origin = Origin::WrongPerson;
            desk.entries.push((lane, Entry { matter, channel: watch.channel, origin }));
        }
    }
}
