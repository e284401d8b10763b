//! What a page is told of a run while it goes on: what is new since it last looked, however long that was ago.
//!
//! How far the run is, and how far a life is told, is not queued: only the newest counts. What happens once (a life is ready) is
//! kept for a while under a number, so that a page whose connection broke can catch up. So nothing piles up for a page that does
//! not read.

use crate::caps::MOST_NEWS;
use serde_json::{Value, json};
use std::collections::VecDeque;
use std::fmt::Write;

/// How a run ended.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum End {
    /// All weeks are lived.
    Done(Value),
    /// It cannot be gone on with.
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

impl Newer {
    /// As the page is told.
    const fn name(self) -> &'static str {
        match self {
            Self::OfThePage => "page",
            Self::OfOthers => "others",
        }
    }
}

/// What there is to tell of a run.
#[derive(Default)]
pub(crate) struct News {
    hello: Option<Value>,
    week: Option<Value>,
    /// How often `week` has changed, and `errand` likewise.
    weeks: u64,
    errand: Option<(&'static str, Value)>,
    errands: u64,
    once: VecDeque<(u64, &'static str, Value)>,
    last: u64,
    end: Option<End>,
}

/// What a page has been told already.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Told {
    hello: bool,
    weeks: u64,
    errands: u64,
    last: u64,
    /// Whether the end was told, and whether it was the last word.
    ended: bool,
    is_last: bool,
}

impl Told {
    /// A page that comes back after so many numbered news.
    pub(crate) fn up_to(last: u64) -> Self {
        Self { last, ..Self::default() }
    }

    /// Whether nothing is to come any more.
    pub(crate) const fn everything(&self) -> bool {
        self.is_last
    }
}

impl News {
    /// The worlds are there.
    pub(crate) fn hello(&mut self, what: Value) {
        self.hello = Some(what);
    }

    /// How far the run is.
    pub(crate) fn week(&mut self, what: Value) {
        self.week = Some(what);
        self.weeks += 1;
    }

    /// How far a life or an answer is, which goes by the name `name`.
    pub(crate) fn errand(&mut self, name: &'static str, what: Value) {
        self.errand = Some((name, what));
        self.errands += 1;
    }

    /// Something happened.
    pub(crate) fn happened(&mut self, name: &'static str, what: Value) {
        self.last += 1;
        self.errand = None;
        self.once.push_back((self.last, name, what));
        if self.once.len() > MOST_NEWS {
            self.once.pop_front();
        }
    }

    /// The run ended; what was dropped stays so.
    pub(crate) fn end(&mut self, end: End) {
        if !matches!(self.end, Some(End::Dropped(_))) {
            self.end = Some(end);
        }
    }

    /// How it ended, if it did.
    pub(crate) const fn ended(&self) -> Option<&End> {
        self.end.as_ref()
    }

    /// Numbered news that are kept.
    pub(crate) fn kept(&self) -> usize {
        self.once.len()
    }

    /// Whatever is new for a page, as server-sent events.
    pub(crate) fn tell(&self, told: &mut Told) -> String {
        let mut text = String::new();
        // A page may come with the number of another start.
        told.last = told.last.min(self.last);
        if !told.hello
            && let Some(hello) = &self.hello
        {
            told.hello = true;
            event(&mut text, told.last, "hello", hello);
        }
        if told.weeks != self.weeks
            && let Some(week) = &self.week
        {
            told.weeks = self.weeks;
            event(&mut text, told.last, "week", week);
        }
        for (number, name, what) in self.once.iter().filter(|one| one.0 > told.last) {
            event(&mut text, *number, name, what);
        }
        told.last = self.last;
        if told.errands != self.errands
            && let Some((name, what)) = &self.errand
        {
            event(&mut text, told.last, name, what);
        }
        told.errands = self.errands;
        match &self.end {
            Some(End::Dropped(newer)) => {
                event(&mut text, told.last, "dropped", &json!({ "for": newer.name() }));
                told.is_last = true;
            }
            Some(End::Done(what)) if !told.ended => {
                event(&mut text, told.last, "done", what);
            }
            Some(End::Failed(what)) if !told.ended => {
                event(&mut text, told.last, "failed", what);
            }
            _ => {}
        }
        told.ended = self.end.is_some();
        text
    }
}

/// One event; JSON has no line breaks, so a line of data holds it.
fn event(text: &mut String, number: u64, name: &str, what: &Value) {
    let _ = write!(text, "id: {number}\nevent: {name}\ndata: {what}\n\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<&str> {
        text.lines().filter_map(|line| line.strip_prefix("event: ")).collect()
    }

    #[test]
    fn only_the_newest_week_is_told_and_nothing_twice() {
        let (mut news, mut told) = (News::default(), Told::default());
        assert_eq!(news.tell(&mut told), "");
        for tick in 0..1000 {
            news.week(json!({ "tick": tick }));
        }
        news.hello(json!({ "ticks": 1000 }));
        let text = news.tell(&mut told);
        assert_eq!(
            text,
            "id: 0\nevent: hello\ndata: {\"ticks\":1000}\n\nid: 0\nevent: week\ndata: {\"tick\":999}\n\n"
        );
        assert_eq!(news.tell(&mut told), "");
        news.end(End::Done(json!({})));
        assert_eq!((names(&news.tell(&mut told)), told.everything()), (vec!["done"], false));
        news.happened("life-ready", json!({ "person": 3 }));
        assert_eq!(names(&news.tell(&mut told)), ["life-ready"]);
        news.end(End::Dropped(Newer::OfThePage));
        assert_eq!((names(&news.tell(&mut told)), told.everything()), (vec!["dropped"], true));
    }

    #[test]
    fn who_comes_back_gets_the_present_state_and_what_was_missed() {
        let mut news = News::default();
        news.hello(json!({}));
        news.week(json!({ "tick": 3 }));
        for person in 1..=3 {
            news.happened("life-ready", json!({ "person": person }));
        }
        let text = news.tell(&mut Told::up_to(2));
        assert_eq!(names(&text), ["hello", "week", "life-ready"]);
        assert!(text.contains("id: 3\nevent: life-ready\ndata: {\"person\":3}"), "{text}");
        assert_eq!(names(&news.tell(&mut Told::up_to(u64::MAX))), ["hello", "week"]);
    }

    #[test]
    fn news_do_not_pile_up() {
        let mut news = News::default();
        for person in 0..10_000 {
            news.errand("life", json!({ "done": person }));
            news.happened("life-ready", json!({ "person": person }));
        }
        assert_eq!(news.kept(), MOST_NEWS);
        assert_eq!(names(&news.tell(&mut Told::default())).len(), MOST_NEWS);
    }

    #[test]
    fn what_was_dropped_does_not_fail_any_more() {
        let mut news = News::default();
        news.end(End::Dropped(Newer::OfThePage));
        news.end(End::Failed(json!({})));
        assert_eq!(news.ended(), Some(&End::Dropped(Newer::OfThePage)));
    }
}
