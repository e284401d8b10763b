//! The tick: one pass over every neighbourhood, seven phases, in this order.
//!
//! What one person does to another travels as a message and is taken in at the Judge phase of the next tick. Within a tick a
//! neighbourhood depends on itself and its mail alone, so neighbourhoods may be computed in any order and on any thread.
//!
//! Reading order: this file, then one phase after the other in `phase/`.

use crate::block::Block;
use crate::phase::{act, gate, judge, live, observe, remedy, respond};
use crate::world::{Desk, Office, World};
use demerit_kernel::{Draws, LANES, Mask, Tick};
use demerit_regime::Regime;
use demerit_society::city::City;
use demerit_society::events::{Event, Happening};
use demerit_society::household::Place;
use demerit_society::message::Message;
use demerit_society::ties::Home;
use demerit_society::{Chunk, Society};

/// All that is fixed about a neighbourhood in a tick.
pub(crate) struct Today<'a> {
    pub(crate) society: &'a Society,
    pub(crate) draws: Draws,
    pub(crate) tick: Tick,
    /// Number of the neighbourhood.
    pub(crate) block: u32,
    pub(crate) city: &'a City,
    pub(crate) pattern: &'a [Place],
    pub(crate) regime: &'a Regime,
    pub(crate) regime_number: u8,
    /// Whether the regime came into force in this tick.
    pub(crate) begins: bool,
    /// Messages to this neighbourhood.
    pub(crate) inbox: &'a [Message],
    /// Members of the cohort who live here.
    pub(crate) cohort: &'a [u32],
}

impl Today<'_> {
    /// The households, as far as ties need them.
    pub(crate) fn home<'b>(&'b self, block: &'b Block<'_>) -> Home<'b> {
        demerit_society::society::home(self.pattern, block.born, block.flags, block.first_person, self.tick)
    }

    /// Keeps an event if it befell a member of the cohort.
    #[inline]
    pub(crate) fn tell(
        &self,
        block: &Block<'_>,
        desk: &mut Desk,
        lane: usize,
        happening: Happening,
        points: i16,
        other: Option<u32>,
    ) {
        if self.cohort.is_empty() {
            return;
        }
        let person = block.first_person + lane as u32;
        if self.cohort.contains(&person) {
            desk.events.push(Event {
                tick: self.tick.0,
                person,
                happening,
                points,
                score: block.score[lane],
                deserved: block.deserved[lane],
                other,
                regime: self.regime_number,
            });
        }
    }
}

/// Moves a world by one tick.
pub fn step(world: &mut World) {
    let tick = world.tick;
    let before = world.in_force.clone();
    if world.plan.turn(tick, &mut world.in_force) {
        let now = world.in_force.clone();
        world.come_into_force(|city| before[city] != now[city]);
    }
    let World { society, plan, cohort, in_force, offices, mail, .. } = &mut *world;
    let (society, plan, cohort, in_force, mail) = (&**society, &*plan, &**cohort, &*in_force, &mut *mail);
    let post = &*mail;
    demerit_kernel::for_each_ordered(offices, |_, Office { chunk, desk }| {
        desk.outbox.clear();
        for place in 0..chunk.listings.len() {
            let number = chunk.first_block.0 + place as u32;
            let city = usize::from(society.cities.index_of_block(number));
            let today = Today {
                society,
                draws: society.draws,
                tick,
                block: number,
                city: &society.cities.all()[city],
                pattern: society.pattern(number),
                regime: &plan.regimes[usize::from(in_force[city])],
                regime_number: in_force[city],
                begins: before[city] != in_force[city],
                inbox: post.to(number),
                cohort: cohort.of_block(number),
            };
            pass(&today, chunk, place, desk);
        }
    });
    mail.sort(offices.iter().map(|office| &office.desk.outbox[..]));
    world.tick = tick.next();
}

/// One neighbourhood through the phases of one tick.
fn pass(today: &Today<'_>, chunk: &mut Chunk, place: usize, desk: &mut Desk) {
    let mut block = Block::of(chunk, place);
    // Lanes whose standing may have changed in this tick.
    let mut touched = Mask::EMPTY;

    // 1. Live
    live::live(today, &mut block, desk, &mut touched);

    // 2. Act
    act::act(today, &mut block, desk);

    // 3. Observe
    observe::observe(today, &block, desk);

    // 4. Judge
    judge::judge(today, &mut block, desk, &mut touched);

    // 5. Gate
    gate::gate(today, &block, desk);

    // 6. Remedy
    remedy::remedy(today, &mut block, desk, &mut touched);

    // 7. Respond
    respond::respond(today, &mut block, desk, &touched);
}

/// The lanes of a neighbourhood that hold a person.
pub(crate) fn occupied(block: &Block<'_>) -> Mask {
    Mask::first(block.persons().min(LANES))
}
