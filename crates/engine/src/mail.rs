//! Mail: the messages of a tick, put in order by the neighbourhood that they go to.
//!
//! Model: a counting sort, stable in the order of the senders. So what a neighbourhood takes in, and in which order, does
//! not depend on threads or on the cut into chunks. The buffers are kept from tick to tick.

use demerit_kernel::LANES;
use demerit_society::message::Message;

/// Messages in order of their neighbourhood.
#[derive(Clone, Debug, Default)]
pub struct Mail {
    sorted: Vec<Message>,
    starts: Vec<u32>,
}

impl Mail {
    /// No mail for `blocks` neighbourhoods.
    #[must_use]
    pub fn new(blocks: u32) -> Self {
        Self { sorted: Vec::new(), starts: vec![0; blocks as usize + 1] }
    }

    /// The messages to a neighbourhood.
    #[must_use]
    pub fn to(&self, block: u32) -> &[Message] {
        &self.sorted[self.starts[block as usize] as usize..self.starts[block as usize + 1] as usize]
    }

    /// All messages, in order.
    #[must_use]
    pub fn all(&self) -> &[Message] {
        &self.sorted
    }

    /// Takes in the messages of all senders, in the order given, and forgets what was there before.
    pub fn sort<'a>(&mut self, senders: impl Iterator<Item = &'a [Message]> + Clone) {
        self.starts.fill(0);
        for message in senders.clone().flatten() {
            self.starts[(message.to / LANES) as usize + 1] += 1;
        }
        for block in 1..self.starts.len() {
            self.starts[block] += self.starts[block - 1];
        }
        let total = self.starts.last().copied().unwrap_or(0) as usize;
        if let Some(filler) = senders.clone().flatten().next() {
            // The busiest tick decides; doubling would leave half of the room empty.
            let more = total.saturating_sub(self.sorted.len());
            if total > self.sorted.capacity() {
                self.sorted.reserve_exact(more + total / 16);
            }
            self.sorted.resize(total, *filler);
        } else {
            self.sorted.clear();
        }
        for message in senders.flatten() {
            let start = &mut self.starts[(message.to / LANES) as usize];
            self.sorted[*start as usize] = *message;
            *start += 1;
        }
        // Each start has moved to its block's end, which is the next one's start: move them back.
        for block in (1..self.starts.len()).rev() {
            self.starts[block] = self.starts[block - 1];
        }
        self.starts[0] = 0;
    }

    /// Bytes of the buffers.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        (self.sorted.capacity() * size_of::<Message>() + self.starts.capacity() * 4) as u64
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use demerit_society::message::Content;
    use proptest::prelude::*;

    fn message(from: u32, to: u32) -> Message {
        Message::new(to, from, Content::Fright)
    }

    #[test]
    fn by_hand() {
        let mut mail = Mail::new(3);
        let (first, second) = ([message(1, 2048), message(2, 5)], [message(3, 2050), message(4, 0)]);
        mail.sort([&first[..], &second[..]].into_iter());
        assert_eq!(mail.to(0), [message(2, 5), message(4, 0)]);
        assert_eq!(mail.to(1), []);
        assert_eq!(mail.to(2), [message(1, 2048), message(3, 2050)]);
        mail.sort(std::iter::empty());
        assert!((0..3).all(|block| mail.to(block).is_empty()));
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_order_is_kept(to in proptest::collection::vec(0u32..5000, 0..200), cut in 0usize..200) {
            let all: Vec<Message> = to.iter().enumerate().map(|(from, to)| message(from as u32, *to)).collect();
            let cut = cut.min(all.len());
            let mut mail = Mail::new(5);
            mail.sort([&all[..cut], &all[cut..]].into_iter());
            for block in 0..5 {
                let wanted: Vec<Message> = all.iter().filter(|one| one.to / LANES == block).copied().collect();
                prop_assert_eq!(mail.to(block), &wanted[..]);
            }
        }
    }
}
