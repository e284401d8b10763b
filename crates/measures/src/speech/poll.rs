//! A poll inside the simulation: what people say aloud, and what they think.
//!
//! Model: at the end of a year an even sample of adults is asked, one of every sixteen persons and never many
//! more than a million. Who is asked, whether a critic keeps silent and whether somebody feels safe hang on
//! draws of their own, so that asking changes nothing. Whoever knows that the regime punishes criticism gives
//! the answer that is expected with the chance with which a critical post would be withheld.
//!
//! Sources: Kuran (1995) for answers under fear; the model of silence and of felt safety in the society.
//! Leaves out: refusals to answer, and who holds the poll.

use crate::counting::reading::{Reading, ratio};
use crate::measure::{Measure, Value};
use crate::unit::Unit;
use demerit_kernel::{Chance, LANES};
use demerit_regime::Matter;
use demerit_society::Chunk;
use demerit_society::population::person::ADULT;
use demerit_society::reactions::awareness::heeds;
use demerit_society::reactions::silence::POLL;
use demerit_society::reactions::silence::says_yes;

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[
    Measure::mean("stated-approval", Unit::Share)
        .titled("Adults who say that they approve")
        .defined(
            "Adults of a sample who say, when asked, that they support the authorities, as a share of those \
             asked: a critic who knows the rules says so too with the chance with which a critical post \
             would be withheld.",
        )
        .yearly()
        .after("our definition, after Kuran (1995)")
        .ratio(|reading| {
            let polled = poll(reading);
            (polled.say_yes, polled.asked)
        }),
    Measure::mean("true-approval", Unit::Share)
        .titled("Adults who approve in private")
        .defined(
            "Adults of the same sample whose private support of the authorities is at least one half, as a \
             share of those asked.",
        )
        .yearly()
        .ratio(|reading| {
            let polled = poll(reading);
            (polled.support, polled.asked)
        }),
    Measure::mean("opinion-gap", Unit::Share)
        .titled("Critics in private, less critical posts among posts")
        .defined(
            "Share of critics among adults in private, less the share of critical and revealing posts among \
             the posts with a stance that were published in the year and not taken down.",
        )
        .yearly()
        .difference()
        .number(|reading| {
            let polled = poll(reading);
            let up = |post: usize| reading.tally.published[post].saturating_sub(reading.tally.removed[post]);
            let critical = up(2) + up(3);
            let private = ratio(polled.asked - polled.support, polled.asked)?;
            Some(private - ratio(critical, critical + up(1))?)
        }),
    Measure::mean("feels-safe", Unit::Share)
        .titled("Adults who feel safe")
        .defined(
            "Adults of the same sample who feel safe, as a share of those asked: in truth, by the violations \
             in their neighbourhood, and as they say, under the same fear as in the other questions.",
        )
        .yearly()
        .after("the claim of the report; our definition")
        .values(|reading| {
            if reading.view.society.reactions.safety.is_none() {
                return Vec::new();
            }
            let polled = poll(reading);
            let answers = [("answer:true", polled.safe), ("answer:stated", polled.say_safe)].into_iter();
            let share = |(answer, count)| Some(Value::ratio((count, polled.asked))?.grouped(answer));
            answers.filter_map(share).collect()
        }),
];

/// Most persons asked, about.
const MOST: u32 = 1_000_000;
/// One of so many persons is asked, in a society that is not larger than that.
const ONE_OF: u32 = 16;

/// What was answered, in persons.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Polled {
    asked: u64,
    support: u64,
    say_yes: u64,
    safe: u64,
    say_safe: u64,
}

/// Asks the sample.
fn poll(reading: &Reading<'_>) -> Polled {
    let society = reading.view.society;
    let step = ONE_OF.max(society.persons.div_ceil(MOST));
    let first = society.draws.luck(POLL, 0, reading.view.tick.0, 1).below(0, step);
    let mut polled = Polled::default();
    for chunk in reading.chunks {
        let from = chunk.first_person();
        let skip = (first + step - from % step) % step;
        for at in (skip as usize..chunk.persons()).step_by(step as usize) {
            ask(reading, chunk, at, &mut polled);
        }
    }
    polled
}

fn ask(reading: &Reading<'_>, chunk: &Chunk, at: usize, polled: &mut Polled) {
    let society = reading.view.society;
    let number = chunk.first_person() + at as u32;
    let person = society.person(number, chunk.born[at], chunk.habits_of(at));
    if person.age(reading.view.tick) < ADULT {
        return;
    }
    let (place, lane) = (at / LANES as usize, (at % LANES as usize) as u16);
    let block = chunk.first_block.0 + place as u32;
    let regime = reading.view.regime(block);
    let knows = heeds(society.reactions.awareness.as_ref(), &chunk.planes[place].aware).contains(lane);
    let silent = if knows && regime.punishes(Matter::CriticalPost) {
        society.response.withheld(chunk.fear(at))
    } else {
        Chance::ZERO
    };
    let luck = society.draws.luck(POLL, number, reading.view.tick.0, 0);
    let support = person.support();
    polled.asked += 1;
    polled.support += u64::from(says_yes(support, false));
    polled.say_yes += u64::from(says_yes(support, silent.hits(luck.word(0))));
    if let Some(safety) = &society.reactions.safety {
        let chance = safety.chance(chunk.tables[place].violations, society.persons_of(block));
        let safe = chance.hits(luck.word(1));
        polled.safe += u64::from(safe);
        polled.say_safe += u64::from(safe || silent.hits(luck.word(2)));
    }
}
