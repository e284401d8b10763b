//! Comparison: the first field of the first person in which the engine and the reference differ after a tick.

use crate::difference::{Difference, Fields};
use crate::person::{NEIGHBOURS, Neighbourhood};
use crate::week::Letter;
use crate::world::Reference;
use demerit_engine::World;
use demerit_society::{Chunk, Content, Message, Sanction};

impl Reference {
    /// Everything in which the state of the engine's world differs, after the same number of ticks, by
    /// neighbourhood and person.
    pub fn differences(&self, world: &World) -> Vec<Difference> {
        let mut all = Vec::new();
        let mut take = |of: String, fields: Fields| {
            let tick = self.tick.saturating_sub(1);
            let told =
                |(field, reference, engine)| Difference { tick, of: of.clone(), field, reference, engine };
            all.extend(fields.0.into_iter().map(told));
        };
        let mut world_s = Fields::default();
        world_s.add("tick", self.tick, world.tick.0);
        take("the world".into(), world_s);
        for chunk in world.chunks() {
            for block in 0..chunk.tables.len() {
                let number = chunk.first_block.0 as usize + block;
                let hood = &self.hoods[number];
                let city = usize::from(self.society.cities.index_of_block(number as u32));
                let regime = &self.schedule.regimes[usize::from(self.in_force[city])];
                take(format!("neighbourhood {number}"), neighbourhood(hood, chunk, block));
                for (lane, person) in hood.people.iter().enumerate() {
                    let mut fields = person.differs(chunk, block, lane, self.tick);
                    let at = block * NEIGHBOURS as usize + lane;
                    let losses = || chunk.tables[block].losses.of(lane);
                    let scores = (chunk.score[at], chunk.deserved(at));
                    let away = chunk.planes[block].away.contains(lane as u16);
                    let sanction = Sanction::of(regime, chunk.flags(at), scores, losses).filter(|_| !away);
                    let layer = sanction.and_then(|sanction| sanction.layer);
                    fields.add("layer of a wrong sanction", person.spell.and_then(|one| one.layer), layer);
                    take(format!("person {}", number * NEIGHBOURS as usize + lane), fields);
                }
            }
        }
        take("the mail".into(), self.letters(world));
        all
    }

    fn letters(&self, world: &World) -> Fields {
        let mut fields = Fields::default();
        let letter = |one: Message| Letter { to: one.to, from: one.from, content: one.content() };
        // Where the rules of another world are put to true deeds, a company's points travel for them.
        let is_assessed = world.chunks().any(|chunk| chunk.assessment.is_some());
        let is_own = |one: &Letter| !(is_assessed && matches!(one.content, Content::Company { .. }));
        let engine: Vec<Letter> = world.mail().into_iter().map(letter).filter(is_own).collect();
        // The engine's mail is put in order by the receiver's neighbourhood.
        let mut reference = self.mail.clone();
        reference.sort_by_key(|one| one.to / NEIGHBOURS);
        let place = reference.iter().zip(&engine).position(|(one, other)| one != other);
        let place = place.unwrap_or(reference.len().min(engine.len()));
        fields.add("number of letters", reference.len(), engine.len());
        fields.add("first letter that differs", reference.get(place), engine.get(place));
        fields
    }
}

fn neighbourhood(hood: &Neighbourhood, chunk: &Chunk, block: usize) -> Fields {
    let tables = &chunk.tables[block];
    let mut fields = Fields::default();
    fields.add("appeals that wait", &hood.queue, &*tables.appeals);
    fields.add("past entries", hood.past, tables.past);
    fields.add("climate", (hood.critical, hood.stances), (tables.climate.critical.0, tables.climate.all.0));
    fields.add("violations lately", hood.violations, tables.violations.0);
    fields
}
