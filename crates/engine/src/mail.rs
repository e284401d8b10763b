//! Mail: the messages of a tick, on their way from neighbourhood to neighbourhood.
//!
//! Model: each thread puts what it sends into pages, with one open page for each place to which mail goes: a
//! chunk of its own part of the world, or another part. Between two ticks the pages change hands. A chunk
//! puts its mail in order when its turn comes: by neighbourhood, then by the neighbourhood of the sender,
//! then as it was sent. The mail that one neighbourhood sends is written by one thread, so this order does
//! not depend on threads, on the cut into chunks or on that into parts.
//!
//! A page that was read is written on again, so that the mail of two ticks together takes hardly more than
//! that of one.

use demerit_kernel::LANES;
use demerit_society::Message;

/// Messages on a page: a fifth of a memory page.
pub(crate) const PAGE: usize = 64;

/// Some messages that go the same way.
pub(crate) type Page = Vec<Message>;

/// Bytes of the pages of a list, and of the list.
pub(crate) fn bytes_of(pages: &Vec<Page>) -> usize {
    pages.capacity() * size_of::<Page>()
        + pages.iter().map(|page| page.capacity() * size_of::<Message>()).sum::<usize>()
}

/// What one thread has to send.
#[derive(Clone, Debug, Default)]
pub(crate) struct Post {
    /// The page being written for each destination.
    open: Vec<Page>,
    /// Pages that are full, and where they go.
    full: Vec<(u32, Page)>,
    /// Pages to write on.
    spare: Vec<Page>,
}

impl Post {
    /// Makes room for a number of destinations.
    pub(crate) fn open_for(&mut self, destinations: usize) {
        if self.open.len() < destinations {
            self.open.resize_with(destinations, Page::new);
        }
    }

    /// Puts a message on the page for a destination.
    #[inline]
    pub(crate) fn send(&mut self, destination: usize, message: Message) {
        let page = &mut self.open[destination];
        if page.len() == page.capacity() {
            let fresh = self.spare.pop().unwrap_or_else(|| Vec::with_capacity(PAGE));
            let full = std::mem::replace(page, fresh);
            if !full.is_empty() {
                self.full.push((destination as u32, full));
            }
        }
        page.push(message);
    }

    /// Gives every page away with its destination, in the order in which each destination's were written.
    pub(crate) fn give(&mut self, mut take: impl FnMut(usize, Page)) {
        for (destination, page) in self.full.drain(..) {
            take(destination as usize, page);
        }
        for (destination, page) in self.open.iter_mut().enumerate() {
            if !page.is_empty() {
                take(destination, std::mem::take(page));
            }
        }
    }

    /// Takes in a page that was read.
    pub(crate) fn recycle(&mut self, mut page: Page) {
        // A page of a copied world has no room to spare.
        if page.capacity() >= PAGE {
            page.clear();
            self.spare.push(page);
        }
    }

    /// Pages to write on.
    pub(crate) const fn spare(&mut self) -> &mut Vec<Page> {
        &mut self.spare
    }

    /// Bytes of all pages.
    pub(crate) fn bytes(&self) -> usize {
        let full = self.full.iter().map(|(_, page)| page.capacity() * size_of::<Message>()).sum::<usize>();
        let full = full + self.full.capacity() * size_of::<(u32, Page)>();
        full + bytes_of(&self.open) + bytes_of(&self.spare)
    }
}

/// Mail put in order: kept from chunk to chunk.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sorter {
    sorted: Vec<Message>,
    starts: Vec<u32>,
}

impl Sorter {
    /// Puts the mail of `blocks` neighbourhoods from `first` on in order.
    pub(crate) fn sort(&mut self, first: u32, blocks: usize, pages: &[Page]) {
        let messages = || pages.iter().flatten();
        let place = |person: u32| (person / LANES - first) as usize;
        self.starts.clear();
        self.starts.resize(blocks + 1, 0);
        self.sorted.clear();
        let Some(filler) = messages().next() else { return };
        for message in messages() {
            self.starts[place(message.to) + 1] += 1;
        }
        for block in 1..=blocks {
            self.starts[block] += self.starts[block - 1];
        }
        self.sorted.resize(self.starts[blocks] as usize, *filler);
        for message in messages() {
            let start = &mut self.starts[place(message.to)];
            self.sorted[*start as usize] = *message;
            *start += 1;
        }
        // Each start has moved to its block's end, which is the next one's start: move them back.
        for block in (1..=blocks).rev() {
            self.starts[block] = self.starts[block - 1];
        }
        self.starts[0] = 0;
        // Pages of several threads: each thread's are in order already.
        for block in 0..blocks {
            let here = &mut self.sorted[self.starts[block] as usize..self.starts[block + 1] as usize];
            if !here.is_sorted_by_key(|message| message.from / LANES) {
                here.sort_by_key(|message| message.from / LANES);
            }
        }
    }

    /// The messages to the neighbourhood at a place of the chunk.
    pub(crate) fn to(&self, place: usize) -> &[Message] {
        &self.sorted[self.starts[place] as usize..self.starts[place + 1] as usize]
    }

    /// All messages of the chunk, in order.
    pub(crate) fn all(&self) -> &[Message] {
        &self.sorted
    }

    /// Bytes of the buffers.
    pub(crate) const fn bytes(&self) -> usize {
        self.sorted.capacity() * size_of::<Message>() + self.starts.capacity() * 4
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use demerit_society::state::message::Content;
    use proptest::prelude::*;

    fn message(from: u32, to: u32) -> Message {
        Message::new(to, from, Content::Fright)
    }

    /// What arrives at a destination of what each thread has sent, the threads in the order given.
    fn delivered(threads: &mut [Post]) -> Vec<Page> {
        let mut pages = Vec::new();
        for post in threads {
            post.give(|_, page| pages.push(page));
        }
        pages
    }

    #[test]
    fn mail_comes_by_neighbourhood_of_the_sender_and_then_as_it_was_sent() {
        let mut threads = [Post::default(), Post::default()];
        threads.iter_mut().for_each(|post| post.open_for(1));
        for (thread, from, to) in
            [(0, 4096, 2048), (0, 4100, 2049), (1, 2, 5), (1, 3000, 2050), (1, 2999, 2050), (0, 9000, 0)]
        {
            threads[thread].send(0, message(from, to));
        }
        let mut sorter = Sorter::default();
        sorter.sort(0, 3, &delivered(&mut threads));
        assert_eq!(sorter.to(0), [message(2, 5), message(9000, 0)]);
        assert_eq!(sorter.to(1), []);
        let last = [message(3000, 2050), message(2999, 2050), message(4096, 2048), message(4100, 2049)];
        assert_eq!(sorter.to(2), last, "by the sender's neighbourhood, then as sent");
        assert_eq!(sorter.all().len(), 6);
        sorter.sort(0, 3, &delivered(&mut threads));
        assert!((0..3).all(|block| sorter.to(block).is_empty()));
    }

    #[test]
    fn a_page_that_was_read_is_written_on_again() {
        let mut post = Post::default();
        post.open_for(2);
        for tick in 0..5 {
            for number in 0..1000 {
                post.send(number as usize % 2, message(number, number));
            }
            let mut pages = Vec::new();
            post.give(|_, page| pages.push(page));
            assert_eq!(pages.len(), 2 * 500usize.div_ceil(PAGE));
            assert_eq!(pages.iter().map(Vec::len).sum::<usize>(), 1000);
            assert_eq!(post.spare().len(), 0, "in tick {tick}");
            pages.into_iter().for_each(|page| post.recycle(page));
        }
        post.recycle(Vec::new());
        assert_eq!(post.spare().len(), 16, "a page without room is of no use");
    }

    proptest! {
        #[test]
        fn who_wrote_the_pages_changes_nothing(
            sent in proptest::collection::vec((0u32..6, 0u32..5000), 0..400),
            threads in 1usize..4,
            whose in proptest::collection::vec(0usize..4, 6),
        ) {
            // Neighbourhoods send one after the other; each one's mail is written by one thread.
            let mut sent = sent;
            sent.sort_by_key(|(from, _)| *from);
            let all: Vec<Message> =
                sent.iter().enumerate().map(|(number, (from, to))| message(from * LANES + number as u32 % LANES, *to)).collect();
            let mut posts = vec![Post::default(); threads];
            posts.iter_mut().for_each(|post| post.open_for(1));
            for one in &all {
                posts[whose[(one.from / LANES) as usize] % threads].send(0, *one);
            }
            let mut sorter = Sorter::default();
            sorter.sort(0, 5, &delivered(&mut posts));
            for block in 0..5 {
                let wanted: Vec<Message> = all.iter().filter(|one| one.to / LANES == block).copied().collect();
                prop_assert_eq!(sorter.to(block as usize), &wanted[..]);
            }
        }
    }
}
