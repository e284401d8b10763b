//! A line of a life in plain words: what is true, what is on record, and what sort of line it is.

use super::fold::Line;
use crate::names::{self, begun};
use demerit_study::manifest::WorldNote;

/// Truth, record and kind of a line.
pub(super) fn say(line: &Line<'_>, world: &WorldNote) -> (String, String, &'static str) {
    let row = line.row;
    let what = row.what.as_str();
    match row.event.as_str() {
        "deed" => (times(&names::deed(what), line.times), String::new(), "quiet"),
        "entry" => entry(line),
        "points" => (
            match line.other {
                Some(other) => format!("Did nothing: a tie did, person {other}"),
                None => "Did nothing: ties did".to_owned(),
            },
            times_plain(&format!("points for a tie{}", rule(line.rule)), line.times),
            "wrong",
        ),
        "tier" => tier(line, world),
        "listed" => (
            match row.origin.as_str() {
                "own-deed" | "" => "Had not paid what a court had ordered".to_owned(),
                origin => begun(&names::origin(origin)),
            },
            format!("put on the list: {what}"),
            "sanction",
        ),
        "unlisted" => (String::new(), format!("taken off the list: {what}"), "remedy"),
        "refused" => {
            (times(&format!("asked for {}", names::thing(what)), line.times), "refused".to_owned(), "refusal")
        }
        "granted" => (
            times(&format!("asked for {}", names::thing(what)), line.times),
            "granted, with a privilege".to_owned(),
            "life",
        ),
        "withheld" => {
            (times(&format!("kept back a {}", names::plain(what)), line.times), String::new(), "quiet")
        }
        "removed" => (times(&names::deed(what), line.times), "the post is taken down".to_owned(), "refusal"),
        "account-closed" => (String::new(), "the account is closed".to_owned(), "refusal"),
        "account-reopened" => (String::new(), "the account is opened again".to_owned(), "remedy"),
        "appeal-filed" => (times("filed an appeal", line.times), String::new(), "remedy"),
        "appeal-upheld" => (String::new(), "the appeal is upheld".to_owned(), "remedy"),
        "correction-undone" => (String::new(), "an old copy undoes the correction".to_owned(), "wrong"),
        "spared" => (String::new(), "a human looks, and stops the sanction".to_owned(), "remedy"),
        "appeal-rejected" => (String::new(), "the appeal is rejected".to_owned(), "refusal"),
        "appeal-silent" => (String::new(), "the appeal is never answered".to_owned(), "refusal"),
        "born" => ("Born".to_owned(), String::new(), "life"),
        "died" => (
            "Died; a newborn follows in the same place, under the same number".to_owned(),
            String::new(),
            "life",
        ),
        "partner-found" => ("Found a partner".to_owned(), String::new(), "life"),
        "partner-lost" => ("Parted from the partner".to_owned(), String::new(), "life"),
        other => (
            String::new(),
            format!("{} {}", names::plain(other), names::plain(what)).trim().to_owned(),
            "life",
        ),
    }
}

fn entry(line: &Line<'_>) -> (String, String, &'static str) {
    let row = line.row;
    let what = row.what.as_str();
    let seen =
        if row.channel.is_empty() { String::new() } else { format!("{}: ", names::channel(&row.channel)) };
    let record = times_plain(&format!("{seen}{}{}", names::plain(what), rule(line.rule)), line.times);
    let nothing = || "Did nothing of the kind".to_owned();
    let (truth, kind) = match row.origin.as_str() {
        "own-deed" => (times(&names::deed(what), line.times), "true"),
        "wrong-inference" => (
            format!("{}; what the rule reads into it is not so", times(&names::deed(what), line.times)),
            "wrong",
        ),
        "wrong-person" => (
            line.other
                .map_or_else(nothing, |other| format!("Did nothing of the kind: it was person {other}")),
            "wrong",
        ),
        "wrong-join" => (
            line.other.map_or_else(
                || "Nothing: a file wrongly joined".to_owned(),
                |other| format!("Nothing: the file of person {other} was joined to theirs"),
            ),
            "wrong",
        ),
        "clerk" if line.done => {
            (format!("{}; a clerk wrote it down wrongly", times(&names::deed(what), line.times)), "wrong")
        }
        "clerk" => ("Nothing: a clerk's slip".to_owned(), "wrong"),
        "tie" => {
            (line.other.map_or_else(nothing, |other| format!("Did nothing: person {other} did")), "wrong")
        }
        _ if line.done => (times(&names::deed(what), line.times), "true"),
        other => (begun(&names::origin(other)), "wrong"),
    };
    (truth, record, kind)
}

fn tier(line: &Line<'_>, world: &WorldNote) -> (String, String, &'static str) {
    let row = line.row;
    let sanction = world.tiers.iter().any(|tier| tier.name == row.what && tier.sanction);
    let deserved = row
        .deserved_after
        .and_then(|score| world.tiers.iter().filter(|tier| tier.from <= score).max_by_key(|tier| tier.from))
        .filter(|tier| tier.name != row.what);
    let truth =
        deserved.map_or_else(String::new, |tier| format!("By their own true deeds: tier “{}”", tier.name));
    let record = format!("moved into tier “{}”{}", row.what, if sanction { ", which sanctions" } else { "" });
    (truth, record, if sanction { "sanction" } else { "life" })
}

/// What left no trace in a year, the most frequent first.
pub(super) fn quietly(lines: &[&Line<'_>]) -> String {
    let mut lines = lines.to_vec();
    lines.sort_by(|one, other| other.times.cmp(&one.times).then(one.row.what.cmp(&other.row.what)));
    let parts: Vec<String> =
        lines.iter().map(|line| times_plain(&names::deed(&line.row.what), line.times)).collect();
    begun(&parts.join("; "))
}

fn rule(name: &str) -> String {
    if name.is_empty() { String::new() } else { format!(", rule “{name}”") }
}

/// A sentence that begins, with how often.
fn times(text: &str, times: usize) -> String {
    begun(&times_plain(text, times))
}

fn times_plain(text: &str, times: usize) -> String {
    match times {
        1 => text.to_owned(),
        2 => format!("{text}, twice"),
        more => format!("{text}, {more} times"),
    }
}
