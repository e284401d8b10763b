//! Checkpoints: as bytes, and with the right checksums over strange contents.

use super::{Target, scenario};
use crate::bytes;
use crate::luck::Luck;
use crate::text::Texts;
use crate::tree;
use demerit_scenario::load;
use demerit_scenario::load::NoFiles;
use demerit_study::checkpoint::Probe;
use demerit_worlds::in_memory::sized;
use serde_json::Value;
use std::io;
use std::rc::Rc;

/// Weeks that are lived before a checkpoint, and after it.
const WEEKS: [u32; 2] = [10, 2];

/// Saved runs of few persons, with few mechanisms and with many.
pub(super) struct Probes(Vec<Saved>);

struct Saved {
    probe: Probe,
    head: Value,
    words: Texts,
}

impl Probes {
    pub(super) fn new() -> io::Result<Self> {
        let small = load::sent(&scenario::small_bundle()?).map_err(io::Error::other)?;
        let large = load::study("no-dark-corner", &NoFiles).map_err(io::Error::other)?;
        let saved = |study, persons| -> io::Result<Saved> {
            let study = sized(study, persons, Some(0.5), 5).map_err(io::Error::other)?;
            let probe = Probe::new(&study, WEEKS[0]).map_err(io::Error::other)?;
            let head: Value = serde_json::from_slice(&probe.frames()[0])?;
            let words = Texts::new(vec![head.to_string()]);
            Ok(Saved { probe, head, words })
        };
        Ok(Self(vec![saved(&small, 30)?, saved(&small, 30)?, saved(&small, 30)?, saved(&large, 120)?]))
    }

    /// Which of them a file is tried with.
    fn of(&self, input: &[u8]) -> &Probe {
        // What a file says is packed, so that it is told by a letter in front.
        let number = usize::from(input.first() == Some(&b'L')) * (self.0.len() - 1);
        &self.0[number].probe
    }
}

/// A file with the letter of its probe in front.
fn marked(number: usize, probes: &Probes, file: Vec<u8>) -> Vec<u8> {
    let letter = if number + 1 == probes.0.len() { b'L' } else { b'S' };
    [&[letter], &file[..]].concat()
}

fn go(probes: &Probes, input: &[u8], weeks: u32) -> bool {
    let file = input.get(1..).unwrap_or_default().to_vec();
    match probes.of(input).go(file, weeks) {
        Ok(_) => true,
        Err(error) => {
            assert!(!error.to_string().is_empty());
            false
        }
    }
}

/// Files with strange contents and right checksums.
pub(super) struct States(pub(super) Rc<Probes>);

impl Target for States {
    fn name(&self) -> &'static str {
        "state"
    }

    fn share(&self) -> u64 {
        25
    }

    fn ending(&self) -> &'static str {
        "checkpoint"
    }

    fn make(&self, luck: &mut Luck) -> Vec<u8> {
        let number = luck.below(self.0.0.len());
        let Saved { probe, head, words } = &self.0.0[number];
        let mut frames = probe.frames().to_vec();
        for _ in 0..1 + luck.below(2) {
            let place = luck.below(frames.len());
            match place {
                0 if luck.once_in(2) => {
                    let mut head = head.clone();
                    tree::damage(luck, &mut head);
                    frames[0] = head.to_string().into_bytes();
                }
                0 if luck.once_in(3) => frames[0] = words.damaged(luck).into_bytes(),
                0 => {
                    // Numbers that the rest of the file has to bear out.
                    let mut head = head.clone();
                    let pointer = luck.word(&[
                        "/spools/measures/rows",
                        "/spools/ledger/bytes",
                        "/worlds",
                        "/tick",
                        "/seed",
                    ]);
                    if let Some(value) = head.pointer_mut(pointer) {
                        *value = (*luck.pick(&crate::strange::WHOLE)).into();
                    }
                    frames[0] = head.to_string().into_bytes();
                }
                _ if luck.once_in(20) => drop(frames.remove(place)),
                _ if luck.once_in(20) => {
                    let frame = luck.pick(&frames).clone();
                    frames.insert(place, frame);
                }
                _ => bytes::damage(luck, &mut frames[place]),
            }
        }
        marked(number, &self.0, Probe::file(&frames).unwrap_or_default())
    }

    fn read(&self, input: &[u8]) -> bool {
        go(&self.0, input, WEEKS[1])
    }
}

/// Files that were damaged as they are, checksums and all.
pub(super) struct Files {
    probes: Rc<Probes>,
    files: Vec<Vec<u8>>,
}

impl Files {
    pub(super) fn new(probes: &Rc<Probes>) -> io::Result<Self> {
        let probes = Rc::clone(probes);
        let files =
            probes.0.iter().map(|saved| Probe::file(saved.probe.frames())).collect::<Result<_, _>>()?;
        Ok(Self { probes, files })
    }
}

impl Target for Files {
    fn name(&self) -> &'static str {
        "frames"
    }

    fn share(&self) -> u64 {
        150
    }

    fn ending(&self) -> &'static str {
        "checkpoint"
    }

    fn make(&self, luck: &mut Luck) -> Vec<u8> {
        let number = luck.below(self.files.len());
        let mut file = self.files[number].clone();
        // Near the beginning, where lengths stand, or anywhere.
        let mut ahead: Vec<u8> =
            file.drain(..if luck.once_in(2) { 110.min(file.len()) } else { file.len() }).collect();
        bytes::damage(luck, &mut ahead);
        ahead.extend(file);
        marked(number, &self.probes, ahead)
    }

    fn read(&self, input: &[u8]) -> bool {
        go(&self.probes, input, 0)
    }
}
