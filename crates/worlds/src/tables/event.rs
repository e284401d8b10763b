//! What a row of the ledger tells: an enum from the engine's event to the last reader. Texts stand in the
//! table alone.

use super::column::Word;
use demerit_regime::{Channel, Matter, Request};
use demerit_society::conduct::deed::Deed;
use demerit_society::state::attribution::Origin;

/// What happened to a member of the cohort; rules, tiers and lists by the names that their regime gives them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LedgerEvent {
    /// `deed`: the person did it, whether or not it was seen.
    Did(Deed),
    /// `entry`: a deed was written into this person's record.
    Entered {
        /// What the entry says.
        matter: Matter,
        /// The truth behind it.
        origin: Origin,
        /// Who wrote it.
        channel: Channel,
        /// The rule that gave points, empty where none did.
        rule: String,
    },
    /// `points`: points lost because of a tie, by a rule.
    Spilled {
        /// The rule that took them from the tie.
        rule: String,
    },
    /// `tier`: moved into a tier.
    Tier(String),
    /// `listed`: put on the court's list.
    Listed {
        /// Name of the list.
        list: String,
        /// The truth behind it.
        origin: Origin,
    },
    /// `unlisted`: taken off the list of this name.
    Unlisted(String),
    /// `refused`: a request was refused.
    Refused(Request),
    /// `granted`: a request was met with a privilege.
    Privileged(Request),
    /// `withheld`: something was not said.
    Withheld(Matter),
    /// `removed`: a post was taken down.
    Removed(Matter),
    /// `account-closed`: nothing can be published from now on.
    AccountClosed,
    /// `account-reopened`: things can be published again.
    AccountReopened,
    /// `appeal-filed`.
    Filed,
    /// `appeal-upheld`.
    Upheld,
    /// `correction-undone`: a stale copy took a correction back.
    Undone,
    /// `spared`: a human stopped a sanction before it began.
    Spared,
    /// `appeal-rejected`.
    Rejected,
    /// `appeal-silent`: it was taken up and never answered.
    Unanswered,
    /// `died`: the life ends; the next one in the place begins with `born`.
    Died,
    /// `partner-lost`.
    Parted,
    /// `partner-found`.
    Paired,
    /// `regime`: one of this title comes into force, and every standing begins anew.
    Began(String),
    /// `born`: a life and a standing begin.
    Born,
    /// `forgotten`: the score moved a step towards the start.
    Forgot,
    /// `returned`: points came back that a rule had taken for a time.
    Regained,
    /// `fed`: the points of a company's score were taken in.
    Fed,
    /// `deserved`: a true deed moved the deserved score.
    Deserved {
        /// The deed.
        matter: Matter,
        /// The rule by which it did.
        rule: String,
    },
    /// `sanctioned`: a sanction begins, or becomes wrong or right.
    Sanctioned {
        /// Whether it is wrong.
        wrong: bool,
    },
    /// `released`: no sanction is left.
    Released,
    /// `checked`: for undeclared income.
    Checked {
        /// Whether something was found.
        found: bool,
    },
    /// `job-lost`.
    JobLost,
    /// `job-found`.
    JobFound,
    /// `income-lost`: by a refusal.
    IncomeLost,
    /// `income-back`: some of it.
    IncomeBack,
    /// `left`: moved out of the regime's reach.
    Left,
    /// `came-back`: moved back, or the regime came after.
    CameBack,
    /// `appeal-lapsed`: the sanction was gone before it was decided.
    Lapsed,
}

/// What the words of the column `event` mean, in the order of a life and of a record.
const EVENTS: [(&str, &str); 37] = [
    (
        "regime",
        "The regime of this title comes into force where the person lives, or is in force at the start: scores, tier and appeals begin anew; the list stays unless `unlisted` stands before.",
    ),
    (
        "born",
        "The life begins, with a standing of its own; nothing of the life before it in the place goes on.",
    ),
    (
        "died",
        "The life ends, and with it a sanction and a listing. The next one in the place begins with `born`.",
    ),
    ("partner-found", "Found a partner, `other`."),
    ("partner-lost", "Parted from the partner, `other`."),
    ("left", "Moved out of the regime's reach: no sanction, entry or tier reaches there."),
    ("came-back", "Moved back, or the regime came after."),
    ("deed", "Did `what`, whether or not it was seen."),
    ("deserved", "The true deed `what` moved the deserved score by `rule`."),
    ("withheld", "Did not say `what`, for fear."),
    ("removed", "The post `what` was taken down."),
    ("account-closed", "Nothing can be published from here on."),
    ("account-reopened", "Things can be published again."),
    ("checked", "Was checked for undeclared income: a `finding`, rightly or not, or `nothing`."),
    (
        "entry",
        "`what` was written into the record by `channel`; a row for each rule that gave points for it.",
    ),
    ("points", "Points lost by `rule` for the tie `other`."),
    ("fed", "The points of a company's score were taken in."),
    ("forgotten", "The scores moved a step towards the start."),
    ("returned", "Points came back that a rule had taken for a time, on record or of the deserved score."),
    ("tier", "Is in the tier `what` from here on."),
    ("listed", "Put on the list `what`."),
    ("unlisted", "Taken off the list `what`."),
    ("spared", "A human stopped a sanction before it began."),
    (
        "sanctioned",
        "A sanction begins or goes on, `deserved` or `wrong` from here on: wrong where neither the deserved score nor a true unpaid order would have brought one.",
    ),
    (
        "released",
        "No sanction is left. The weeks of a sanction are those from its first `sanctioned` to before `released`, `died` or the end.",
    ),
    ("refused", "The request `what` was refused."),
    ("granted", "The request `what` was met with a privilege."),
    ("job-lost", "Lost the work to a sanction, and the income that goes with it."),
    ("job-found", "Has work again: less income is lacking than goes with a job."),
    ("income-lost", "Lost income by what was refused."),
    ("income-back", "Some of the lost income came back."),
    ("appeal-filed", "Filed an appeal."),
    ("appeal-upheld", "The appeal was upheld, and gave `points` back."),
    ("appeal-rejected", "The appeal was rejected."),
    ("appeal-silent", "The appeal was taken up and never answered."),
    ("appeal-lapsed", "The sanction was gone before the appeal was decided."),
    ("correction-undone", "A stale copy took a correction back."),
];

/// What the column `what` says of a sanction.
const SANCTIONS: [&str; 2] = ["deserved", "wrong"];
/// What the column `what` says of a check.
const CHECKS: [&str; 2] = ["nothing", "finding"];

/// Which of two words a text is.
fn second(of: [&str; 2], text: &str) -> Option<bool> {
    of.iter().position(|one| *one == text).map(|at| at == 1)
}

impl LedgerEvent {
    /// The words of the column `event`, and what they mean.
    #[must_use]
    pub fn words() -> Vec<Word> {
        EVENTS.iter().map(|&(word, says)| Word { word, says }).collect()
    }

    /// As the table's columns hold it: `event`, `what`, `origin`, `channel` and `rule`, empty where there is
    /// none.
    #[must_use]
    pub fn texts(&self) -> [&str; 5] {
        match self {
            Self::Did(deed) => ["deed", deed.name(), "", "", ""],
            Self::Entered { matter, origin, channel, rule } => {
                ["entry", matter.name(), origin.name(), channel.name(), rule]
            }
            Self::Spilled { rule } => ["points", "tie", Origin::Tie.name(), "", rule],
            Self::Tier(tier) => ["tier", tier, "", "", ""],
            Self::Listed { list, origin } => ["listed", list, origin.name(), "", ""],
            Self::Unlisted(list) => ["unlisted", list, "", "", ""],
            Self::Refused(request) => ["refused", request.name(), "", "", ""],
            Self::Privileged(request) => ["granted", request.name(), "", "", ""],
            Self::Withheld(matter) => ["withheld", matter.name(), "", "", ""],
            Self::Removed(matter) => ["removed", matter.name(), "", "", ""],
            Self::AccountClosed => ["account-closed", "account", "", "", ""],
            Self::AccountReopened => ["account-reopened", "account", "", "", ""],
            Self::Filed => ["appeal-filed", "appeal", "", "", ""],
            Self::Upheld => ["appeal-upheld", "appeal", "", "", ""],
            Self::Undone => ["correction-undone", "copy", "", "", ""],
            Self::Spared => ["spared", "review", "", "", ""],
            Self::Rejected => ["appeal-rejected", "appeal", "", "", ""],
            Self::Unanswered => ["appeal-silent", "appeal", "", "", ""],
            Self::Died => ["died", "life", "", "", ""],
            Self::Parted => ["partner-lost", "partner", "", "", ""],
            Self::Paired => ["partner-found", "partner", "", "", ""],
            Self::Began(regime) => ["regime", regime, "", "", ""],
            Self::Born => ["born", "life", "", "", ""],
            Self::Forgot => ["forgotten", "score", "", "", ""],
            Self::Regained => ["returned", "score", "", "", ""],
            Self::Fed => ["fed", "score", "", "", ""],
            Self::Deserved { matter, rule } => ["deserved", matter.name(), "", "", rule],
            &Self::Sanctioned { wrong } => ["sanctioned", SANCTIONS[usize::from(wrong)], "", "", ""],
            Self::Released => ["released", "sanction", "", "", ""],
            &Self::Checked { found } => ["checked", CHECKS[usize::from(found)], "", "", ""],
            Self::JobLost => ["job-lost", "work", "", "", ""],
            Self::JobFound => ["job-found", "work", "", "", ""],
            Self::IncomeLost => ["income-lost", "income", "", "", ""],
            Self::IncomeBack => ["income-back", "income", "", "", ""],
            Self::Left => ["left", "reach", "", "", ""],
            Self::CameBack => ["came-back", "reach", "", "", ""],
            Self::Lapsed => ["appeal-lapsed", "appeal", "", "", ""],
        }
    }

    /// The event that the columns of a table tell.
    ///
    /// # Errors
    /// What is wrong, as a clause: an event that no ledger tells, a name that the model does not know, or a
    /// text where none belongs.
    pub fn from_texts(texts: [&str; 5]) -> Result<Self, String> {
        let [event, what, origin, channel, rule] = texts;
        let unknown = |kind: &str, name: &str| format!("an unknown {kind} `{}`", name.escape_debug());
        let matter = || Matter::named(what).ok_or_else(|| unknown("matter", what));
        let request = || Request::named(what).ok_or_else(|| unknown("request", what));
        let origin = || {
            let named = Origin::ALL.into_iter().find(|one| one.name() == origin);
            named.ok_or_else(|| unknown("origin", origin))
        };
        let read = match event {
            "deed" => Self::Did(Deed::named(what).ok_or_else(|| unknown("deed", what))?),
            "entry" => Self::Entered {
                matter: matter()?,
                origin: origin()?,
                channel: Channel::named(channel).ok_or_else(|| unknown("channel", channel))?,
                rule: rule.to_owned(),
            },
            "points" => Self::Spilled { rule: rule.to_owned() },
            "tier" => Self::Tier(what.to_owned()),
            "listed" => Self::Listed { list: what.to_owned(), origin: origin()? },
            "unlisted" => Self::Unlisted(what.to_owned()),
            "refused" => Self::Refused(request()?),
            "granted" => Self::Privileged(request()?),
            "withheld" => Self::Withheld(matter()?),
            "removed" => Self::Removed(matter()?),
            "account-closed" => Self::AccountClosed,
            "account-reopened" => Self::AccountReopened,
            "appeal-filed" => Self::Filed,
            "appeal-upheld" => Self::Upheld,
            "correction-undone" => Self::Undone,
            "spared" => Self::Spared,
            "appeal-rejected" => Self::Rejected,
            "appeal-silent" => Self::Unanswered,
            "died" => Self::Died,
            "partner-lost" => Self::Parted,
            "partner-found" => Self::Paired,
            "regime" => Self::Began(what.to_owned()),
            "born" => Self::Born,
            "forgotten" => Self::Forgot,
            "returned" => Self::Regained,
            "fed" => Self::Fed,
            "deserved" => Self::Deserved { matter: matter()?, rule: rule.to_owned() },
            "sanctioned" => {
                Self::Sanctioned { wrong: second(SANCTIONS, what).ok_or_else(|| unknown("sanction", what))? }
            }
            "released" => Self::Released,
            "checked" => Self::Checked { found: second(CHECKS, what).ok_or_else(|| unknown("check", what))? },
            "job-lost" => Self::JobLost,
            "job-found" => Self::JobFound,
            "income-lost" => Self::IncomeLost,
            "income-back" => Self::IncomeBack,
            "left" => Self::Left,
            "came-back" => Self::CameBack,
            "appeal-lapsed" => Self::Lapsed,
            other => return Err(unknown("event", other)),
        };
        if read.texts() == texts { Ok(read) } else { Err(format!("more than an event `{event}` tells")) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn all() -> Vec<LedgerEvent> {
        use LedgerEvent as Is;
        let (matter, request, rule) = (Matter::LateBill, Request::RailTrip, "late, \"bill\"".to_owned());
        let entered = |origin| Is::Entered { matter, origin, channel: Channel::Camera, rule: rule.clone() };
        let listed = |origin| Is::Listed { list: "the list".into(), origin };
        let mut all: Vec<Is> = Origin::ALL.into_iter().flat_map(|one| [entered(one), listed(one)]).collect();
        all.extend(Deed::all().map(Is::Did));
        all.extend([
            Is::Refused(request),
            Is::Privileged(request),
            Is::Withheld(matter),
            Is::Removed(matter),
        ]);
        all.extend([Is::Spilled { rule }, Is::Tier("low".into()), Is::Unlisted("the list".into())]);
        all.extend([Is::AccountClosed, Is::AccountReopened, Is::Filed, Is::Upheld, Is::Undone, Is::Spared]);
        all.extend([Is::Rejected, Is::Unanswered, Is::Died, Is::Parted, Is::Paired, Is::Lapsed, Is::Born]);
        all.extend([Is::Began("the regime".into()), Is::Forgot, Is::Regained, Is::Fed, Is::Released]);
        all.push(Is::Deserved { matter, rule: "late".into() });
        all.extend([false, true].map(|wrong| Is::Sanctioned { wrong }));
        all.extend([false, true].map(|found| Is::Checked { found }));
        all.extend([Is::JobLost, Is::JobFound, Is::IncomeLost, Is::IncomeBack, Is::Left, Is::CameBack]);
        all
    }

    #[test]
    fn every_event_comes_back_from_its_texts() {
        for event in all() {
            assert_eq!(LedgerEvent::from_texts(event.texts()).as_ref(), Ok(&event));
        }
    }

    #[test]
    fn every_event_has_its_word_and_every_word_an_event() {
        let told: BTreeSet<String> = all().iter().map(|event| event.texts()[0].to_owned()).collect();
        let words: BTreeSet<String> = EVENTS.iter().map(|one| one.0.to_owned()).collect();
        assert_eq!((told, words.len()), (words, EVENTS.len()));
    }

    #[test]
    fn what_no_ledger_tells_is_refused() {
        for (texts, told) in [
            (["flown", "life", "", "", ""], "an unknown event `flown`"),
            (["checked", "well", "", "", ""], "an unknown check `well`"),
            (["deed", "flying", "", "", ""], "an unknown deed `flying`"),
            (["removed", "rail-trip", "", "", ""], "an unknown matter `rail-trip`"),
            (["entry", "late-bill", "own-deed", "", ""], "an unknown channel ``"),
            (["listed", "the list", "no\none", "", ""], "an unknown origin `no\\none`"),
            (["died", "life", "own-deed", "", ""], "more than an event `died` tells"),
            (["spared", "appeal", "", "", ""], "more than an event `spared` tells"),
        ] {
            assert_eq!(LedgerEvent::from_texts(texts), Err(told.to_owned()));
        }
    }
}
