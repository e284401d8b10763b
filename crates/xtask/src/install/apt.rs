//! Packages of the system, installed with apt where that is allowed.

use crate::cargo::{must_succeed, program, works};
use crate::outcome::Outcome;
use std::io::IsTerminal;

/// Whether the machine has apt.
pub(crate) fn is_here() -> bool {
    works(program("apt-get").arg("--version"))
}

/// Installs packages, without what they merely recommend. An error tells what to ask for.
pub(crate) fn install(packages: &[&str]) -> Outcome<()> {
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
