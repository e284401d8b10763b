//! A line of a life in plain words: what is true, what is on record, and what sort of line it is.

use super::line::Line;
use crate::names;
use demerit_regime::{Channel, Matter};
use demerit_scenario::notes::WorldNote;
use demerit_society::state::attribution::Origin;
use demerit_words::{Words, begun, say};
use demerit_worlds::tables::LedgerEvent;

/// Truth, record and kind of a line.
pub(super) type TruthAndRecord = (String, String, &'static str);

/// Puts a line into words.
pub(super) fn tell(words: Words, line: &Line<'_>, world: &WorldNote) -> TruthAndRecord {
    let often = |text: &str| times(words, text, line.times);
    let asked = |request: &str| often(&say!(words, "story-asked-for", thing = names::thing(words, request)));
    let plainly = |text: &str| times_plain(words, text, line.times);
    let none = String::new;
    match &line.row.event {
        LedgerEvent::Did(deed) => (often(&names::deed(words, deed.name())), none(), "quiet"),
        LedgerEvent::Entered { matter, origin, channel, .. } => {
            entry(words, line, *matter, *origin, *channel)
        }
        LedgerEvent::Spilled { .. } => {
            let truth = match line.other {
                Some(other) => say!(words, "story-a-tie-did", other = other.to_string()),
                None => say!(words, "story-ties-did"),
            };
            let record = say!(words, "story-points-for-a-tie", rule = rule(words, line.rule));
            (truth, times_plain(words, &record, line.times), "wrong")
        }
        LedgerEvent::Tier(name) => tier(words, line, name, world),
        LedgerEvent::Listed { list, origin } => (
            match origin {
                Origin::OwnDeed => say!(words, "story-not-paid"),
                origin => begun(&names::origin(words, origin.name())),
            },
            say!(words, "story-listed", what = list),
            "sanction",
        ),
        LedgerEvent::Unlisted(list) => (none(), say!(words, "story-unlisted", what = list), "remedy"),
        LedgerEvent::Refused(request) => (asked(request.name()), say!(words, "story-refused"), "refusal"),
        LedgerEvent::Privileged(request) => (asked(request.name()), say!(words, "story-granted"), "life"),
        LedgerEvent::Withheld(matter) => {
            (often(&say!(words, "story-withheld", what = words.entry(matter.name()))), none(), "quiet")
        }
        LedgerEvent::Removed(matter) => {
            (often(&names::deed(words, matter.name())), say!(words, "story-removed"), "refusal")
        }
        LedgerEvent::AccountClosed => (none(), say!(words, "story-account-closed"), "refusal"),
        LedgerEvent::AccountReopened => (none(), say!(words, "story-account-reopened"), "remedy"),
        LedgerEvent::Filed => (often(&say!(words, "story-appeal-filed")), none(), "remedy"),
        LedgerEvent::Upheld => (none(), say!(words, "story-appeal-upheld"), "remedy"),
        LedgerEvent::Undone => (none(), say!(words, "story-correction-undone"), "wrong"),
        LedgerEvent::Spared => (none(), say!(words, "story-spared"), "remedy"),
        LedgerEvent::Rejected => (none(), say!(words, "story-appeal-rejected"), "refusal"),
        LedgerEvent::Unanswered => (none(), say!(words, "story-appeal-silent"), "refusal"),
        LedgerEvent::Died => (say!(words, "story-died"), none(), "life"),
        LedgerEvent::Paired => (say!(words, "story-partner-found"), none(), "life"),
        LedgerEvent::Parted => (say!(words, "story-partner-lost"), none(), "life"),
        LedgerEvent::Began(regime) => {
            (none(), say!(words, "story-regime", what = words.title(regime)), "life")
        }
        LedgerEvent::Born => (say!(words, "story-born"), none(), "life"),
        LedgerEvent::Forgot => (none(), plainly(&say!(words, "story-forgotten")), "life"),
        // Told beside the deed: see `line`.
        LedgerEvent::Deserved { .. } => (none(), none(), "quiet"),
        LedgerEvent::Regained => (none(), plainly(&say!(words, "story-returned")), "life"),
        LedgerEvent::Fed => (none(), plainly(&say!(words, "story-fed")), "life"),
        LedgerEvent::Sanctioned { wrong: false } => {
            (none(), say!(words, "story-sanctioned-deserved"), "sanction")
        }
        LedgerEvent::Sanctioned { wrong: true } => {
            (none(), say!(words, "story-sanctioned-wrong"), "sanction")
        }
        LedgerEvent::Released => (none(), say!(words, "story-released"), "remedy"),
        LedgerEvent::Checked { found: false } => {
            (none(), plainly(&say!(words, "story-checked-nothing")), "life")
        }
        LedgerEvent::Checked { found: true } => {
            (none(), plainly(&say!(words, "story-checked-finding")), "life")
        }
        LedgerEvent::JobLost => (say!(words, "story-job-lost"), none(), "refusal"),
        LedgerEvent::JobFound => (say!(words, "story-job-found"), none(), "remedy"),
        LedgerEvent::IncomeLost => (often(&say!(words, "story-income-lost")), none(), "refusal"),
        LedgerEvent::IncomeBack => (often(&say!(words, "story-income-back")), none(), "remedy"),
        LedgerEvent::Left => (say!(words, "story-left"), none(), "life"),
        LedgerEvent::CameBack => (say!(words, "story-came-back"), none(), "life"),
        LedgerEvent::Lapsed => (none(), say!(words, "story-appeal-lapsed"), "life"),
    }
}

fn entry(words: Words, line: &Line<'_>, matter: Matter, origin: Origin, channel: Channel) -> TruthAndRecord {
    let record = format!(
        "{}: {}{}",
        names::channel(words, channel.name()),
        words.entry(matter.name()),
        rule(words, line.rule)
    );
    let did = || times(words, &names::deed(words, matter.name()), line.times);
    let other = line.other.map(|other| other.to_string());
    let truth = match (origin, other) {
        (Origin::OwnDeed, _) => did(),
        (Origin::WrongInference, _) => say!(words, "story-misread", deed = did()),
        (Origin::WrongPerson, Some(other)) => say!(words, "story-other", other = other),
        (Origin::WrongJoin, Some(other)) => say!(words, "story-file-of", other = other),
        (Origin::WrongJoin, None) => say!(words, "story-file"),
        (Origin::Clerk, _) if line.done => say!(words, "story-clerk-deed", deed = did()),
        (Origin::Clerk, _) => say!(words, "story-clerk"),
        (Origin::Tie, Some(other)) => say!(words, "story-tie", other = other),
        (Origin::WrongPerson | Origin::Tie, None) => say!(words, "story-nothing"),
        (Origin::Mixed, _) if line.done => did(),
        (Origin::Mixed, _) => begun(&names::origin(words, origin.name())),
    };
    let is_true = origin == Origin::OwnDeed || origin == Origin::Mixed && line.done;
    (truth, times_plain(words, &record, line.times), if is_true { "true" } else { "wrong" })
}

fn tier(words: Words, line: &Line<'_>, name: &str, world: &WorldNote) -> TruthAndRecord {
    let sanction = world.tiers.iter().any(|tier| tier.name == name && tier.sanction);
    let of = |score| world.tiers.iter().filter(|tier| tier.from <= score).max_by_key(|tier| tier.from);
    let truth = match line.row.deserved_after.and_then(of) {
        Some(tier) if tier.name != name => {
            say!(words, "story-tier-deserved", tier = words.title(&tier.name))
        }
        _ => String::new(),
    };
    if sanction {
        (truth, say!(words, "story-tier-sanction", tier = words.title(name)), "sanction")
    } else {
        (truth, say!(words, "story-tier", tier = words.title(name)), "life")
    }
}

/// What left no trace in a year, the most frequent first.
pub(super) fn quietly(words: Words, lines: &[&Line<'_>]) -> String {
    let mut lines = lines.to_vec();
    let deed = |line: &Line<'_>| line.row.event.texts()[1].to_owned();
    lines.sort_by(|one, other| other.times.cmp(&one.times).then(deed(one).cmp(&deed(other))));
    let parts: Vec<String> =
        lines.iter().map(|line| times_plain(words, &names::deed(words, &deed(line)), line.times)).collect();
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
