//! 3. Observe: what was done becomes what is on record, for the right person or another.
//!
//! A deed is offered to the channels that the regime reads, in their order; the first that sees it writes the
//! entry. An entry about somebody else travels as a message. Besides, channels write entries with nothing
//! behind them. What was found in a neighbourhood up to the last tick says how much is watched there in this
//! one.

pub(crate) mod checks;
pub(crate) mod look;

use self::look::look;
use crate::scratch::Done;
use crate::today::Today;
use crate::turn::Turn;
use demerit_kernel::{Chance, Mask, Stream};
use demerit_regime::{Channel, Matter};
use demerit_society::watching::attention::{Factor, follows};
use demerit_society::watching::clerk::{self, Errors, false_positive};
use demerit_society::watching::identification::FALSE_ALARM;
use demerit_society::{Ascribed, CLASSES, Content, Deed, Entry, Message, Origin, Scene, Watch};

pub(crate) fn observe(turn: &mut Turn<'_>) {
    let today = turn.today;
    turn.scratch.entries.clear();
    turn.scratch.own.clear();
    turn.scratch.seen.clear();
    turn.scratch.wrongs.clear();
    let patrol = Patrol::of(turn);
    let mut entries = 0;
    for number in 0..turn.scratch.done.len() {
        let Done { deed: Deed::Act(matter), lanes } = turn.scratch.done[number] else { continue };
        if today.regime.uses(matter) {
            entries += seen(turn, &patrol, matter, lanes.and_not(*turn.block.planes.away));
        }
    }
    for watch in read(today) {
        let channel = watch.channel.index();
        let (matches, clerks) = (false_positive(channel, false), false_positive(channel, true));
        let written = turn.scratch.entries.len();
        spurious(turn, watch, clerk::errors(watch.false_match), (matches, Origin::WrongPerson), &patrol);
        false_alarms(turn, watch, &patrol);
        spurious(turn, watch, clerk::errors(watch.clerk), (clerks, Origin::Clerk), &patrol);
        if patrol.counts {
            let punished = |one: &&(u16, Entry)| today.regime.punishes(one.1.matter);
            entries += turn.scratch.entries[written..].iter().filter(punished).count() as u32;
        }
    }
    if let Some(attention) = &today.society.attention {
        turn.block.tables.past = attention.passed(turn.block.tables.past, entries);
    }
}

/// Puts those who did something to the channels, one after the other; gives the entries that attention
/// counts.
fn seen(turn: &mut Turn<'_>, patrol: &Patrol, matter: Matter, lanes: Mask) -> u32 {
    let today = turn.today;
    let scene = Scene { city: today.city, number: today.city_index, attention: patrol.attention };
    let class = (today.city.class as usize).min(CLASSES - 1);
    let counts = patrol.counts && today.regime.punishes(matter);
    let mut entries = 0;
    let mut left = lanes;
    for index in today.society.watchers(matter) {
        let channel = today.society.watching[index].channel;
        if !today.regime.reads(channel) || left.is_empty() {
            continue;
        }
        let seen = look(turn, scene, index, matter, &left);
        let (done, found) = (u64::from(left.count()), u64::from(seen.lanes.count()));
        let tally = &mut turn.scratch.tally;
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
        turn.scratch.own.push((matter, channel, seen.rightly));
        for number in seen.wrongs() {
            let (lane, ascribed) = turn.scratch.wrongs[number];
            let (to, origin) = match ascribed {
                Ascribed::Rightly => continue,
                Ascribed::To(to, origin) => (to, origin),
                Ascribed::ToLookAlike(to, looks) => {
                    let sex = turn.block.habits.of(usize::from(lane)).sex();
                    turn.scratch.tally.mistaken_by_looks[looks] += 1;
                    turn.scratch.tally.mistaken_by_sex[sex as usize] += 1;
                    (to, Origin::WrongPerson)
                }
            };
            let content = Content::Entry(Entry { matter, channel, origin });
            let from = turn.number(lane);
            turn.scratch.outbox.push(Message::new(to, from, content));
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
    fn of(turn: &Turn<'_>) -> Self {
        let today = turn.today;
        let Some(attention) = &today.society.attention else {
            return Self { attention: Factor::ONE, tenth: 0, counts: false };
        };
        let past = turn.block.tables.past;
        let tenth = usize::from(today.past.tenth.is_some_and(|tenth| past >= tenth));
        Self { attention: attention.factor(past, today.past.mean), tenth, counts: true }
    }
}

/// The channels that the regime reads.
fn read<'a>(today: &'a Today<'a>) -> impl Iterator<Item = &'a Watch> {
    today.society.watching.iter().filter(|watch| today.regime.reads(watch.channel))
}

/// Entries with nothing behind them, which may befall everybody alike.
fn spurious(
    turn: &mut Turn<'_>,
    watch: &Watch,
    errors: Errors,
    (kind, origin): (Stream, Origin),
    patrol: &Patrol,
) {
    let today = turn.today;
    if errors.ceiling == Chance::ZERO {
        return;
    }
    for lane in turn.chosen(kind, errors.ceiling) {
        let luck = turn.luck(kind, lane, 0);
        if errors.befall(1.0, patrol.attention, luck.word(1))
            && let Some(matter) = watch.any_matter(luck.word(0)).filter(|&matter| today.regime.uses(matter))
        {
            turn.scratch.entries.push((lane, Entry { matter, channel: watch.channel, origin }));
        }
    }
}

/// False alarms: a face is recognised where nobody did anything, some faces sooner than others.
fn false_alarms(turn: &mut Turn<'_>, watch: &Watch, patrol: &Patrol) {
    let today = turn.today;
    let Some(recognition) = today.society.recognition.as_ref().filter(|_| watch.recognises_faces()) else {
        return;
    };
    let kind = FALSE_ALARM;
    let ceiling = recognition.false_alarms().ceiling;
    for lane in turn.chosen(kind, ceiling) {
        let luck = turn.luck(kind, lane, 0);
        if !recognition.may_be_alarmed(patrol.attention, luck.word(1)) {
            continue;
        }
        let Some(matter) = watch.any_matter(luck.word(0)).filter(|&matter| today.regime.uses(matter)) else {
            continue;
        };
        let first = turn.block.first_person + u32::from(today.pattern[usize::from(lane)].start);
        let looks = recognition.looks(&today.draws, first);
        let sex = turn.block.habits.of(usize::from(lane)).sex();
        if recognition.alarmed(looks, sex, patrol.attention, luck.word(1)) {
            turn.scratch.tally.mistaken_by_looks[looks] += 1;
            turn.scratch.tally.mistaken_by_sex[sex as usize] += 1;
            let origin = Origin::WrongPerson;
            turn.scratch.entries.push((lane, Entry { matter, channel: watch.channel, origin }));
        }
    }
}
