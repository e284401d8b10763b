//! What the checks need from the machine, and how it is had: packages of the system, installed with apt where
//! that is allowed, among them Chromium for the test that opens the report in a browser; and for each program
//! in Python a virtual environment with exactly what its `requirements.txt` names, in the target folder.

use crate::cargo::{self, must_succeed, program, quietly, works};
use crate::outcome::Outcome;
use crate::steps::Passed;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};

/// The packages that the browser test needs: the browser, and a font so that text has a width.
const PACKAGES: [&str; 2] = ["chromium", "fonts-dejavu-core"];

/// The lowest Python that the pinned versions run on.
const PYTHON: (u32, u32) = (3, 12);

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

/// The Python of an environment at `kept` with what the folder `own` requires; the error is the reason why
/// there is none.
pub(crate) fn environment(own: &Path, kept: &Path) -> Outcome<PathBuf> {
    let wanted = std::fs::read_to_string(own.join("requirements.txt")).map_err(|fault| fault.to_string())?;
    let python = kept.join("bin").join("python");
    let mark = kept.join("installed.txt");
    if std::fs::read_to_string(&mark).ok().as_deref() != Some(&wanted) {
        let base = base_python()?;
        quietly(program(&base).args(["-m", "venv", "--clear"]).arg(kept))?;
        let mut install = program(&python);
        install.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"]);
        quietly(install.arg(own.join("requirements.txt")))?;
        std::fs::write(&mark, &wanted).map_err(|fault| fault.to_string())?;
    }
    Ok(python)
}

/// A Python that is new enough: from the path, or from those that pyenv keeps.
fn base_python() -> Outcome<PathBuf> {
    let mut candidates: Vec<PathBuf> =
        ["python3.14", "python3.13", "python3.12", "python3"].iter().map(PathBuf::from).collect();
    let kept = std::env::var_os("PYENV_ROOT")
        .map(PathBuf::from)
        .or_else(|| std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".pyenv")));
    if let Some(versions) = kept.and_then(|kept| std::fs::read_dir(kept.join("versions")).ok()) {
        let mut versions: Vec<PathBuf> =
            versions.flatten().map(|entry| entry.path().join("bin/python3")).collect();
        versions.sort();
        candidates.extend(versions.into_iter().rev());
    }
    let fits = |python: &PathBuf| {
        let mut ask = program(python);
        ask.args(["-c", "import sys, venv, ensurepip; print(*sys.version_info[:2])"]);
        let answer = cargo::output(&mut ask).unwrap_or_default();
        let mut parts = answer.split_whitespace().filter_map(|part| part.parse().ok());
        parts.next().zip(parts.next()).is_some_and(|version: (u32, u32)| version >= PYTHON)
    };
    candidates
        .into_iter()
        .find(fits)
        .ok_or_else(|| format!("there is no Python {}.{} or later with venv", PYTHON.0, PYTHON.1))
}
