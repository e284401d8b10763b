//! A line of a life in plain words: what is true, what is on record, and what sort of line it is.

use super::fold::Line;
use crate::names::{self, begun};
use demerit_scenario::notes::WorldNote;
use demerit_words::{Words, say};

/// Truth, record and kind of a line.
pub(super) fn tell(words: Words, line: &Line<'_>, world: &WorldNote) -> (String, String, &'static str) {
    let row = line.row;
    let what = row.what.as_str();
    match row.event.as_str() {
        "deed" => (times(words, &names::deed(words, what), line.times), String::new(), "quiet"),
        "entry" => entry(words, line),
        "points" => (
            match line.other {
                Some(other) => say!(words, "story-a-tie-did", other = other.to_string()),
                None => say!(words, "story-ties-did"),
            },
            times_plain(
                words,
                &say!(words, "story-points-for-a-tie", rule = rule(words, line.rule)),
                line.times,
            ),
            "wrong",
        ),
        "tier" => tier(words, line, world),
        "listed" => (
            match row.origin.as_str() {
                "own-deed" | "" => say!(words, "story-not-paid"),
                origin => begun(&names::origin(words, origin)),
            },
            say!(words, "story-listed", what = what),
            "sanction",
        ),
        "unlisted" => (String::new(), say!(words, "story-unlisted", what = what), "remedy"),
        "refused" => (
            times(words, &say!(words, "story-asked-for", thing = names::thing(words, what)), line.times),
            say!(words, "story-refused"),
            "refusal",
        ),
        "granted" => (
            times(words, &say!(words, "story-asked-for", thing = names::thing(words, what)), line.times),
            say!(words, "story-granted"),
            "life",
        ),
        "withheld" => (
            times(words, &say!(words, "story-withheld", what = words.entry(what)), line.times),
            String::new(),
            "quiet",
        ),
        "removed" => {
            (times(words, &names::deed(words, what), line.times), say!(words, "story-removed"), "refusal")
        }
        "account-closed" => (String::new(), say!(words, "story-account-closed"), "refusal"),
        "account-reopened" => (String::new(), say!(words, "story-account-reopened"), "remedy"),
        "appeal-filed" => {
            (times(words, &say!(words, "story-appeal-filed"), line.times), String::new(), "remedy")
        }
        "appeal-upheld" => (String::new(), say!(words, "story-appeal-upheld"), "remedy"),
        "correction-undone" => (String::new(), say!(words, "story-correction-undone"), "wrong"),
        "spared" => (String::new(), say!(words, "story-spared"), "remedy"),
        "appeal-rejected" => (String::new(), say!(words, "story-appeal-rejected"), "refusal"),
        "appeal-silent" => (String::new(), say!(words, "story-appeal-silent"), "refusal"),
        "born" => (say!(words, "story-born"), String::new(), "life"),
        "died" => (say!(words, "story-died"), String::new(), "life"),
        "partner-found" => (say!(words, "story-partner-found"), String::new(), "life"),
        "partner-lost" => (say!(words, "story-partner-lost"), String::new(), "life"),
        other => (
            String::new(),
            format!("{} {}", names::plain(other), names::plain(what)).trim().to_owned(),
            "life",
        ),
    }
}

fn entry(words: Words, line: &Line<'_>) -> (String, String, &'static str) {
    let row = line.row;
    let what = row.what.as_str();
    let seen = if row.channel.is_empty() {
        String::new()
    } else {
        format!("{}: ", names::channel(words, &row.channel))
    };
    let record =
        times_plain(words, &format!("{seen}{}{}", words.entry(what), rule(words, line.rule)), line.times);
    let nothing = || say!(words, "story-nothing");
    let (truth, kind) = match row.origin.as_str() {
        "own-deed" => (times(words, &names::deed(words, what), line.times), "true"),
        "wrong-inference" => (
            say!(words, "story-misread", deed = times(words, &names::deed(words, what), line.times)),
            "wrong",
        ),
        "wrong-person" => (
            line.other.map_or_else(nothing, |other| say!(words, "story-other", other = other.to_string())),
            "wrong",
        ),
        "wrong-join" => (
            line.other.map_or_else(
                || say!(words, "story-file"),
                |other| say!(words, "story-file-of", other = other.to_string()),
            ),
            "wrong",
        ),
        "clerk" if line.done => (
            say!(words, "story-clerk-deed", deed = times(words, &names::deed(words, what), line.times)),
            "wrong",
        ),
        "clerk" => (say!(words, "story-clerk"), "wrong"),
        "tie" => (
            line.other.map_or_else(nothing, |other| say!(words, "story-tie", other = other.to_string())),
            "wrong",
        ),
        _ if line.done => (times(words, &names::deed(words, what), line.times), "true"),
        other => (begun(&names::origin(words, other)), "wrong"),
    };
    (truth, record, kind)
}

fn tier(words: Words, line: &Line<'_>, world: &WorldNote) -> (String, String, &'static str) {
    let row = line.row;
    let sanction = world.tiers.iter().any(|tier| tier.name == row.what && tier.sanction);
    let deserved = row
        .deserved_after
        .and_then(|score| world.tiers.iter().filter(|tier| tier.from <= score).max_by_key(|tier| tier.from))
        .filter(|tier| tier.name != row.what);
    let truth = deserved
        .map_or_else(String::new, |tier| say!(words, "story-tier-deserved", tier = words.title(&tier.name)));
    let record = if sanction {
        say!(words, "story-tier-sanction", tier = words.title(&row.what))
    } else {
        say!(words, "story-tier", tier = words.title(&row.what))
    };
    (truth, record, if sanction { "sanction" } else { "life" })
}

/// What left no trace in a year, the most frequent first.
pub(super) fn quietly(words: Words, lines: &[&Line<'_>]) -> String {
    let mut lines = lines.to_vec();
    lines.sort_by(|one, other| other.times.cmp(&one.times).then(one.row.what.cmp(&other.row.what)));
    let parts: Vec<String> = lines
        .iter()
        .map(|line| times_plain(words, &names::deed(words, &line.row.what), line.times))
        .collect();
    begun(&parts.join("; "))
}

fn rule(words: Words, name: &str) -> String {
    if name.is_empty() { String::new() } else { say!(words, "story-rule", name = name) }
}

/// A sentence that begins, with how often.
fn times(words: Words, text: &str, times: usize) -> String {
    begun(&times_plain(words, text, times))
}

fn times_plain(words: Words, text: &str, times: usize) -> String {
    match times {
        1 => text.to_owned(),
        2 => say!(words, "story-twice", text = text),
        more => say!(words, "story-times", text = text, times = more),
    }
}
