//! Benefits and harms side by side: each with its definition, its difference to the twin and the same small
//! chart.
//!
//! Model: a card for each matter. Its figure is the change against the twin where the twin has any of it,
//! else the value here. Its two bars, here and twin, are drawn from zero to a length of their own, so that
//! cards are compared by their figures. Whether a change is said depends on its interval over the seeds (see
//! [`Direction`]).
//!
//! Symbols: values in the unit of their measure; see [`crate::numbers::gauge`].
//! Our assumption: which measures count as a claimed benefit and which as a harm; the reader may weigh them
//! otherwise.
//!
//! Leaves out: any sum of the two sides. They have no common unit, and the same persons do not bear them.

use crate::drawing::{Anchor, Drawing};
use crate::findings::finding::figure;
use crate::numbers::gauge::{definition, show, spread, unit, unit_words, value, whole};
use crate::numbers::{Direction, Key, Run, Side, change, key};
use crate::{html, names};
use demerit_measures::estimate::Spread;
use demerit_words::{Words, say};
use maud::{Markup, html};

/// Which way is good.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wish {
    /// The less the better.
    Less,
    /// The more the better.
    More,
}

const BENEFITS: [(&str, &str, Wish); 7] = [
    ("violations", "", Wish::Less),
    ("defaults", "", Wish::Less),
    ("deposits-saved", "", Wish::More),
    ("interest-saved", "", Wish::More),
    ("feels-safe", "answer:true", Wish::More),
    ("feels-safe", "answer:stated", Wish::More),
    ("trust-warranted", "", Wish::Less),
];
const HARMS: [&str; 11] = [
    "wrongly-sanctioned",
    "collateral-share",
    "refused-wrongly",
    "posts-withheld",
    "posts-withheld-for-others",
    "reach-lost",
    "income-lost",
    "ties-cut",
    "trips-lost",
    "held-at-home",
    "school-places-refused",
];

/// What a card tells.
struct Card {
    title: String,
    figure: String,
    verdict: String,
    good: Option<bool>,
    here: Spread,
    twin: Option<Spread>,
    unit: String,
    says: String,
}

/// The section as HTML; none where nothing of it was measured.
pub(crate) fn section(run: &Run<'_>) -> Option<Markup> {
    let words = run.words;
    let benefits: Vec<Card> = BENEFITS.iter().filter_map(|one| card(run, one)).collect();
    let harms: Vec<Card> = HARMS.iter().filter_map(|measure| card(run, &(measure, "", Wish::Less))).collect();
    if benefits.is_empty() && harms.is_empty() {
        return None;
    }
    let twin = run.world(Side::Twin).is_some();
    let lead = if twin { say!(words, "balance-lead") } else { say!(words, "balance-lead-alone") };
    let swatches =
        [("fill", "here", say!(words, "plot-label-here")), ("fill", "twin", say!(words, "plot-label-twin"))];
    let sides = [
        (say!(words, "balance-benefits"), &benefits, say!(words, "balance-no-benefit")),
        (say!(words, "balance-harms"), &harms, say!(words, "balance-no-harm")),
    ];
    let content = html! {
        p class="lead" { (lead) }
        p class="note" { (say!(words, "balance-note")) }
        (html::legend(swatches.into_iter().take(if twin { 2 } else { 1 })))
        div class="sides" {
            @for (name, cards, none) in sides {
                div class="side" {
                    h3 { (name) }
                    @if cards.is_empty() { p { (none) } }
                    @for one in cards { (one.html(words)) }
                }
            }
        }
    };
    Some(html::section("balance", &say!(words, "balance-heading"), &content))
}

fn card(run: &Run<'_>, &(measure, group, wish): &(&'static str, &'static str, Wish)) -> Option<Card> {
    let words = run.words;
    let keys: Vec<Key<'_>> =
        if group.is_empty() { whole(run, measure)?.keys } else { vec![key(measure, "all", group)] };
    let here = spread(run, Side::Here, &keys)?;
    let twin = spread(run, Side::Twin, &keys);
    let unit = unit(measure);
    let direction = run.against_twin(|seed, side| value(run, seed, side, &keys));
    let by = twin.and_then(|twin| change(twin.mean, here.mean));
    let figure = match (direction, by) {
        (Some(Direction::More(_)), Some(by)) if by >= 3.0 => {
            say!(words, "balance-times", times = words.rough(by + 1.0))
        }
        _ => figure(words, direction, by, show(words, unit, here.mean)),
    };
    let once = run.once();
    let verdict = match direction {
        Some(Direction::More(None)) => say!(words, "balance-none-in-twin", once = once),
        Some(Direction::More(Some(by))) if by >= 3.0 => say!(words, "balance-as-much", once = once),
        Some(Direction::More(_)) => say!(words, "balance-more", once = once),
        Some(Direction::Less(_)) => say!(words, "balance-less", once = once),
        Some(Direction::Same) => say!(words, "balance-same", once = once),
        Some(Direction::Unclear) => say!(words, "balance-unclear"),
        None if run.world(Side::Twin).is_some() => say!(words, "balance-nothing"),
        None => String::new(),
    };
    let good = match direction {
        Some(Direction::More(_)) => Some(wish == Wish::More),
        Some(Direction::Less(_)) => Some(wish == Wish::Less),
        _ => None,
    };
    let part = if group.is_empty() { String::new() } else { format!(", {}", names::group(words, group)) };
    Some(Card {
        title: format!("{}{part}{}", names::measure(words, measure), unit_words(words, unit)),
        figure,
        verdict,
        good,
        here,
        twin,
        unit: unit.to_owned(),
        says: definition(words, measure),
    })
}

impl Card {
    fn html(&self, words: Words) -> Markup {
        let class = match self.good {
            Some(true) => "weigh-figure gain",
            Some(false) => "weigh-figure loss",
            None => "weigh-figure",
        };
        html! {
            div class="weigh" {
                h4 { (self.title) }
                p class=(class) { (self.figure) " " span { (self.verdict) } }
                (self.bars(words).small(&format!("{}: {}", self.title, self.figure)))
                @if !self.says.is_empty() { p class="weigh-says" { (self.says) } }
            }
            "\n"
        }
    }

    fn bars(&self, words: Words) -> Drawing {
        let twin = self.twin.map(|twin| ("twin", twin));
        let rows: Vec<(&str, Spread)> = [("here", self.here)].into_iter().chain(twin).collect();
        let most = rows.iter().map(|(_, spread)| spread.high).fold(0.0, f64::max);
        let mut drawing = Drawing::new(360.0, 19.0 * rows.len() as f64 + 2.0);
        let x = |value: f64| if most > 0.0 { value.max(0.0) / most * 240.0 } else { 0.0 };
        for (index, (colour, spread)) in rows.iter().enumerate() {
            let y = 19.0 * index as f64 + 2.0;
            drawing.bar((0.0, y), (x(spread.mean).max(1.0), 13.0), colour, 1.0, "");
            if spread.seeds > 1 && spread.high > spread.low {
                drawing.line((x(spread.low), y + 6.5), (x(spread.high), y + 6.5), "ink", 2.0, "");
            }
            let end = x(spread.high.max(spread.mean)) + 7.0;
            drawing.text(end, y + 11.0, Anchor::Start, "tick", &show(words, &self.unit, spread.mean));
        }
        drawing
    }
}
