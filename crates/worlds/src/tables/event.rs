//! What a row of the ledger tells: an enum from the engine's event to the last reader. Texts stand in the
//! table alone.

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
    /// `died`: a newborn took the place.
    Died,
    /// `partner-lost`.
    Parted,
    /// `partner-found`.
    Paired,
}

impl LedgerEvent {
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
            other => return Err(unknown("event", other)),
        };
        if read.texts() == texts { Ok(read) } else { Err(format!("more than an event `{event}` tells")) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
        all.extend([Is::Rejected, Is::Unanswered, Is::Died, Is::Parted, Is::Paired]);
        all
    }

    #[test]
    fn every_event_comes_back_from_its_texts() {
        for event in all() {
            assert_eq!(LedgerEvent::from_texts(event.texts()).as_ref(), Ok(&event));
        }
    }

    #[test]
    fn what_no_ledger_tells_is_refused() {
        for (texts, told) in [
            (["born", "life", "", "", ""], "an unknown event `born`"),
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
