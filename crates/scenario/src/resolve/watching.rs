//! The watching side of a society file, resolved.

use super::Pen;
use super::society::{at_most_one, sums_to_one};
use crate::figure::Figure;
use crate::written::{AttentionFile, ChannelFile, IdentificationFile, JoinedFilesFile, SocietyFile};
use demerit_kernel::Chance;
use demerit_regime::{Channel, Matter};
use demerit_society::watching::attention::Attention;
use demerit_society::watching::identification::{Identification, LOOKS};
use demerit_society::watching::joined_files::JoinedFiles;
use demerit_society::watching::{Coverage, Watch};

pub(super) fn channels(file: &SocietyFile, pen: &mut Pen<'_>) -> Vec<Watch> {
    let mut seen = Vec::new();
    let all = Channel::ALL.map(|channel| (channel.name(), channel));
    let matters = Matter::ALL.map(|matter| (matter.name(), matter));
    let value = |figure: &Option<Figure>| figure.as_ref().map_or(0.0, |one| one.value);
    let mut watching = Vec::new();
    for (place, one) in file.channels.iter().enumerate() {
        let key = format!("channels[{place}]");
        let channel = pen.word(&format!("{key}.channel"), "channel", &one.channel, &all);
        let looks: Vec<Matter> = one
            .matters
            .iter()
            .enumerate()
            .filter_map(|(number, word)| {
                pen.word(&format!("{key}.matters[{number}]"), "matter", word, &matters)
            })
            .collect();
        let coverage = coverage(pen, &key, one);
        at_most_one(
            pen,
            &format!("{key}.wrong_person"),
            &[value(&one.wrong_person), one.wrong_join.value],
            "wrong persons and wrong joins",
        );
        let (Some(channel), Some(coverage)) = (channel, coverage) else { continue };
        if seen.contains(&channel) {
            pen.fault(&format!("{key}.channel"), format!("channel `{channel}` is there already"), None);
        }
        seen.push(channel);
        watching.push(Watch {
            channel,
            matters: looks,
            coverage,
            miss: Chance::from_share(one.miss.value),
            wrong_person: Chance::from_share(value(&one.wrong_person)),
            wrong_join: Chance::from_share(one.wrong_join.value),
            false_match: Watch::per_tick(value(&one.false_match)),
            clerk: Watch::per_tick(one.clerk.value),
        });
    }
    watching
}

fn coverage(pen: &mut Pen<'_>, key: &str, one: &ChannelFile) -> Option<Coverage> {
    let share = one.share.as_ref().map(|share| Chance::from_share(share.value));
    let all = [("deeds", 0), ("app-users", 1), ("city-cameras", 2)];
    match (pen.word(&format!("{key}.covers"), "coverage", &one.covers, &all)?, share) {
        (0, Some(share)) => Some(Coverage::Deeds(share)),
        (0, None) => {
            pen.fault(key, "`covers = \"deeds\"` needs a `share`", Some("for instance share = 0.9".into()));
            None
        }
        (1, None) => Some(Coverage::AppUsers),
        (_, None) => Some(Coverage::CityCameras),
        (_, Some(_)) => {
            let hint = "remove it, or write covers = \"deeds\"".to_owned();
            pen.fault(
                &format!("{key}.share"),
                format!("`share` says nothing with covers = \"{}\"", one.covers),
                Some(hint),
            );
            None
        }
    }
}

pub(super) fn identification(file: &IdentificationFile, pen: &mut Pen<'_>) -> Identification {
    let mut looks = [0.0; LOOKS];
    for (share, figure) in looks.iter_mut().zip(&file.looks) {
        *share = figure.value;
    }
    sums_to_one(pen, "identification.looks", &looks);
    Identification {
        false_match: 1.0 / file.comparisons_per_false_match.value,
        looks,
        looks_ratio: file.looks_ratio.value,
        women_ratio: file.women_ratio.value,
        false_alarms: file.false_alarms.value,
    }
}

pub(super) fn joined_files(file: &JoinedFilesFile, pen: &mut Pen<'_>) -> JoinedFiles {
    JoinedFiles { group: pen.whole("joined_files.group", &file.group).max(0) as u32 }
}

pub(super) fn attention(file: &AttentionFile, pen: &mut Pen<'_>) -> Attention {
    Attention { share: file.share.value, weeks: pen.whole("attention.weeks", &file.weeks).max(1) as u32 }
}
