//! Damaged bytes: a file that is read back is not what was written.

use crate::program::{Program, folder};
use crate::scene::Scene;
use crate::tree::Tree;
use crate::trial::{Trial, shown};
use std::fmt;
use std::io;
use std::path::PathBuf;

/// How a file is damaged at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// One bit is another.
    Flipped,
    /// It ends there.
    Cut,
    /// Up to 64 bytes from there are zeros.
    Zeroed,
    /// What follows is there twice.
    Longer,
}

const WAYS: [Way; 4] = [Way::Flipped, Way::Cut, Way::Zeroed, Way::Longer];

/// Bytes that are zeroed.
const GAP: usize = 64;

/// A file and what is done to it.
#[derive(Clone, Debug)]
pub struct Damage {
    path: PathBuf,
    at: usize,
    way: Way,
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:?} at byte {}", self.path.display(), self.way, self.at)
    }
}

/// Damages of every file that the scene begins with, at so many places of each, evenly spread.
#[must_use]
pub fn damages(scene: &Scene, places: usize) -> Vec<Damage> {
    let mut all = Vec::new();
    for (path, bytes) in scene.before.files().filter(|(_, bytes)| !bytes.is_empty()) {
        for place in 0..places {
            // The first place is the first byte, and the last is near the end, where tables are told of.
            let at = place * bytes.len().saturating_sub(1) / (places - 1).max(1);
            // With few places each is damaged in another way.
            let ways = if places < WAYS.len() * 2 { &WAYS[place % WAYS.len()..][..1] } else { &WAYS[..] };
            all.extend(ways.iter().map(|&way| Damage { path: path.to_owned(), at, way }));
        }
    }
    all
}

fn damaged(bytes: &[u8], at: usize, way: Way) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let gap = (at + GAP).min(bytes.len());
    match way {
        Way::Flipped => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1 << (at % 8)),
        Way::Cut => bytes.truncate(at),
        Way::Zeroed => bytes[at.min(gap)..gap].fill(0),
        Way::Longer => bytes.extend_from_within(at..),
    }
    bytes
}

/// Tries a damage; whether it was refused, or what is not as it should be.
///
/// # Errors
/// The program cannot be called.
pub fn stands(scene: &Scene, damage: &Damage, program: &Program) -> io::Result<Result<bool, String>> {
    let place = folder()?;
    let before = scene.before.with(&damage.path, |bytes| damaged(bytes, damage.at, damage.way));
    before.write(place.path())?;
    let said = match program.call(&scene.call, place.path()) {
        Ok(said) => said,
        Err(error) => return Ok(Err(error.to_string())),
    };
    let trial = Trial { scene, program, place: place.path() };
    let now = Tree::read(place.path())?.timeless();
    let holds = || {
        if !(0..=2).contains(&said.code) {
            return Err(format!("exit code {}", said.code));
        }
        trial.is_told_plainly(&said)?;
        if said.code != 0 {
            // What is refused stays as it is, but for what was found to be no longer of use.
            let was = before.clone().timeless().within(&scene.result);
            return match now.within(&scene.result).differs(&was) {
                Some(differs) => Err(format!("refused, and the result was touched: {differs}")),
                None => Ok(true),
            };
        }
        // A study is what somebody wrote: another one is run, and no digest says that it is not meant.
        if damage.path.extension().is_some_and(|ending| ending == "toml") {
            return Ok(false);
        }
        // The file itself may be let be, where what was damaged bears on nothing.
        let (is, wanted) = (now.clone().without(&damage.path), scene.after.clone().without(&damage.path));
        match is.within(&scene.result).differs(&wanted.within(&scene.result)) {
            Some(differs) => Err(format!("passes, and the result is another: {differs}")),
            None if scene.is_only_told() && said.out != scene.told => {
                Err("passes, and something else is told".to_owned())
            }
            None => Ok(false),
        }
    };
    Ok(holds().map_err(|wrong| format!("{wrong}\n{}", shown(&said))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_way_changes_the_bytes() {
        let bytes = [7; 100];
        for at in [0, 50, 99] {
            for way in WAYS {
                assert_ne!(damaged(&bytes, at, way), bytes, "{way:?} at {at}");
            }
        }
        assert_eq!(damaged(&bytes, 50, Way::Zeroed), [&bytes[..50], &[0; 50]].concat());
        assert!(WAYS.iter().all(|&way| damaged(&[], 0, way).is_empty()));
    }
}
