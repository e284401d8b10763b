//! Messages: what one person's life does to another's.
//!
//! Whatever crosses from one person to another (a deed ascribed to the wrong one, points along a tie, a
//! fright) is a message. It is sent in one tick and taken in at the start of the next, in the order of its
//! sender's place. So a tick needs no lock, the result does not depend on who is computed first, and a world
//! can be cut into parts that exchange messages.

use crate::{Entry, Origin};
use demerit_kernel::{Loader, Saved, Saver, Unfit};
use demerit_regime::{Channel, Matter};

demerit_kernel::stream! {
    /// Rounding of points that spill over.
    pub SPILL = 11;
}

/// What a message brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// Somebody else's deed, or nobody's, written into this person's record.
    Entry(Entry),
    /// Points lost because a tie lost some, by a rule.
    Spill {
        /// Number of the rule that took points from the tie.
        rule: u16,
        /// Points, negative.
        points: i16,
        /// Steps that the loss has travelled.
        steps: u8,
    },
    /// Points that a company's score gives or takes for what somebody else did.
    Company {
        /// Points.
        points: i16,
    },
    /// Somebody close was sanctioned.
    Fright,
}

/// A message to a person: twelve bytes, since there may be one for every eighth person in a tick.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Message {
    /// To whom.
    pub to: u32,
    /// From whose life.
    pub from: u32,
    packed: u32,
}

impl Message {
    /// A message. Rules are numbered below 1,024, steps below 8.
    pub const fn new(to: u32, from: u32, content: Content) -> Self {
        let packed = match content {
            Content::Fright => 0,
            Content::Entry(entry) => {
                1 | (entry.matter as u32) << 2 | (entry.channel as u32) << 8 | (entry.origin as u32) << 12
            }
            Content::Company { points } => 3 | (points.cast_unsigned() as u32) << 16,
            Content::Spill { rule, points, steps } => {
                2 | (rule as u32 & 1023) << 2
                    | (steps as u32 & 7) << 12
                    | (points.cast_unsigned() as u32) << 16
            }
        };
        Self { to, from, packed }
    }

    /// What it brings.
    #[inline]
    pub fn content(self) -> Content {
        self.read().expect("a message of a kind that there is")
    }

    /// What it brings; `None` where it names something that there is not.
    #[inline]
    fn read(self) -> Option<Content> {
        let bits = |from: u32, count: u32| (self.packed >> from & ((1 << count) - 1)) as usize;
        Some(match self.packed & 3 {
            0 => Content::Fright,
            1 => Content::Entry(Entry {
                matter: *Matter::ALL.get(bits(2, 6))?,
                channel: *Channel::ALL.get(bits(8, 4))?,
                origin: *Origin::ALL.get(bits(12, 4))?,
            }),
            3 => Content::Company { points: (bits(16, 16) as u16).cast_signed() },
            _ => Content::Spill {
                rule: bits(2, 10) as u16,
                steps: bits(12, 3) as u8,
                points: (bits(16, 16) as u16).cast_signed(),
            },
        })
    }
}

impl std::fmt::Debug for Message {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} to {}: {:?}", self.from, self.to, self.content())
    }
}

impl Message {
    /// Number of the rule behind a loss that came along a tie.
    pub fn rule(self) -> Option<u16> {
        match self.content() {
            Content::Spill { rule, .. } => Some(rule),
            _ => None,
        }
    }
}

impl Saved for Message {
    const LEAST: usize = 12;

    fn save(&self, to: &mut Saver) {
        to.put(&self.to).put(&self.from).put(&self.packed);
    }

    fn load(from: &mut Loader<'_>) -> Result<Self, Unfit> {
        let message = Self { to: from.take()?, from: from.take()?, packed: from.take()? };
        let fits =
            message.read().is_some_and(|content| Self::new(message.to, message.from, content) == message);
        let told = || (format!("a message {:#x}", message.packed), "one of a kind that there is".to_owned());
        from.check(fits, told).map(|()| message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sent_is_what_arrives() {
        let mut all = vec![Content::Fright];
        for matter in Matter::ALL {
            for channel in Channel::ALL {
                all.extend(Origin::ALL.map(|origin| Content::Entry(Entry { matter, channel, origin })));
            }
        }
        for points in [i16::MIN, -10_000, -1, 0, i16::MAX] {
            all.push(Content::Company { points });
            all.extend([0, 1, 511, 1023].map(|rule| Content::Spill { rule, points, steps: 4 }));
        }
        for content in all {
            let message = Message::new(7, 9, content);
            assert_eq!((message.to, message.from, message.content()), (7, 9, content));
        }
        assert_eq!(size_of::<Message>(), 12);
    }

    fn loaded(packed: u32) -> Result<Message, Unfit> {
        let mut saver = Saver::new();
        saver.put(&Message { to: 7, from: 9, packed });
        Loader::new(&saver.finish()).take()
    }

    #[test]
    fn what_is_saved_is_what_is_loaded() {
        let entry = |matter, channel, origin| Content::Entry(Entry { matter, channel, origin });
        let (matter, channel) = (Matter::ALL[Matter::COUNT - 1], Channel::ALL[Channel::COUNT - 1]);
        for content in [
            Content::Fright,
            Content::Company { points: -9 },
            Content::Spill { rule: 1023, points: -9, steps: 7 },
            entry(matter, channel, Origin::Mixed),
            entry(Matter::ALL[0], Channel::ALL[0], Origin::OwnDeed),
        ] {
            let message = Message::new(7, 9, content);
            assert_eq!(loaded(message.packed).expect("what was saved"), message);
        }
    }

    #[test]
    fn each_part_of_a_message_has_its_bounds() {
        let (matter, channel, origin) = (Matter::COUNT as u32, Channel::COUNT as u32, Origin::COUNT as u32);
        let refused = [
            4,
            1 | matter << 2,
            1 | channel << 8,
            1 | origin << 12,
            1 | 1 << 16,
            2 | 1 << 15,
            3 | 1 << 2,
            3 | 1 << 15,
        ];
        for packed in refused {
            assert!(loaded(packed).is_err(), "{packed:#x}");
        }
        for packed in [1 | (matter - 1) << 2, 1 | (channel - 1) << 8, 1 | (origin - 1) << 12] {
            assert!(loaded(packed).is_ok(), "{packed:#x}");
        }
    }
}
