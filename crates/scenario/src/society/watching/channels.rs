//! Channels of watching: what each looks at, how much it covers, and how it errs.

use crate::diagnostics::Diagnostics;
use crate::figure::Figure;
use crate::word::{Word, vocabulary};
use demerit_kernel::Chance;
use demerit_regime::{Channel, Matter};
use demerit_society::watching::{Coverage, Watch};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

vocabulary! {
    /// What a channel covers.
    Covers("coverage") {
        /// A share of all deeds.
        Deeds = "deeds",
        /// Those who use apps.
        AppUsers = "app-users",
        /// What the cameras of a city have in view.
        CityCameras = "city-cameras",
    }
}

/// A channel of watching: see `demerit_society::watching`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChannelFile {
    /// Which channel.
    pub channel: Word<Channel>,
    /// What it looks at.
    #[schemars(length(min = 1))]
    pub matters: Vec<Word<Matter>>,
    /// What it covers: `deeds` (a share of all), `app-users` or `city-cameras`.
    pub covers: Word<Covers>,
    /// Share of all deeds that it covers, where it covers `deeds`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0.0, max = 1.0))]
    pub share: Option<Figure>,
    /// Share of what it covers that it misses.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub miss: Figure,
    /// Share of what it sees that is ascribed to somebody mistaken for the person; 0 if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0.0, max = 1.0))]
    pub wrong_person: Option<Figure>,
    /// Share of what it sees that is ascribed to somebody whose file was joined by error.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub wrong_join: Figure,
    /// Entries by a false match with nothing behind them, per person and year; 0 if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0.0, max = 52.0))]
    pub false_match: Option<Figure>,
    /// Entries by a clerk's error with nothing behind them, per person and year.
    #[schemars(range(min = 0.0, max = 52.0))]
    pub clerk: Figure,
}

/// Resolves the channels.
pub(in crate::society) fn resolve(written: &[ChannelFile], diagnostics: &mut Diagnostics<'_>) -> Vec<Watch> {
    let mut watching: Vec<Watch> = Vec::new();
    for (place, one) in written.iter().enumerate() {
        let key = format!("channels[{place}]");
        let coverage = coverage(&key, one, diagnostics);
        diagnostics.at_most_one(
            &format!("{key}.wrong_person"),
            &[value(&one.wrong_person), one.wrong_join.value],
            "wrong persons and wrong joins",
        );
        let channel = one.channel.0;
        if written[..place].iter().any(|before| before.channel.0 == channel) {
            let message = format!("channel `{channel}` is there already");
            diagnostics.fault(&format!("{key}.channel"), message, None);
        }
        let Some(coverage) = coverage else { continue };
        watching.push(Watch {
            channel,
            matters: one.matters.iter().map(|word| word.0).collect(),
            coverage,
            miss: one.miss.chance(),
            wrong_person: Chance::from_share(value(&one.wrong_person)),
            wrong_join: one.wrong_join.chance(),
            false_match: Watch::per_tick(value(&one.false_match)),
            clerk: Watch::per_tick(one.clerk.value),
        });
    }
    watching
}

/// The value of a figure that may be left out; 0 where it is.
fn value(figure: &Option<Figure>) -> f64 {
    figure.as_ref().map_or(0.0, |one| one.value)
}

fn coverage(key: &str, one: &ChannelFile, diagnostics: &mut Diagnostics<'_>) -> Option<Coverage> {
    match (one.covers.0, &one.share) {
        (Covers::Deeds, Some(share)) => Some(Coverage::Deeds(share.chance())),
        (Covers::Deeds, None) => {
            diagnostics.fault(key, "`covers = \"deeds\"` needs a `share`", "for instance share = 0.9");
            None
        }
        (Covers::AppUsers, None) => Some(Coverage::AppUsers),
        (Covers::CityCameras, None) => Some(Coverage::CityCameras),
        (_, Some(_)) => {
            diagnostics.fault(
                &format!("{key}.share"),
                format!("`share` says nothing with covers = \"{}\"", one.covers),
                "remove it, or write covers = \"deeds\"",
            );
            None
        }
    }
}
