//! Checking takes as long as the file is: four times the file takes about four times as long, whatever it is
//! made of, and a file of the largest size ends soon.

mod processor;

use demerit_scenario::load::check_text;
use std::fmt::Write;
use std::time::Duration;

/// How much longer four times the file may take: four times is linear, sixteen times is not.
const MOST: f64 = 9.0;

/// A word of so many letters that no other number has.
fn word(number: usize, letters: usize) -> String {
    let mut state = number as u64 + 1;
    let letter = |_| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        char::from(b'a' + (state >> 59) as u8 % 26)
    };
    (0..letters).map(letter).collect()
}

const REGIME: &str = "title = \"t\"\nabout = \"a\"\nchannels = [\"court\"]\n";

/// A file of a kind from so many pieces.
fn file(kind: &str, pieces: usize) -> String {
    let regime = "courts-only";
    let study = "name = \"s\"\ntitle = \"t\"\nabout = \"a\"\nsociety = \"plain\"\npersons = 100\nstart_year = 2000\nyears = 1\nseed = 1\n";
    let mut text = String::new();
    let gate = |text: &mut String, name: &str, rest: &str| {
        let _ = write!(
            text,
            "[[gates]]\nname = \"{name}\"\nrequest = \"flight\"\nclaim = \"documented\"\n{rest}\n"
        );
    };
    match kind {
        "sources beside gates" => {
            text = format!("{REGIME}[sources]\n");
            (0..pieces).for_each(|one| _ = writeln!(text, "{} = \"x\"", word(one, 90)));
            for one in 0..pieces {
                let rest = format!("refuses_listed = true\nsource = \"{}\"", word(one + 1_000_000, 90));
                gate(&mut text, &format!("g{one}"), &rest);
            }
        }
        "tiers beside gates" => {
            text = format!("{REGIME}[scale]\nstart = 5\nfloor = 0\nceiling = 9\n");
            (0..pieces)
                .for_each(|one| _ = write!(text, "[[tiers]]\nname = \"{}\"\nfrom = {one}\n", word(one, 30)));
            for one in 0..pieces {
                let rest = format!("refuses = [\"{}\"]\nsource = \"cn-urban\"", word(one + 1_000_000, 30));
                gate(&mut text, &format!("g{one}"), &rest);
            }
        }
        "unknown words" => {
            text = REGIME.to_owned();
            for one in 0..pieces {
                let _ = write!(
                    text,
                    "[[rules]]\nname = \"{one}\"\nmatter = \"{}\"\npoints = [1]\nclaim = \"documented\"\nsource = \"demerit\"\n",
                    word(one, 20)
                );
            }
        }
        "one long line" => {
            text = format!(
                "{REGIME}[[rules]]\nname = \"r\"\nmatter = \"traffic\"\npoints = [{}]\n",
                "{ value = 1.5 }, ".repeat(pieces)
            );
        }
        "worlds" | "unknown regimes" => {
            text = study.to_owned();
            for one in 0..pieces {
                let regime = if kind == "worlds" { regime.to_owned() } else { word(one, 60) };
                let _ = write!(
                    text,
                    "[[worlds]]\nname = \"w{one}\"\nrollout = [{{ phase = \"p\", from_year = 0, regime = \"{regime}\" }}]\n"
                );
            }
        }
        _ => {
            let _ = write!(text, "[study]\n{study}[society]\ntitle = \"t\"\n");
            for one in 0..pieces {
                let _ = write!(
                    text,
                    "[regimes.r{one}]\n{REGIME}[[regimes.r{one}.gates]]\nname = \"g\"\nrequest = \"flight\"\nclaim = \"documented\"\nsource = \"{}\"\n",
                    word(one, 60)
                );
            }
        }
    }
    text
}

/// The shortest of a few checks, in time of a processor.
fn time(text: &str) -> Duration {
    let once = || {
        let start = processor::time();
        let _ = std::hint::black_box(check_text(text).map(|_| ()));
        processor::time() - start
    };
    (0..5).map(|_| once()).min().unwrap()
}

#[test]
fn four_times_the_file_takes_four_times_as_long() {
    for (kind, pieces) in [
        ("sources beside gates", 800),
        ("tiers beside gates", 1200),
        ("unknown words", 1500),
        ("one long line", 10_000),
        ("worlds", 2000),
        ("unknown regimes", 1500),
        ("regimes of a bundle", 800),
    ] {
        let [small, large] = [pieces, 4 * pieces].map(|pieces| file(kind, pieces));
        assert!(large.len() < 1 << 20, "{kind}: {} bytes", large.len());
        // What a check costs whatever the file is leaves the growth alone.
        let nothing = time(&file(kind, 1));
        let [small, large] = [small, large].map(|text| time(&text).saturating_sub(nothing));
        println!("{kind}: {nothing:?}, {small:?}, {large:?}");
        let most = MOST * small.as_secs_f64().max(0.1);
        assert!(large.as_secs_f64() < most, "{kind}: {small:?}, then {large:?}");
    }
}
