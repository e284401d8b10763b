//! `docs/reference/cli.md`: the help of the program and of each command, as the program prints it.

use super::head;
use crate::built::Program;
use crate::outcome::Outcome;

/// The page.
pub(crate) fn document(program: &Program) -> Outcome<String> {
    let mut page = head(
        "The command line",
        "The help of `demerit` and of each of its commands, as the program prints it.",
        "`demerit --help`",
    );
    add(program, &mut Vec::new(), &mut page)?;
    Ok(page)
}

/// Adds the help of the command at `path`, then of the commands below it, depth first.
fn add(program: &Program, path: &mut Vec<String>, page: &mut String) -> Outcome<()> {
    let mut words: Vec<&str> = path.iter().map(String::as_str).collect();
    words.push("--help");
    let help = program.says(&words)?;
    let title =
        std::iter::once("demerit").chain(path.iter().map(String::as_str)).collect::<Vec<_>>().join(" ");
    let lines: Vec<&str> = help.trim_end().lines().map(str::trim_end).collect();
    page.push_str(&format!("\n## `{title}`\n\n```text\n{}\n```\n", lines.join("\n")));
    for name in commands_in(&help) {
        path.push(name);
        add(program, path, page)?;
        path.pop();
    }
    Ok(())
}

/// The names in the block `Commands:` of a help text, `help` left out.
fn commands_in(help: &str) -> Vec<String> {
    help.lines()
        .skip_while(|line| line.trim_end() != "Commands:")
        .skip(1)
        .take_while(|line| line.is_empty() || line.starts_with(' '))
        .filter_map(|line| line.strip_prefix("  "))
        .filter(|line| line.starts_with(|letter: char| letter.is_ascii_lowercase()))
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| *name != "help")
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_read_from_the_help() {
        let help = "Does things\n\nUsage: demerit <COMMAND>\n\nCommands:\n  run       Run a study, and\n            \
                    more words\n  describe  Describe\n  help      Print this\n\nOptions:\n  -h, --help  Print help\n";
        assert_eq!(commands_in(help), ["run", "describe"]);
    }

    #[test]
    fn a_help_without_commands_has_none() {
        assert!(commands_in("Usage: demerit check FILE\n\nOptions:\n  -h, --help  Print help\n").is_empty());
    }
}
