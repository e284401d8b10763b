//! Places that cannot be written to, and disks that are full.

use crate::program::{Place, Said, compare};
use std::fs;

const CALL: &str = "run --draws 0 --persons 300 --years 0.1 --quiet";

#[test]
fn a_file_is_no_place_for_a_run() {
    let place = Place::new();
    place.write("plain-file", "");
    compare("out-is-a-file", &place.demerit(&format!("{CALL} --out plain-file")).refused(1));
    compare("out-below-a-file", &place.demerit(&format!("{CALL} --out plain-file/deeper")).refused(1));
    assert_eq!(place.names("."), ["plain-file"]);
}

#[test]
fn a_place_that_is_not_there_is_made() {
    let place = Place::new();
    place.demerit(&format!("{CALL} --out a/b/c")).fine();
    assert_eq!(place.names("a/b/c").len(), 1);
}

#[cfg(unix)]
#[test]
fn a_place_that_may_not_be_written_to() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    fs::create_dir(place.path("closed")).unwrap();
    fs::set_permissions(place.path("closed"), fs::Permissions::from_mode(0o555)).unwrap();
    if fs::write(place.path("closed/probe"), "").is_ok() {
        return; // Whoever runs this test may write everywhere.
    }
    let said = place.demerit(&format!("{CALL} --out closed")).refused(1);
    assert!(said.err.contains("Permission denied") && said.err.contains("hint: "), "{said}");
}

/// A limit on the size of files stands in for a full disk: writing fails part of the way.
#[cfg(unix)]
#[test]
fn a_disk_that_fills_up_leaves_nothing_behind() {
    let place = Place::new();
    let mut command = std::process::Command::new("sh");
    command.args(["-c", "trap '' XFSZ; ulimit -f 4; exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_demerit")]);
    command.args(CALL.split(' ')).current_dir(place.path("."));
    let said = Said::of(CALL.to_owned(), command.output().unwrap()).refused(1);
    assert!(said.err.contains("\nerror: cannot write runs/no-dark-corner-2018-"), "{said}");
    assert!(said.err.contains(": File too large\n hint: check that the place exists, has room"), "{said}");
    assert_eq!(place.names("runs"), Vec::<String>::new());
}

#[cfg(target_os = "linux")]
#[test]
fn standard_output_that_is_full_is_told_of() {
    let place = Place::new();
    let full = || fs::File::options().write(true).open("/dev/full").unwrap();
    for call in ["list", "--help", "check good.toml"] {
        place.write("good.toml", place.demerit("show regime courts-only").fine().out);
        let words: Vec<&str> = call.split(' ').collect();
        let output = place.command(&words).stdout(full()).output().unwrap();
        let said = Said::of(format!("demerit {call}"), output).refused(1);
        assert_eq!(said.err, "error: cannot write to standard output: No space left on device\n", "{call}");
    }
}
