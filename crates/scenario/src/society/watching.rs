//! The watching side of a society file: channels, recognition of faces, joined files, attention, an office's
//! files.
//!
//! A channel says what it looks at, how much it covers, and how it errs.

use crate::faults::diagnostics::Diagnostics;
use crate::figure::{Figure, Share, Within, Yearly, values, written};
use crate::word::{Word, vocabulary};
use demerit_kernel::Chance;
use demerit_regime::{Channel, Matter};
use demerit_society::watching::attention::Attention;
use demerit_society::watching::identification::{Identification, LOOKS};
use demerit_society::watching::joined_files::JoinedFiles;
use demerit_society::watching::office_file::OfficeFile;
use demerit_society::watching::{Coverage, Watch};

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

written! {
    /// A channel of watching: see `demerit_society::watching`.
    pub struct ChannelFile {
        /// Which channel.
        pub channel: Word<Channel>,
        /// What it looks at.
        #[schemars(length(min = 1))]
        pub matters: Vec<Word<Matter>>,
        /// What it covers: `deeds` (a share of all), `app-users` or `city-cameras`.
        pub covers: Word<Covers>,
        /// Share of all deeds that it covers, where it covers `deeds`.
        pub share: Option<Share>,
        /// Share of what it covers that it misses.
        pub miss: Share,
        /// Share of what it sees that is ascribed to somebody mistaken for the person; 0 if left out.
        pub wrong_person: Option<Share>,
        /// Share of what it sees that is ascribed to somebody whose file was joined by error.
        pub wrong_join: Share,
        /// Entries by a false match with nothing behind them, per person and year; 0 if left out.
        pub false_match: Option<Yearly>,
        /// Entries by a clerk's error with nothing behind them, per person and year.
        pub clerk: Yearly,
    }

    /// How cameras tell who it was: see `demerit_society::watching::identification`.
    pub struct IdentificationFile {
        #[doc = "Persons for each of whom one is falsely matched, in one comparison: the false match rate is 1 over this."]
        pub comparisons_per_false_match: Within<1000, 1_000_000_000_000>,
        /// Share of households in each of three looks groups, from the one least often mistaken.
        #[schemars(length(min = 3, max = 3))]
        pub looks: Vec<Share>,
        /// False matches of the last looks group for each of the first.
        pub looks_ratio: Within<1, 1000>,
        /// False matches of women for each of men.
        #[schemars(range(min = 0.1, max = 10.0))]
        pub women_ratio: Figure,
        /// False alarms with nothing behind them, per person and year.
        pub false_alarms: Yearly,
    }

    /// How files are joined: see `demerit_society::watching::joined_files`.
    pub struct JoinedFilesFile {
        /// Persons who bear one name.
        pub group: Within<2, 64>,
    }

    /// How far watching follows past records: see `demerit_society::watching::attention`.
    pub struct AttentionFile {
        /// Share of watching that follows past records.
        #[schemars(range(min = 0.0, max = 0.9))]
        pub share: Figure,
        /// Weeks over which past entries are smoothed.
        pub weeks: Within<1, 520>,
    }

    /// What an office's files are like: see `demerit_society::watching::office_file`.
    pub struct OfficeFileFile {
        /// Share of those in farming, services or without work whose income comes and goes.
        pub uneven: Share,
        /// Share of persons who have somebody else's file.
        pub mixed_up: Share,
    }
}

/// Resolves the channels.
pub(super) fn channels(written: &[ChannelFile], diagnostics: &mut Diagnostics<'_>) -> Vec<Watch> {
    let mut watching: Vec<Watch> = Vec::new();
    for (place, one) in written.iter().enumerate() {
        let key = format!("channels[{place}]");
        let coverage = coverage(&key, one, diagnostics);
        let wrong_person = one.wrong_person.as_ref().map_or(0.0, |figure| figure.value);
        diagnostics.at_most_one(
            &format!("{key}.wrong_person"),
            &[wrong_person, one.wrong_join.value],
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
            wrong_person: Chance::from_share(wrong_person),
            wrong_join: one.wrong_join.chance(),
            false_match: one.false_match.as_deref().map_or(Chance::ZERO, Figure::per_tick),
            clerk: one.clerk.per_tick(),
        });
    }
    watching
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
            let message = format!("`share` says nothing with covers = \"{}\"", one.covers);
            let hint = "remove it, or write covers = \"deeds\"";
            diagnostics.fault(&format!("{key}.share"), message, hint);
            None
        }
    }
}

/// Resolves how cameras tell who it was.
pub(super) fn identification(file: &IdentificationFile, diagnostics: &mut Diagnostics<'_>) -> Identification {
    let looks: [f64; LOOKS] = values(&file.looks);
    diagnostics.sums_to_one("identification.looks", &looks);
    Identification {
        false_match: 1.0 / file.comparisons_per_false_match.value,
        looks,
        looks_ratio: file.looks_ratio.value,
        women_ratio: file.women_ratio.value,
        false_alarms: file.false_alarms.value,
    }
}

/// Resolves how files are joined.
pub(super) fn joined_files(file: &JoinedFilesFile, diagnostics: &mut Diagnostics<'_>) -> JoinedFiles {
    JoinedFiles { group: diagnostics.whole("joined_files.group", &file.group).max(0) as u32 }
}

/// Resolves how far watching follows past records.
pub(super) fn attention(file: &AttentionFile, diagnostics: &mut Diagnostics<'_>) -> Attention {
    let weeks = diagnostics.whole("attention.weeks", &file.weeks).max(1) as u32;
    Attention { share: file.share.value, weeks }
}

/// Resolves what an office's files are like.
pub(super) fn office_file(file: &OfficeFileFile) -> OfficeFile {
    OfficeFile { uneven: file.uneven.chance(), mixed_up: file.mixed_up.chance() }
}
