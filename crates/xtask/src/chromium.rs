//! Chromium for the test that opens the report in a browser: found on the path, or installed with apt.

use crate::cargo::{program, works};
use crate::outcome::Outcome;
use crate::steps::Passed;
use std::io::IsTerminal;
use std::process::Command;

/// The packages that the browser test needs: the browser, and a font so that text has a width.
const PACKAGES: [&str; 2] = ["chromium", "fonts-dejavu-core"];

/// Finds Chromium, or installs it if `install` allows.
pub(crate) fn provide(install: bool) -> Outcome<Passed> {
    if let Some(version) = version() {
        return Ok(Passed::With(version));
    }
    if !install {
        return Ok(Passed::LeftOut("Chromium is missing and --no-install was given".to_owned()));
    }
    if !works(program("apt-get").arg("--version")) {
        return Err(
            "Chromium is missing and this machine has no apt-get. Install Chromium by the machine's own \
                    means, so that `chromium --version` works, and call again."
                .to_owned(),
        );
    }
    let before = right_to_install()?;
    println!("Chromium is missing: installing {} with apt-get", PACKAGES.join(" and "));
    apt_get(&before, &["update"])?;
    let mut arguments = vec!["install", "-y", "--no-install-recommends"];
    arguments.extend(PACKAGES);
    apt_get(&before, &arguments)?;
    version()
        .map(Passed::With)
        .ok_or_else(|| "apt-get installed Chromium, yet `chromium --version` does not work".to_owned())
}

fn version() -> Option<String> {
    let done = program("chromium").arg("--version").output().ok().filter(|done| done.status.success())?;
    Some(String::from_utf8_lossy(&done.stdout).trim().to_owned())
}

/// The words to put before `apt-get`: none for root, `sudo` where it can be used.
fn right_to_install() -> Outcome<Vec<&'static str>> {
    let user = program("id").arg("-u").output().map_err(|fault| format!("cannot ask who I am: {fault}"))?;
    if String::from_utf8_lossy(&user.stdout).trim() == "0" {
        return Ok(Vec::new());
    }
    // With a terminal sudo may ask for the password; without one it must not wait for an answer.
    if works(program("sudo").args(["-n", "true"])) {
        return Ok(vec!["sudo", "-n"]);
    }
    if std::io::stdin().is_terminal() && works(program("sudo").arg("--version")) {
        return Ok(vec!["sudo"]);
    }
    Err(format!(
        "Chromium is missing and I may not install it: I am not root and sudo does not work here. Ask for\n       \
         apt-get install --no-install-recommends {}\n       and call again.",
        PACKAGES.join(" ")
    ))
}

fn apt_get(before: &[&str], arguments: &[&str]) -> Outcome<()> {
    let mut words: Vec<&str> = before.to_vec();
    words.extend(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "DPkg::Lock::Timeout=300"]);
    words.extend(arguments);
    let mut call: Command = program(words[0]);
    call.args(&words[1..]);
    crate::cargo::must_succeed(&mut call, "apt-get could not do its work; is the network there?")
}
