//! score-100 in krABMaga: an agent is a boxed object in its schedule, scores are in the state, ties in its
//! network field.
//!
//! Agents of krABMaga cannot reach one another, so what many need to read stands in the state. Its
//! experimental feature `parallel` locks the whole state for each agent, and is not used.

#[path = "../../score100.rs"]
mod score100;

use krabmaga::engine::agent::Agent;
use krabmaga::engine::fields::field::Field;
use krabmaga::engine::fields::network::{EdgeOptions, Network};
use krabmaga::engine::schedule::Schedule;
use krabmaga::engine::state::State;
use krabmaga::rand::rngs::StdRng;
use krabmaga::rand::{Rng, SeedableRng};
use score100::{EVENT, HIGHEST, LINE, LOWEST, POINTS, PUSH, Run, SPEECH, START, STEPS, neighbours, word};
use std::any::Any;

#[derive(Clone, Copy)]
struct Citizen {
    id: u32,
}

struct Society {
    scores: Vec<i16>,
    ties: Network<u32, u8>,
    speakers: Vec<u32>,
    luck: StdRng,
    found: Vec<(i64, usize)>,
}

impl Agent for Citizen {
    fn step(&mut self, state: &mut dyn State) {
        let society = state.as_any_mut().downcast_mut::<Society>().expect("the society");
        if society.luck.random::<f64>() < EVENT {
            let points = POINTS[society.luck.random_range(0..POINTS.len())];
            let score = &mut society.scores[self.id as usize];
            if points > 0 && *score < LINE {
                return;
            }
            *score = (*score + points).clamp(LOWEST, HIGHEST);
            if society.luck.random::<f64>() < SPEECH {
                society.speakers.push(self.id);
            }
        }
    }
}

impl State for Society {
    fn init(&mut self, schedule: &mut Schedule) {
        let agents = self.scores.len();
        for id in 0..agents as u32 {
            self.ties.add_node(id);
        }
        for (id, row) in (0..).zip(neighbours(agents)) {
            for other in row {
                self.ties.add_edge(id, other, EdgeOptions::Simple);
            }
        }
        self.ties.update();
        for id in 0..agents as u32 {
            schedule.schedule_repeating(Box::new(Citizen { id }), 0.0, 0);
        }
    }

    fn after_step(&mut self, _: &mut Schedule) {
        for speaker in std::mem::take(&mut self.speakers) {
            for edge in self.ties.get_edges(speaker).into_iter().flatten() {
                let score = &mut self.scores[edge.v as usize];
                *score = (*score - PUSH).max(LOWEST);
            }
        }
        let sum = self.scores.iter().map(|&score| i64::from(score)).sum();
        self.found.push((sum, self.scores.iter().filter(|&&score| score < LINE).count()));
    }

    fn update(&mut self, _: u64) {}

    fn reset(&mut self) {}

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }

    fn as_state(&self) -> &dyn State {
        self
    }

    fn as_state_mut(&mut self) -> &mut dyn State {
        self
    }
}

fn main() {
    let (agents, seed) = (word(1, 10_000), word(3, 1) as u64);
    let mut run = Run::new("krabmaga", "0.6.2", agents, 1);
    let mut society = Society {
        scores: vec![START; agents],
        ties: Network::new(true),
        speakers: Vec::new(),
        luck: StdRng::seed_from_u64(seed),
        found: Vec::new(),
    };
    let mut schedule = Schedule::new();
    society.init(&mut schedule);
    run.begin();
    for _ in 0..STEPS {
        schedule.step(&mut society);
    }
    run.end(&society.found);
}
