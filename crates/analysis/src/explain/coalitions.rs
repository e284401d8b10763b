//! Coalitions: which players are switched off in which world, and which of those worlds are the same.
//!
//! Model: a coalition is a set of players that stay on. The world of a coalition is what its switches resolve
//! to: the schedule with its regimes, the society with its channels and responses. Two coalitions with the
//! same world need one run. A player that leaves every world as it is with and without it is idle, and does
//! not play.
//!
//! Symbols: a coalition is a set of bits, bit i for player i. Our assumption: what is written out alike runs
//! alike, but for the mechanisms in [`ASKED`], which the tick asks about while it runs.

use crate::explain::players::{INSTITUTIONS, Over, Player};
use demerit_engine::Schedule;
use demerit_kernel::Digest;
use demerit_regime::{Mechanism, RegimeError};
use demerit_scenario::load::Scenario;
use demerit_scenario::study::WorldFile;
use demerit_society::Society;
use demerit_worlds::schedules::schedule;
use std::collections::BTreeMap;
use std::fmt::{self, Write};

/// Mechanisms among the players that the tick asks about while it runs; a test holds this against the
/// sources.
pub(super) const ASKED: [Mechanism; 0] = [];

/// The coalitions of a study's first world.
pub(super) struct Coalitions {
    /// The players that change anything.
    pub(super) players: Vec<Player>,
    /// Those that are on and change nothing.
    pub(super) idle: Vec<Player>,
    base: Option<WorldFile>,
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
    /// Finds the players among those that are on.
    ///
    /// # Errors
    /// A regime that cannot be put together without some of them.
    pub(super) fn of(over: Over, scenario: &Scenario, society: &Society) -> Result<Self, RegimeError> {
        let Some(world) = scenario.study.worlds.first() else {
            return Ok(Self {
                players: Vec::new(),
                idle: Vec::new(),
                base: None,
                digests: vec![String::new()],
            });
        };
        let mut on = over.players();
        on.retain(|one| one.is_on(&scenario.study, world));
        let digest = |coalition: usize| {
            let world = switched(world, &on, coalition);
            let (schedule, society) = schedule(scenario, &world, society)?;
            Ok(digest_of(&schedule, society))
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
        let base = Some(world.clone());
        Ok(Self { players: named(&busy), idle: named(&idle), base, digests })
    }

    /// The world of a coalition; `None` where the study has none.
    pub(super) fn world(&self, coalition: usize) -> Option<WorldFile> {
        self.base.as_ref().map(|base| switched(base, &self.players, coalition))
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
fn switched(base: &WorldFile, players: &[Player], coalition: usize) -> WorldFile {
    let mut world = base.clone();
    let outside = players.iter().enumerate().filter(|(player, _)| coalition >> player & 1 == 0);
    outside.for_each(|(_, player)| player.switch_off(&mut world));
    world
}

/// What a world resolves to, in short.
fn digest_of(schedule: &Schedule, mut society: Society) -> String {
    // Which switch did something is forgotten, unless the tick will ask.
    society.mechanisms = INSTITUTIONS
        .iter()
        .filter(|one| !ASKED.contains(one))
        .fold(society.mechanisms, |all, &one| all.with(one, false));
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
