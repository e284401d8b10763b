//! The cohort as rows: each of its members as the run found them at its end.

use crate::ledger::Sums;
use crate::tables::PersonRow;
use demerit_engine::World;
use demerit_kernel::{LANES, Tick};
use demerit_regime::Regime;
use demerit_society::population::person::Occupation;
use demerit_society::{Flags, TICKS_PER_YEAR};

/// The regime in force where a person lives.
pub fn regime_of(world: &World, person: u32) -> &Regime {
    let city = world.society.cities.index_of_block(person / LANES);
    &world.schedule.regimes[usize::from(world.in_force()[usize::from(city)])]
}

/// A member of the cohort as a row.
pub fn person(world: &World, seed: u64, number: u32, sums: &Sums) -> Option<PersonRow> {
    let (chunk, at) = world.find(number)?;
    let society = &world.society;
    let person = society.person(number, chunk.born[at], chunk.habits_of(at));
    let city = society.city(number / LANES);
    let regime = regime_of(world, number);
    let scored = regime.scale.is_some();
    // The week that was lived last, as in the last readings.
    let tick = Tick(world.tick.0.saturating_sub(1));
    let weeks = demerit_society::population::life::age_weeks(chunk.born[at], tick);
    let flags = chunk.flags(at);
    let marks = &chunk.tables[at / LANES as usize].marks;
    let fifth = society.income_fifth(&person, society.pattern(number / LANES), marks, tick);
    let occupation: Occupation = person.occupation(tick);
    let place = society.pattern(number / LANES)[(number % LANES) as usize];
    Some(PersonRow {
        seed,
        world: world.schedule.world.clone(),
        person: number,
        life: sums.life,
        city: city.name.clone(),
        residence: if city.is_urban(number) { "urban" } else { "rural" }.to_owned(),
        sex: person.sex().name().to_owned(),
        age: f64::from(weeks) / f64::from(TICKS_PER_YEAR),
        household: number / LANES * LANES + u32::from(place.start),
        household_size: u32::from(place.size),
        occupation: occupation.name().to_owned(),
        income_fifth: u32::from(fifth) + 1,
        score: scored.then_some(i32::from(chunk.score[at])),
        deserved: scored.then_some(i32::from(chunk.deserved(at))),
        tier: regime.tiers.all().get(usize::from(flags.tier())).map(|tier| tier.name.clone()),
        listed: flags.has(Flags::LISTED),
        weeks_sanctioned: sums.weeks_sanctioned,
        weeks_wrongly_sanctioned: sums.weeks_wrongly_sanctioned,
        refusals: sums.refusals,
        entries: sums.entries,
    })
}
