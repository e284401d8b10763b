//! What the checks need from the machine, and how it is had: packages of the system, installed with apt where
//! that is allowed, among them Chromium for the test that opens the report in a browser.

use crate::cargo::{must_succeed, program, works};
use crate::outcome::Outcome;
use crate::steps::Passed;
use std::io::IsTerminal;

/// The packages that the browser test needs: the browser, and a font so that text has a width.
const PACKAGES: [&str; 2] = ["chromium", "fonts-dejavu-core"];

/// Finds Chromium, or installs it if `install` allows.
pub(crate) fn chromium(install: bool) -> Outcome<Passed> {
    if let Some(version) = version() {
        return Ok(Passed::With(version));
    }
    if !install {
        return Ok(Passed::LeftOut("Chromium is missing and --no-install was given".to_owned()));
    }
    if !has_apt() {
        return Err(
            "Chromium is missing and this machine has no apt-get. Install Chromium by the machine's own \
                    means, so that `chromium --version` works, and call again."
                .to_owned(),
        );
    }
    with_apt(&PACKAGES).map_err(|problem| format!("Chromium is missing: {problem}"))?;
    version()
        .map(Passed::With)
        .ok_or_else(|| "apt-get installed Chromium, yet `chromium --version` does not work".to_owned())
}

fn version() -> Option<String> {
    let done = program("chromium").arg("--version").output().ok().filter(|done| done.status.success())?;
    Some(String::from_utf8_lossy(&done.stdout).trim().to_owned())
}

/// Whether the machine has apt.
pub(crate) fn has_apt() -> bool {
    works(program("apt-get").arg("--version"))
}

/// Installs packages, without what they merely recommend. An error tells what to ask for.
pub(crate) fn with_apt(packages: &[&str]) -> Outcome<()> {
    let before = right_to_install(packages)?;
    println!("installing {} with apt-get", packages.join(", "));
    call(&before, &["update"])?;
    let mut words = vec!["install", "-y", "--no-install-recommends"];
    words.extend(packages);
    call(&before, &words)
}

/// The words to put before `apt-get`: none for root, `sudo` where it can be used.
fn right_to_install(packages: &[&str]) -> Outcome<Vec<&'static str>> {
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
        "I may not install packages: I am not root and sudo does not work here. Ask for\n       \
         apt-get install --no-install-recommends {}\n       and call again.",
        packages.join(" ")
    ))
}

fn call(before: &[&str], arguments: &[&str]) -> Outcome<()> {
    let mut words: Vec<&str> = before.to_vec();
    words.extend(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "DPkg::Lock::Timeout=300"]);
    words.extend(arguments);
    let mut call = program(words[0]);
    call.args(&words[1..]);
    must_succeed(&mut call, "apt-get could not do its work; is the network there?")
}
