//! A cache with room for a number of things: when another comes, the oldest goes.

use std::collections::VecDeque;

/// Things by their keys, the oldest first.
pub(crate) struct FifoCache<K, V> {
    things: VecDeque<(K, V)>,
    room: usize,
}

impl<K: PartialEq, V> FifoCache<K, V> {
    /// An empty cache.
    pub(crate) const fn new(room: usize) -> Self {
        Self { things: VecDeque::new(), room }
    }

    /// Keeps a thing, in place of one with the same key; gives what has to go for it.
    pub(crate) fn put(&mut self, key: K, thing: V) -> Option<V> {
        let known = self.things.iter().position(|one| one.0 == key);
        let before = known.and_then(|index| self.things.remove(index)).map(|one| one.1);
        self.things.push_back((key, thing));
        if self.things.len() > self.room { self.things.pop_front().map(|one| one.1) } else { before }
    }

    /// The thing with this key.
    pub(crate) fn find(&self, key: &K) -> Option<&V> {
        self.things.iter().find(|one| one.0 == *key).map(|one| &one.1)
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
        let mut cache = FifoCache::new(2);
        assert_eq!((cache.put("a", 1), cache.put("b", 2)), (None, None));
        assert_eq!(cache.put("a", 3), Some(1), "the same key has one thing");
        assert_eq!(cache.put("c", 4), Some(2), "`a` is younger now");
        assert_eq!((cache.find(&"a"), cache.find(&"b"), cache.len()), (Some(&3), None, 2));
        assert_eq!(cache.all().copied().collect::<Vec<_>>(), [3, 4]);
        assert_eq!(FifoCache::new(0).put(1, 1), Some(1), "without room nothing stays");
    }
}
