//! The list notation of `plan --vary`, and the shards of `run --shard`.

use super::Target;
use crate::luck::Luck;
use crate::strange::{NUMBERS, PIECES, TEXTS};
use demerit_analysis::plan::{Shard, Varied};

pub(super) struct Notation;

const RIGHT: [&str; 8] = [
    "cities.cameras=40..170/5",
    "habits.drive=0.35..0.5/100",
    "regime court-list: appeals.upheld_wrong=0.1,0.2, 0.3",
    "a=-20..-5/2",
    "a = 3, 1 ,2",
    "rules[2].points=1e-3..1e3/1000",
    "2/8",
    "1/4294967295",
];
const SIGNS: [&str; 12] = ["=", "..", "/", ",", ".", "-", "+", " ", "e", ":", "...", "\u{2212}"];

impl Target for Notation {
    fn name(&self) -> &'static str {
        "notation"
    }

    fn share(&self) -> u64 {
        300
    }

    fn ending(&self) -> &'static str {
        "txt"
    }

    fn make(&self, luck: &mut Luck) -> Vec<u8> {
        let mut text = luck.word(&RIGHT).to_owned();
        for _ in 0..1 + luck.below(4) {
            let piece = luck.piece(text.len());
            let from = text.floor_char_boundary(piece.start);
            let to = text.floor_char_boundary(piece.end).max(from);
            let with = match luck.below(6) {
                0 | 1 => luck.word(&NUMBERS),
                2 | 3 => luck.word(&SIGNS),
                4 => luck.word(&TEXTS),
                _ => luck.word(&PIECES),
            };
            let times = if luck.once_in(60) { luck.below(3000) } else { 1 };
            let end = if luck.once_in(2) { from } else { to };
            text.replace_range(from..end, &with.repeat(times));
        }
        text.into_bytes()
    }

    fn read(&self, input: &[u8]) -> bool {
        let text = String::from_utf8_lossy(input);
        let varied = text.parse::<Varied>();
        if let Ok(varied) = &varied {
            let values = &varied.values;
            assert!((1..=1000).contains(&values.len()) && values.iter().all(|value| value.is_finite()));
        }
        let shard = text.parse::<Shard>();
        if let Ok(shard) = shard {
            assert!((1..=shard.of).contains(&shard.number), "{shard}");
            assert!(shard.holds(shard.number));
            assert_eq!(shard.holds(u32::MAX), shard.holds(u32::MAX));
        }
        varied.is_ok() || shard.is_ok()
    }
}
