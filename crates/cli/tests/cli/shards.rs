//! `demerit plan`, `demerit run --plan` and `demerit merge` on tiny societies, and the template for Slurm.

use crate::program::{Place, Said, compare};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A plan of six units over two parameters and a seed.
const SWEEP: &str = "plan --draws 0 --persons 300 --years 0.1 --seed 5 --vary cities.cameras=50,100,170 --vary habits.drive=0.35..0.5/2";

/// A plan of four units over seeds alone.
const SEEDS: &str = "plan --draws 8 --persons 300 --years 0.1 --seed 5 --seeds 4 --out seeds.json";

/// Every file of a folder with its bytes.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(path).unwrap()))
        .collect()
}

/// Takes the manifest and the list of files out; gives them without what clocks and processors have to do
/// with.
fn timeless(files: &mut BTreeMap<String, Vec<u8>>) -> String {
    let timed = ["\"threads\":", "\"started\":", "\"seconds\":"];
    let texts =
        ["manifest.json", "SHA256SUMS"].map(|name| String::from_utf8(files.remove(name).unwrap()).unwrap());
    let is_timed = |line: &str| {
        line.ends_with("  manifest.json") || timed.iter().any(|key| line.trim_start().starts_with(key))
    };
    texts.iter().flat_map(|text| text.lines()).filter(|line| !is_timed(line)).collect()
}

/// The only run folder in a folder.
fn only_run(place: &Place, out: &str) -> PathBuf {
    let names: Vec<String> = place.names(out).into_iter().filter(|name| name != "plan.json").collect();
    assert_eq!(names.len(), 1, "{names:?}");
    place.path(out).join(&names[0])
}

/// Folders of units, sorted.
fn units(place: &Place, out: &str) -> Vec<String> {
    place.names(out).into_iter().filter(|name| name != "plan.json").collect()
}

/// What was said, without the digests in the names of the plan's runs.
fn steady(said: Said) -> Said {
    let text = said.to_string();
    let name = |rest: &str| {
        let (seed, digest) = rest.split_once('-')?;
        let digest =
            digest.get(..8).filter(|digest| digest.chars().all(|letter| letter.is_ascii_hexdigit()))?;
        seed.parse::<u64>().ok().map(|seed| (format!("{seed}-{digest}"), format!("{seed}-DIGEST")))
    };
    let names = text.split("no-dark-corner-").skip(1).filter_map(name);
    names.fold(said, |said, (name, shown)| said.with(&name, &shown))
}

#[test]
fn shards_put_together_are_what_one_machine_gives() {
    let place = Place::new();
    compare("plan", &place.demerit(SWEEP).fine());
    place.demerit("run --plan plan.json --out whole --threads 2 --quiet").fine();
    for shard in [2, 3, 1] {
        let said = place
            .demerit(&format!("run --plan plan.json --shard {shard}/3 --out part{shard} --threads 1"))
            .fine();
        assert_eq!(said.out.matches(": run\n").count(), 2, "{said}");
    }
    compare("merge", &place.demerit("merge whole --out one").fine());
    place.demerit("merge part3 part1 part2 --out three").fine();
    let (one, three) = (files(&place.path("one")), files(&place.path("three")));
    let names = ["SHA256SUMS", "measures.parquet", "merged.json", "plan.json", "units.csv"];
    assert_eq!(one.keys().collect::<Vec<_>>(), names);
    assert!(one == three, "other bytes");
    let table = String::from_utf8(one["units.csv"].clone()).unwrap();
    assert_eq!(table.lines().count(), 7);
    assert!(table.starts_with("run_unit,name,seed,scenario,"), "{table}");
    assert!(table.lines().last().unwrap().ends_with(",170,0.5"), "{table}");
}

#[test]
fn seeds_put_together_are_the_run_with_these_seeds() {
    let place = Place::new();
    place.demerit(SEEDS).fine();
    for shard in 1..=3 {
        place.demerit(&format!("run --plan seeds.json --shard {shard}/3 --out shards --threads 1 -q")).fine();
    }
    place.demerit("merge shards --csv --out merged").fine();
    place
        .demerit("run --draws 8 --persons 300 --years 0.1 --seed 5 --seeds 4 --out runs --threads 2 -q --csv")
        .fine();
    let (mut merged, mut run) = (files(&place.path("merged")), files(&only_run(&place, "runs")));
    assert_eq!(timeless(&mut merged), timeless(&mut run));
    assert_eq!(merged.keys().collect::<Vec<_>>(), run.keys().collect::<Vec<_>>());
    assert!(merged.len() >= 7 && merged == run, "other bytes");
    let sheet = place.path("merged/ledger.csv");
    fs::remove_file(&sheet).unwrap();
    place.demerit("report merged --csv").fine();
    assert!(fs::read(sheet).unwrap() == run["ledger.csv"], "another sheet");
    // Once more: only if it is wished, only over a result, and never where the units are.
    let said = place.demerit("merge shards --out merged").refused(1);
    assert!(said.err.contains("merged is there already\n hint: use --force to replace it"), "{said}");
    place.demerit("merge shards --out merged --force").fine();
    let all = || -> Vec<_> {
        let names = units(&place, "shards");
        names.iter().map(|name| (name.clone(), files(&place.path(format!("shards/{name}"))))).collect()
    };
    let before = all();
    fs::create_dir(place.path("mine")).unwrap();
    place.write("mine/letter.txt", "dear all");
    let said = place.demerit("merge shards --out mine --force").refused(1);
    assert!(said.err.contains("mine is left as it is") && said.err.contains("since: letter.txt"), "{said}");
    for out in
        ["shards", ".", "shards/new", "mine/../shards", &format!("shards/{}", units(&place, "shards")[0])]
    {
        let said = place.demerit(&format!("merge shards --out {out} --force")).refused(1);
        assert!(said.err.contains("lie in each other") || said.err.contains("names no folder"), "{said}");
    }
    assert!(before.len() == 4 && all() == before && place.path("mine/letter.txt").exists());
}

#[test]
fn a_shard_run_twice_skips_what_is_whole_and_leaves_what_was_changed() {
    let place = Place::new();
    place.demerit(SEEDS).fine();
    place.demerit("run --plan seeds.json --shard 1/2 --out shards -q").fine();
    let names = units(&place, "shards");
    assert_eq!(names.len(), 2);
    let before: Vec<_> = names.iter().map(|name| files(&place.path(format!("shards/{name}")))).collect();
    let said = place.demerit("run --plan seeds.json --shard 1/2 --out shards -q").fine();
    assert_eq!(said.out.matches(": there already\n").count(), 2, "{said}");
    let after: Vec<_> = names.iter().map(|name| files(&place.path(format!("shards/{name}")))).collect();
    assert!(before == after, "a unit that was whole was touched");

    let table = place.path(format!("shards/{}/measures.parquet", names[0]));
    let mut bytes = fs::read(&table).unwrap();
    bytes[100] ^= 1;
    fs::write(&table, &bytes).unwrap();
    // It may be somebody's work: it is named, and stays.
    let said = place.demerit("run --plan seeds.json --shard 1/2 --out shards -q").refused(1);
    assert!(said.err.contains("changed since: measures.parquet (changed)"), "{said}");
    assert!(fs::read(&table).unwrap() == bytes);
    fs::rename(place.path(format!("shards/{}", names[0])), place.path("damaged")).unwrap();
    let said = place.demerit("run --plan seeds.json --shard 1/2 --out shards -q").fine();
    assert_eq!(said.out.matches(": there already\n").count(), 1, "{said}");
    assert!(fs::read(&table).unwrap() == before[0]["measures.parquet"]);
}

#[test]
fn a_unit_that_was_killed_is_gone_on_with() {
    let place = Place::new();
    place.demerit("plan --draws 0 --persons 1500 --years 4 --seed 5 --out one.json").fine();
    let words = ["run", "--plan", "one.json", "--checkpoint-every", "4", "--threads", "1", "--quiet"];
    let mut running = place.command(&words).args(["--out", "killed"]).spawn().unwrap();
    let kept = |name: &String| place.path(format!("killed/{name}/checkpoint")).exists();
    while !units(&place, "killed").iter().any(kept) {
        assert!(running.try_wait().unwrap().is_none(), "it ended before it was killed");
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    running.kill().unwrap();
    running.wait().unwrap();
    let said = place.demerit("run --plan one.json --out killed -q").fine();
    assert!(said.out.contains(": gone on with\n"), "{said}");
    place.demerit("run --plan one.json --out whole -q").fine();
    place.demerit("merge killed --out one").fine();
    place.demerit("merge whole --out other").fine();
    let (mut one, mut other) = (files(&place.path("one")), files(&place.path("other")));
    assert_eq!(timeless(&mut one), timeless(&mut other));
    assert!(one == other, "other bytes");
}

#[test]
fn what_cannot_be_put_together_is_named() {
    let place = Place::new();
    place.demerit(SEEDS).fine();
    for shard in [1, 3] {
        place.demerit(&format!("run --plan seeds.json --shard {shard}/4 --out shards -q")).fine();
    }
    let said = place.demerit("merge shards --out merged").refused(1);
    compare("merge-missing", &steady(said));
    place.demerit("run --plan seeds.json --out shards -q").fine();

    let names = units(&place, "shards");
    let table = place.path(format!("shards/{}/ledger.parquet", names[1]));
    let good = fs::read(&table).unwrap();
    fs::write(&table, &good[..good.len() - 1]).unwrap();
    let said = place.demerit("merge shards --out merged").refused(1);
    compare("merge-damaged", &steady(said));
    fs::write(&table, good).unwrap();

    let other = "plan --draws 0 --persons 300 --years 0.1 --seed 6 --out other.json";
    place.demerit(other).fine();
    place.demerit("run --plan other.json --out others -q").fine();
    let said = place.demerit("merge shards others --out merged").refused(1);
    assert!(said.err.contains("shards and others hold units of different plans"), "{said}");
    let said = place.demerit("run --plan other.json --out shards").refused(1);
    assert!(said.err.contains("shards holds the units of another plan"), "{said}");

    place.demerit("run --draws 0 --persons 300 --years 0.2 --seed 9 --out shards -q").fine();
    let said = place.demerit("merge shards --out merged").refused(1);
    assert!(said.err.contains("is a run of another plan"), "{said}");
    assert!(said.err.contains("no-dark-corner-9-"), "{said}");

    fs::create_dir(place.path("empty")).unwrap();
    let said = place.demerit("merge empty --out merged").refused(1);
    assert!(said.err.contains("empty holds no plan.json"), "{said}");
    assert!(!place.path("merged").exists(), "nothing was written");
}

#[test]
fn problems_of_the_call() {
    let place = Place::new();
    place.demerit(SEEDS).fine();
    for shard in ["0/3", "4/3", "x/y", "3"] {
        let said = place.demerit(&format!("run --plan seeds.json --shard {shard}")).refused(2);
        assert!(said.err.contains("allowed is I/N"), "{said}");
    }
    place.demerit("run --shard 1/2").refused(2);
    place.demerit("run --plan seeds.json --persons 10").refused(2);
    place.demerit("run no-dark-corner --plan seeds.json").refused(2);
    place.demerit("merge shards").refused(2);
    place.demerit("plan --vary cities.cameras").refused(2);
    place.demerit("plan --vary cities.cameras=40..170").refused(2);
    compare("plan-no-parameter", &place.demerit("plan --vary cities.camera=50,60").refused(1));
    compare("plan-out-of-range", &place.demerit("plan --vary cities.cameras=10..170/3").refused(1));
    compare("plan-there", &place.demerit(SEEDS).refused(1));
    place.write("text.json", "{}");
    let said = place.demerit("run --plan text.json").refused(1);
    assert!(said.err.contains("text.json is no plan"), "{said}");
    place.demerit("run --plan none.json").refused(1);
    assert_eq!(place.names("."), ["seeds.json", "text.json"], "nothing was written");
}

/// The template for Slurm.
fn template() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../deploy/slurm/array.sh")
}

/// The template as a task of an array would start it.
fn task(place: &Place, number: u32) -> Command {
    let mut command = Command::new("bash");
    command.arg(template()).current_dir(place.path("."));
    command.env("DEMERIT", env!("CARGO_BIN_EXE_demerit")).env("PLAN", "seeds.json");
    command.env("SLURM_ARRAY_TASK_ID", number.to_string());
    command
}

#[test]
fn the_template_for_slurm_runs_every_shard() {
    let place = Place::new();
    let checked = Command::new("bash").arg("-n").arg(template()).status().unwrap();
    assert!(checked.success());
    place.demerit(SEEDS).fine();
    let none = task(&place, 1).env_remove("SLURM_ARRAY_TASK_COUNT").output().unwrap();
    assert!(!none.status.success() && String::from_utf8_lossy(&none.stderr).contains("SHARDS says"));
    for number in 1..=3 {
        let done = task(&place, number).env("SLURM_ARRAY_TASK_COUNT", "3").output().unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    }
    let again = task(&place, 2).env("SLURM_ARRAY_TASK_COUNT", "1").env("SHARDS", "3").output().unwrap();
    assert!(String::from_utf8_lossy(&again.stdout).contains("there already"));
    place.demerit("merge shards --out merged").fine();
    let wrong = task(&place, 9).env("SLURM_ARRAY_TASK_COUNT", "3").output().unwrap();
    assert_eq!(wrong.status.code(), Some(2), "the program's own exit code");
}

#[test]
fn a_real_slurm_runs_the_template_where_there_is_one() {
    let answers = Command::new("sinfo").arg("--noheader").output();
    if !answers.is_ok_and(|said| said.status.success() && !said.stdout.is_empty()) {
        eprintln!("skipped: no Slurm answers on this machine");
        return;
    }
    let place = Place::new();
    place.demerit(SEEDS).fine();
    let done = Command::new("sbatch")
        .args(["--wait", "--array=1-2", "--cpus-per-task=1", "--mem=0", "--output=task-%a.txt"])
        .arg(template())
        .current_dir(place.path("."))
        .env("DEMERIT", env!("CARGO_BIN_EXE_demerit"))
        .env("PLAN", "seeds.json")
        .output()
        .unwrap();
    let told = |number| fs::read_to_string(place.path(format!("task-{number}.txt"))).unwrap_or_default();
    assert!(done.status.success(), "{}{}{}", String::from_utf8_lossy(&done.stderr), told(1), told(2));
    place.demerit("merge shards --out merged").fine();
}
