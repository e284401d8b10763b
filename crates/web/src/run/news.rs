//! What a page is told of a run while it goes on: what is new since it last looked, however long that was
//! ago.
//!
//! How far the run is, and how far a life is told, is not queued: only the newest counts. What happens once
//! (a life is ready) is kept for a while under a number, so that a page whose connection broke can catch up.
//! So nothing piles up for a page that does not read.

use crate::limits::MOST_NEWS;
use serde_json::{Value, json};
use std::collections::VecDeque;

/// How a run ended.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum End {
    /// All weeks are lived.
    Done(Value),
    /// It cannot be continued.
    Failed(Value),
    /// Nobody wants it any more.
    Dropped(Newer),
}

/// Which run took the place of one that was dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Newer {
    /// Another one of the same page.
    OfThePage,
    /// One of another page, as there is room for few.
    OfOthers,
}

/// What there is to tell of a run.
#[derive(Default)]
pub(crate) struct News {
    hello: Latest,
    week: Latest,
    job: Latest,
    end: Option<(u64, End)>,
    /// How often any of these changed.
    changes: u64,
    once: VecDeque<Notice>,
    last: u64,
}

/// Something of which only the newest counts: at which change it came, its name, what it tells.
type Latest = Option<(u64, &'static str, Value)>;

/// One thing to tell: the number of the last thing that happened by then, its name, what it tells.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Notice {
    pub(crate) number: u64,
    pub(crate) name: &'static str,
    pub(crate) what: Value,
}

/// What a page has been told already: up to which change, and up to which number.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Cursor {
    changes: u64,
    last: u64,
    /// Whether nothing is to come any more.
    pub(crate) is_at_end: bool,
}

impl Cursor {
    /// A page that comes back after the news with this number.
    pub(crate) fn after(last: u64) -> Self {
        Self { last, ..Self::default() }
    }
}

impl News {
    /// The worlds are there.
    pub(crate) fn hello(&mut self, what: Value) {
        self.hello = Some((self.change(), "hello", what));
    }

    /// How far the run is.
    pub(crate) fn week(&mut self, what: Value) {
        self.week = Some((self.change(), "week", what));
    }

    /// How far a life or an answer is, which goes by the name `name`.
    pub(crate) fn job(&mut self, name: &'static str, what: Value) {
        self.job = Some((self.change(), name, what));
    }

    /// Something happened.
    pub(crate) fn happened(&mut self, name: &'static str, what: Value) {
        self.last += 1;
        self.job = None;
        self.once.push_back(Notice { number: self.last, name, what });
        if self.once.len() > MOST_NEWS {
            self.once.pop_front();
        }
    }

    /// The run ended; what was dropped stays so.
    pub(crate) fn end(&mut self, end: End) {
        if !matches!(self.ended(), Some(End::Dropped(_))) {
            self.end = Some((self.change(), end));
        }
    }

    /// How it ended, if it did.
    pub(crate) fn ended(&self) -> Option<&End> {
        self.end.as_ref().map(|(_, end)| end)
    }

    /// Numbered news that are kept.
    pub(crate) fn kept(&self) -> usize {
        self.once.len()
    }

    /// Whatever is new for a page, in order.
    pub(crate) fn tell(&self, cursor: &mut Cursor) -> Vec<Notice> {
        let known = std::mem::replace(&mut cursor.changes, self.changes);
        // A page may come with the number of another start.
        let last = std::mem::replace(&mut cursor.last, self.last).min(self.last);
        let newer = |latest: &Latest, number| {
            let (_, name, what) = latest.as_ref().filter(|(change, ..)| *change > known)?;
            Some(Notice { number, name, what: what.clone() })
        };
        let before = [&self.hello, &self.week].into_iter().filter_map(|latest| newer(latest, last));
        let once = self.once.iter().filter(|notice| notice.number > last).cloned();
        let end = self.end.as_ref().map(|(change, end)| (*change, end.name(), end.what()));
        cursor.is_at_end = matches!(self.ended(), Some(End::Dropped(_)));
        let after = [&self.job, &end].into_iter().filter_map(|latest| newer(latest, self.last));
        before.chain(once).chain(after).collect()
    }

    fn change(&mut self) -> u64 {
        self.changes += 1;
        self.changes
    }
}

impl End {
    const fn name(&self) -> &'static str {
        match self {
            Self::Done(_) => "done",
            Self::Failed(_) => "failed",
            Self::Dropped(_) => "dropped",
        }
    }

    fn what(&self) -> Value {
        match self {
            Self::Done(what) | Self::Failed(what) => what.clone(),
            Self::Dropped(Newer::OfThePage) => json!({ "for": "page" }),
            Self::Dropped(Newer::OfOthers) => json!({ "for": "others" }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(notices: &[Notice]) -> Vec<&'static str> {
        notices.iter().map(|notice| notice.name).collect()
    }

    #[test]
    fn only_the_newest_week_is_told_and_nothing_twice() {
        let (mut news, mut cursor) = (News::default(), Cursor::default());
        assert_eq!(news.tell(&mut cursor), []);
        for tick in 0..1000 {
            news.week(json!({ "tick": tick }));
        }
        news.hello(json!({ "ticks": 1000 }));
        let hello = Notice { number: 0, name: "hello", what: json!({ "ticks": 1000 }) };
        let week = Notice { number: 0, name: "week", what: json!({ "tick": 999 }) };
        assert_eq!(news.tell(&mut cursor), [hello, week]);
        assert_eq!(news.tell(&mut cursor), []);
        news.end(End::Done(json!({})));
        assert_eq!((names(&news.tell(&mut cursor)), cursor.is_at_end), (vec!["done"], false));
        news.happened("life-ready", json!({ "person": 3 }));
        assert_eq!(names(&news.tell(&mut cursor)), ["life-ready"]);
        news.end(End::Dropped(Newer::OfThePage));
        assert_eq!((names(&news.tell(&mut cursor)), cursor.is_at_end), (vec!["dropped"], true));
    }

    #[test]
    fn who_comes_back_gets_the_present_state_and_what_was_missed() {
        let mut news = News::default();
        news.hello(json!({}));
        news.week(json!({ "tick": 3 }));
        for person in 1..=3 {
            news.happened("life-ready", json!({ "person": person }));
        }
        let told = news.tell(&mut Cursor::after(2));
        assert_eq!(names(&told), ["hello", "week", "life-ready"]);
        assert_eq!(told[2], Notice { number: 3, name: "life-ready", what: json!({ "person": 3 }) });
        assert_eq!(names(&news.tell(&mut Cursor::after(u64::MAX))), ["hello", "week"]);
    }

    #[test]
    fn news_do_not_pile_up() {
        let mut news = News::default();
        for person in 0..10_000 {
            news.job("life", json!({ "done": person }));
            news.happened("life-ready", json!({ "person": person }));
        }
        assert_eq!(news.kept(), MOST_NEWS);
        assert_eq!(names(&news.tell(&mut Cursor::default())).len(), MOST_NEWS);
    }

    #[test]
    fn what_was_dropped_does_not_fail_any_more() {
        let mut news = News::default();
        news.end(End::Dropped(Newer::OfThePage));
        news.end(End::Failed(json!({})));
        assert_eq!(news.ended(), Some(&End::Dropped(Newer::OfThePage)));
    }
}
