//! Scratch: buffers of one thread, kept from tick to tick so that no tick allocates.

use demerit_kernel::{LaneLuck, Mask};
use demerit_regime::{Channel, Matter, Trait};
use demerit_society::{Ascribed, Deed, Entry, Event, Message, Tally};
use std::ops::Range;

/// Those who did a kind of deed in this tick.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Done {
    pub(crate) deed: Deed,
    pub(crate) lanes: Mask,
}

/// What a channel saw of a kind of deed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Seen {
    pub(crate) matter: Matter,
    /// Index of the channel among those of the society.
    pub(crate) watch: u8,
    /// Those whom it looked at.
    pub(crate) looked_at: Mask,
    /// Those whom it saw.
    pub(crate) lanes: Mask,
    /// Those of them who are put down for it themselves.
    pub(crate) rightly: Mask,
    /// First and one past the last of [`Scratch::wrongs`] that it made.
    pub(crate) wrongs: (u32, u32),
}

impl Seen {
    /// Indexes of the deeds that were ascribed to others.
    pub(crate) fn wrongs(&self) -> Range<usize> {
        self.wrongs.0 as usize..self.wrongs.1 as usize
    }
}

/// Buffers for one neighbourhood, and what is gathered over all neighbourhoods that a thread computes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Scratch {
    /// Luck of many lanes at once.
    pub(crate) luck: LaneLuck,
    /// Deeds, by kind.
    pub(crate) done: Vec<Done>,
    /// What channels saw of them.
    pub(crate) seen: Vec<Seen>,
    /// Those of them that were ascribed to others: whose deed, and to whom.
    pub(crate) wrongs: Vec<(u16, Ascribed)>,
    /// Entries about those who did the deeds themselves, by matter and channel.
    pub(crate) own: Vec<(Matter, Channel, Mask)>,
    /// Those who did what a rule takes for a sign of a trait, and do not have it.
    pub(crate) lacking: Vec<(Matter, Trait, Mask)>,
    /// Entries with nothing behind them, by lane.
    pub(crate) entries: Vec<(u16, Entry)>,
    /// Lanes that were sanctioned, or frightened by the sanction of somebody close.
    pub(crate) frightened: Vec<u16>,
    /// Lanes that lost points for what an app saw.
    pub(crate) caught: Vec<u16>,
    /// Messages that the neighbourhood sends.
    pub(crate) outbox: Vec<Message>,
    /// Events of the cohort, of all neighbourhoods since they were last taken.
    pub(crate) events: Vec<Event>,
    /// Counts, of all neighbourhoods since they were last taken.
    pub(crate) tally: Tally,
}

impl Scratch {
    /// Bytes of the buffers.
    pub(crate) fn bytes(&self) -> usize {
        self.luck.bytes()
            + self.done.capacity() * size_of::<Done>()
            + self.seen.capacity() * size_of::<Seen>()
            + self.wrongs.capacity() * size_of::<(u16, Ascribed)>()
            + self.own.capacity() * size_of::<(Matter, Channel, Mask)>()
            + self.lacking.capacity() * size_of::<(Matter, Trait, Mask)>()
            + self.entries.capacity() * size_of::<(u16, Entry)>()
            + (self.frightened.capacity() + self.caught.capacity()) * 2
            + self.outbox.capacity() * size_of::<Message>()
            + self.events.capacity() * size_of::<Event>()
    }
}
