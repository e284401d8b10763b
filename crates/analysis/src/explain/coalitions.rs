//! Coalitions: which mechanisms are switched off in which world, and which of those worlds are the same.
//!
//! Model: a coalition is a set of players that stay on. The world of a coalition is what its switches resolve
//! to: the schedule with its regimes, the society with its channels and responses. Two coalitions with the
//! same world need one run. A mechanism that leaves every world as it is with and without it is idle, and no
//! player.
//!
//! Symbols: a coalition is a set of bits, bit i for player i. Our assumption: what is written out alike runs
//! alike, but for the mechanisms in [`ASKED`], which the tick asks about while it runs.

use demerit_engine::Schedule;
use demerit_kernel::Digest;
use demerit_regime::{Mechanism, Mechanisms, RegimeError};
use demerit_scenario::load::Scenario;
use demerit_society::Society;
use demerit_worlds::schedules::schedule;
use std::collections::BTreeMap;
use std::fmt::{self, Write};

/// The mechanisms that can bring about that somebody is sanctioned who ought not to be.
pub const PLAYERS: [Mechanism; 8] = [
    Mechanism::Identification,
    Mechanism::JoinedFiles,
    Mechanism::ClerkErrors,
    Mechanism::Proxies,
    Mechanism::Spillover,
    Mechanism::CommercialScore,
    Mechanism::Attention,
    Mechanism::Observation,
];

/// Players that the tick asks about while it runs; a test holds this against the sources.
pub(super) const ASKED: [Mechanism; 0] = [];

/// The coalitions of a study's first world.
pub(super) struct Coalitions {
    /// The mechanisms that change anything.
    pub(super) players: Vec<Mechanism>,
    /// Those that are on and change nothing.
    pub(super) idle: Vec<Mechanism>,
    base: Mechanisms,
    /// The digest of the world of each coalition of `players`.
    digests: Vec<String>,
}

/// Which coalition is which world.
pub(super) struct Keys {
    /// A coalition for each different world.
    pub(super) worlds: Vec<usize>,
    /// The place of a coalition's world in `worlds`.
    pub(super) world_of: BTreeMap<usize, usize>,
}

impl Coalitions {
    /// Finds the players among the mechanisms that are on.
    ///
    /// # Errors
    /// A regime that cannot be put together without some of them.
    pub(super) fn of(scenario: &Scenario, society: &Society) -> Result<Self, RegimeError> {
        let Some(world) = scenario.study.worlds.first() else {
            return Ok(Self {
                players: Vec::new(),
                idle: Vec::new(),
                base: Mechanisms::ALL,
                digests: vec![String::new()],
            });
        };
        let base = scenario.study.mechanisms_in(world);
        let on: Vec<Mechanism> = PLAYERS.into_iter().filter(|&one| base.on(one)).collect();
        let digest = |coalition: usize| {
            let mechanisms = switched(base, &on, coalition);
            let (schedule, society) = schedule(scenario, world, mechanisms, society)?;
            Ok(digest_of(&schedule, society, mechanisms))
        };
        let all: Vec<String> = (0..1 << on.len()).map(digest).collect::<Result<_, RegimeError>>()?;
        let changes =
            |player: usize| (0..all.len()).any(|coalition| all[coalition] != all[coalition | 1 << player]);
        let (busy, idle): (Vec<usize>, Vec<usize>) = (0..on.len()).partition(|&player| changes(player));
        // The digests of coalitions of those that are left, the idle ones on.
        let asleep = idle.iter().fold(0, |set, player| set | 1 << player);
        let spread = |coalition: usize| {
            let bits = busy.iter().enumerate().filter(|(bit, _)| coalition >> bit & 1 == 1);
            bits.fold(asleep, |set, (_, player)| set | 1 << player)
        };
        let digests = (0..1 << busy.len()).map(|coalition| all[spread(coalition)].clone()).collect();
        let named = |places: &[usize]| places.iter().map(|&player| on[player]).collect();
        Ok(Self { players: named(&busy), idle: named(&idle), base, digests })
    }

    /// The mechanisms that are on in a coalition.
    pub(super) fn mechanisms(&self, coalition: usize) -> Mechanisms {
        switched(self.base, &self.players, coalition)
    }

    /// The coalitions whose values are needed: all of them, or those on the way of these orders.
    pub(super) fn wanted(&self, orders: Option<&[Vec<usize>]>) -> Vec<usize> {
        let Some(orders) = orders else { return (0..self.digests.len()).collect() };
        let mut wanted = vec![0, self.digests.len() - 1];
        for order in orders {
            wanted.extend(order.iter().scan(0, |coalition, player| {
                *coalition |= 1 << player;
                Some(*coalition)
            }));
        }
        wanted.sort_unstable();
        wanted.dedup();
        wanted
    }

    /// Which of the coalitions are the same world; that of all players first.
    pub(super) fn keys(&self, wanted: &[usize]) -> Keys {
        let mut keys = Keys { worlds: Vec::new(), world_of: BTreeMap::new() };
        let mut places: BTreeMap<&str, usize> = BTreeMap::new();
        for &coalition in wanted.iter().rev() {
            let place = *places.entry(&self.digests[coalition]).or_insert_with(|| {
                keys.worlds.push(coalition);
                keys.worlds.len() - 1
            });
            keys.world_of.insert(coalition, place);
        }
        keys
    }
}

/// `base` with the players outside the coalition off.
fn switched(base: Mechanisms, players: &[Mechanism], coalition: usize) -> Mechanisms {
    let outside = players.iter().enumerate().filter(|(player, _)| coalition >> player & 1 == 0);
    outside.fold(base, |all, (_, &one)| all.with(one, false))
}

/// What a world resolves to, in short.
fn digest_of(schedule: &Schedule, mut society: Society, mechanisms: Mechanisms) -> String {
    // Which switch did something is forgotten, unless the tick will ask.
    society.mechanisms = PLAYERS
        .iter()
        .fold(mechanisms, |all, &one| all.with(one, ASKED.contains(&one) && mechanisms.on(one)));
    let mut digest = Written(Digest::new());
    // Writing into a digest cannot fail.
    let _ = write!(digest, "{schedule:?} {society:?}");
    digest.0.finish()
}

/// A digest of text.
struct Written(Digest);

impl Write for Written {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.bytes(text.as_bytes());
        Ok(())
    }
}
