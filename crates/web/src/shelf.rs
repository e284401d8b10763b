//! A shelf with room for so many things: when another comes, the oldest goes.

use std::collections::VecDeque;

/// Things by their keys, the oldest first.
pub(crate) struct Shelf<K, V> {
    things: VecDeque<(K, V)>,
    room: usize,
}

impl<K: PartialEq, V> Shelf<K, V> {
    /// An empty shelf with room for so many.
    pub(crate) const fn new(room: usize) -> Self {
        Self { things: VecDeque::new(), room }
    }

    /// Puts a thing there, in place of one with the same key; gives what has to go for it.
    pub(crate) fn put(&mut self, key: K, thing: V) -> Option<V> {
        let before = self.take(&key);
        self.things.push_back((key, thing));
        if self.things.len() > self.room { self.things.pop_front().map(|one| one.1) } else { before }
    }

    /// The thing with this key.
    pub(crate) fn find(&self, key: &K) -> Option<&V> {
        self.things.iter().find(|one| one.0 == *key).map(|one| &one.1)
    }

    /// Takes the thing with this key away.
    pub(crate) fn take(&mut self, key: &K) -> Option<V> {
        let at = self.things.iter().position(|one| one.0 == *key)?;
        self.things.remove(at).map(|one| one.1)
    }

    /// All things, the oldest first.
    pub(crate) fn all(&self) -> impl Iterator<Item = &V> {
        self.things.iter().map(|one| &one.1)
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.things.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_goes_when_another_comes() {
        let mut shelf = Shelf::new(2);
        assert_eq!((shelf.put("a", 1), shelf.put("b", 2)), (None, None));
        assert_eq!(shelf.put("a", 3), Some(1), "the same key has one thing");
        assert_eq!(shelf.put("c", 4), Some(2), "`a` is younger now");
        assert_eq!((shelf.find(&"a"), shelf.find(&"b"), shelf.len()), (Some(&3), None, 2));
        assert_eq!((shelf.take(&"a"), shelf.take(&"a")), (Some(3), None));
        assert_eq!(shelf.all().copied().collect::<Vec<_>>(), [4]);
        assert_eq!(Shelf::new(0).put(1, 1), Some(1), "without room nothing stays");
    }
}
