//! Text leaves the program by its ways out alone, where whatever steers is written out: what the command line
//! says by `crates/cli/src/outlet.rs`, all JSON by `crates/scenario/src/shown/json.rs`.
//!
//! Leaves out: the workshop's own commands, examples, and text that a digest is taken of.

use super::is_program;
use crate::code::program::{COLONS, tokens};
use crate::tree::TextFile;

/// Words that lead to a terminal, with the files that may hold them: one says, one asks what it is, one draws
/// a moving line.
const STREAMS: [&str; 6] = ["stdout", "stderr", "println", "eprintln", "print", "eprint"];
const MAY_STREAM: [&str; 3] =
    ["crates/cli/src/outlet.rs", "crates/cli/src/terminal.rs", "crates/cli/src/progress.rs"];

/// What writes JSON.
const JSON: [&str; 5] = ["to_string", "to_string_pretty", "to_vec_pretty", "to_writer", "to_writer_pretty"];

/// Where text leaves the program by another way.
#[must_use]
pub fn leaks(files: &[TextFile]) -> Vec<String> {
    let mut faults = Vec::new();
    for file in files.iter().filter(|file| is_program(file) && !is_of_the_workshop(file)) {
        let tokens = tokens(&file.text);
        for (at, token) in tokens.iter().enumerate() {
            let follows = |sign: &str| tokens.get(at + 1).is_some_and(|next| next.text == sign);
            let speaks = file.path.starts_with("crates/cli/")
                && !MAY_STREAM.contains(&file.path.as_str())
                && STREAMS.contains(&token.text.as_str())
                && (follows("!") || follows("(") && tokens[at - 1].text == COLONS);
            let writes = JSON.contains(&token.text.as_str())
                && at >= 2
                && tokens[at - 1].text == COLONS
                && tokens[at - 2].text == "serde_json";
            if speaks || writes {
                let way = if speaks { "the outlet of the command line" } else { "`shown::json`" };
                faults.push(format!("{}:{}: `{}` goes past {way}", file.path, token.line, token.text));
            }
        }
    }
    faults
}

fn is_of_the_workshop(file: &TextFile) -> bool {
    ["crates/xtask/", "crates/score100/"].iter().any(|folder| file.path.starts_with(folder))
        || file.path.contains("/tests")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_way_past_the_outlets_is_found() {
        let found = |path: &str, text: &str| leaks(&[TextFile::new(path, text)]).len();
        for text in ["fn f() { println!(\"x\") }", "fn f() { io::stderr().flush() }"] {
            assert_eq!(found("crates/cli/src/main.rs", text), 1, "{text}");
            assert_eq!(found("crates/cli/src/outlet.rs", text), 0, "{text}");
        }
        assert_eq!(found("crates/cli/src/a.rs", "fn f() { command.stdout(null()) }"), 0, "that of another");
        let writes = "fn f() { serde_json::to_vec_pretty(x) }";
        assert_eq!(found("crates/analysis/src/a.rs", writes), 1);
        assert_eq!(found("crates/xtask/src/a.rs", writes) + found("crates/a/src/tests.rs", writes), 0);
        assert_eq!(found("crates/a/src/b.rs", "fn f() { toml::to_string(x) }"), 0);
    }
}
