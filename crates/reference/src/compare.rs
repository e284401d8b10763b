//! Comparison: the first field of the first person in which the engine and the reference differ after a tick.

use crate::person::{NEIGHBOURS, Neighbourhood, Person};
use crate::week::Letter;
use crate::world::Reference;
use demerit_engine::World;
use demerit_kernel::Tick;
use demerit_society::remedies::human_review::is_spared;
use demerit_society::state::delay;
use demerit_society::{Chunk, Flags, Origin, Regain, Tally};
use std::fmt::{Debug, Display, Formatter};

/// Where the two differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The tick after which they do.
    pub tick: u32,
    /// About whom, or what.
    pub of: String,
    /// The field.
    pub field: &'static str,
    /// What the reference has.
    pub reference: String,
    /// What the engine has.
    pub engine: String,
}

impl Display for Difference {
    fn fmt(&self, to: &mut Formatter<'_>) -> std::fmt::Result {
        let Self { tick, of, field, reference, engine } = self;
        write!(to, "tick {tick}, {of}, {field}: reference {reference}, engine {engine}")
    }
}

/// One field after the other, as text.
struct Fields(Vec<(&'static str, String, String)>);

impl Fields {
    fn add<T: Debug + PartialEq>(&mut self, field: &'static str, reference: T, engine: T) {
        if reference != engine {
            self.0.push((field, format!("{reference:?}"), format!("{engine:?}")));
        }
    }
}

impl Reference {
    /// Everything in which the state of the engine's world differs, after the same number of ticks, by
    /// neighbourhood and person.
    #[must_use]
    pub fn differences(&self, world: &World) -> Vec<Difference> {
        let mut all = Vec::new();
        let mut take = |of: String, fields: Fields| {
            let tick = self.tick.saturating_sub(1);
            let told =
                |(field, reference, engine)| Difference { tick, of: of.clone(), field, reference, engine };
            all.extend(fields.0.into_iter().map(told));
        };
        let mut world_s = Fields(Vec::new());
        world_s.add("tick", self.tick, world.tick.0);
        take("the world".into(), world_s);
        for chunk in world.chunks() {
            for block in 0..chunk.tables.len() {
                let number = chunk.first_block.0 as usize + block;
                let hood = &self.hoods[number];
                take(format!("neighbourhood {number}"), neighbourhood(hood, chunk, block));
                for (lane, person) in hood.people.iter().enumerate() {
                    let fields = self.person(person, chunk, block, lane);
                    take(format!("person {}", number * NEIGHBOURS as usize + lane), fields);
                }
            }
        }
        take("the mail".into(), self.letters(world));
        all
    }

    fn letters(&self, world: &World) -> Fields {
        let mut fields = Fields(Vec::new());
        let letter = |one: demerit_society::state::message::Message| Letter {
            to: one.to,
            from: one.from,
            content: one.content(),
        };
        let engine: Vec<Letter> = world.mail().into_iter().map(letter).collect();
        // The engine's mail is put in order by the receiver's neighbourhood.
        let mut reference = self.mail.clone();
        reference.sort_by_key(|one| one.to / NEIGHBOURS);
        let place = reference.iter().zip(&engine).position(|(one, other)| one != other);
        let place = place.unwrap_or(reference.len().min(engine.len()));
        fields.add("number of letters", reference.len(), engine.len());
        fields.add("first letter that differs", reference.get(place), engine.get(place));
        fields
    }

    fn person(&self, one: &Person, chunk: &Chunk, block: usize, lane: usize) -> Fields {
        let at = block * NEIGHBOURS as usize + lane;
        let (tables, planes, short) = (&chunk.tables[block], &chunk.planes[block], lane as u16);
        let flags = chunk.flags(at);
        let mut fields = Fields(Vec::new());
        fields.add("birth week", one.born, chunk.born[at]);
        fields.add("habits", one.habits, chunk.habits_of(at));
        fields.add("uses apps", one.uses_apps, chunk.habits[block].app_users().contains(short));
        fields.add("score", one.score, chunk.score[at]);
        fields.add("deserved score", one.deserved, chunk.deserved(at));
        fields.add("tier", one.tier, flags.tier());
        fields.add("cause", one.cause, flags.cause());
        fields.add("parted", one.parted, flags.has(Flags::PARTED));
        fields.add("appealing", one.appealing, flags.has(Flags::APPEALING));
        fields.add("sanctioned", one.sanctioned, flags.has(Flags::SANCTIONED));
        fields.add("on the list", one.listed.is_some(), flags.has(Flags::LISTED));
        fields.add("due to be listed", one.due.is_some(), flags.has(Flags::DUE));
        let listed_by = one.listed.map(|_| one.listed_by);
        fields.add(
            "origin of the listing",
            listed_by,
            flags.has(Flags::LISTED).then(|| flags.listing_origin()),
        );
        let until = |on_record| {
            let mine = tables.listings.iter().filter(|row| row.lane == short && row.on_record == on_record);
            mine.map(|row| row.until).collect::<Vec<_>>()
        };
        fields.add("listed until", one.listed.into_iter().collect(), until(true));
        fields.add("due until", one.due.into_iter().collect(), until(false));
        let [aware, hiding, closed, shunned, away] = planes.each().map(|plane| plane.contains(short));
        fields.add("aware", one.aware, aware);
        fields.add("hiding", one.hiding, hiding);
        fields.add("account closed", one.closed, closed);
        fields.add("shunned", one.shunned, shunned);
        fields.add("away", one.away, away);
        fields.add("losses by origin", one.losses, tables.losses.of(lane));
        fields.add("fear", one.fear, chunk.fear(at));
        fields.add("income lost", one.hardship, tables.marks.hardship.of(short));
        let childhood = tables.marks.upbringing.get(short);
        fields.add(
            "childhood",
            one.childhood.map(|one| (one.parents, one.schooling, one.shadow)),
            childhood.map(|one| (one.parents, one.schooling, one.shadow())),
        );
        fields.add("new partner", one.partner, tables.marks.couples.of(short).map(usize::from));
        let spell = tables.spells.get(short);
        fields.add(
            "spell",
            one.spell.map(|one| (one.since, one.wrong_since, one.origin, one.gravity)),
            spell.map(|one| (u32::from(one.since), one.wrong_since(), one.origin, one.gravity())),
        );
        let now = self.tick;
        let since = one.first_deed.map_or(0, |done| now - done);
        fields.add("ticks since the first deed", since, delay::since(&tables.delays, short, Tick(now)));
        let regain = tables.pending.regain.iter().filter(|row| row.lane == short);
        fields.add(
            "points that come back",
            one.coming_back
                .iter()
                .map(|row| (row.on_record, row.origin, row.loss, row.whole, row.since))
                .collect(),
            regain
                .map(|&Regain { on_record, origin, loss, whole, since, .. }| {
                    (on_record, origin, loss, whole, since.0)
                })
                .collect::<Vec<(bool, Origin, u16, u16, u32)>>(),
        );
        let undeclared = tables.pending.undeclared.iter().filter(|row| row.lane == short);
        fields.add("undeclared incomes", one.undeclared.clone(), undeclared.map(|row| row.tick.0).collect());
        let stale = tables.remedies.stale.iter().filter(|row| row.lane == short);
        fields.add(
            "stale copies",
            one.stale.iter().map(|row| (row.points, row.missed, row.listed, row.matter)).collect(),
            stale.map(|row| (row.points, row.missed, row.listed, row.matter)).collect::<Vec<_>>(),
        );
        let spared = &tables.remedies.spared;
        let holds = |score: i16| is_spared(spared, short, score);
        let same = match one.spared {
            None => !holds(i16::MAX),
            Some(score) => holds(score) && (score == i16::MIN || !holds(score - 1)),
        };
        fields.add("spared a tier", true, same);
        let company = (one.company.score, one.company.errors());
        fields.add(
            "company score and errors",
            company,
            (tables.company.of(short), tables.company.errors_of(short)),
        );
        for number in 0..chunk.uses.rules() {
            let uses = one.uses.get(&(number as u8)).copied().unwrap_or_default();
            fields.add(
                "uses of a capped rule",
                (number, uses),
                (number, chunk.uses.of(block, number, short)),
            );
        }
        fields
    }
}

fn neighbourhood(hood: &Neighbourhood, chunk: &Chunk, block: usize) -> Fields {
    let tables = &chunk.tables[block];
    let mut fields = Fields(Vec::new());
    let queue: Vec<(usize, u32)> = hood.queue.iter().map(|one| (one.at, one.filed)).collect();
    let engine = tables.appeals.iter().map(|one| (usize::from(one.lane), one.filed)).collect();
    fields.add("appeals that wait", queue, engine);
    fields.add("past entries", hood.past, tables.past);
    fields.add("climate", (hood.critical, hood.stances), (tables.climate.critical.0, tables.climate.all.0));
    fields.add("violations lately", hood.violations, tables.violations.0);
    fields
}

/// The lines of two tallies that differ, the reference's first; each with the place among the lines.
#[must_use]
pub fn tallies_differ(reference: &Tally, engine: &Tally) -> Vec<String> {
    let lines = |tally: &Tally| format!("{tally:#?}").lines().map(str::to_owned).collect::<Vec<_>>();
    let (one, other) = (lines(reference), lines(engine));
    let mut counter = String::new();
    let mut all = Vec::new();
    for (one, other) in one.into_iter().zip(other) {
        if let Some((name, _)) = one.split_once(": ") {
            name.trim().clone_into(&mut counter);
        }
        if one != other {
            all.push(format!("{counter}: reference {}, engine {}", one.trim(), other.trim()));
        }
    }
    all
}
