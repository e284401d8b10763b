//! Calls: help, version, colours, and problems of the call.

use crate::program::{Place, compare};

#[test]
fn help_of_every_command() {
    let place = Place::new();
    compare("help", &place.demerit("--help").fine());
    compare("help-short", &place.demerit("-h").fine());
    for command in [
        "run",
        "explore",
        "resume",
        "plan",
        "merge",
        "check",
        "list",
        "show",
        "describe",
        "report",
        "life",
        "schema",
        "completions",
    ] {
        compare(&format!("help-{command}"), &place.demerit(&format!("{command} --help")).fine());
    }
    compare("help-describe-society", &place.demerit("describe society --help").fine());
}

#[test]
fn the_version_is_one_line() {
    let said = Place::new().demerit("--version").fine();
    assert_eq!(said.out, format!("demerit {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn numbers_out_of_range_are_problems_of_the_call() {
    let place = Place::new();
    let calls = [
        ("persons-0", "run --persons 0"),
        ("persons-words", "run --persons many"),
        ("years-negative", "run --years -1"),
        ("years-nan", "run --years nan"),
        ("years-0", "run --years 0"),
        ("seed-negative", "run --seed -1"),
        ("seeds-0", "run --seeds 0"),
        ("threads-0", "run --threads 0"),
        ("checkpoint-every-0", "run --checkpoint-every 0"),
        ("describe-persons-0", "describe society china-2020 --persons 0"),
    ];
    for (name, call) in calls {
        let said = place.demerit(call).refused(2);
        assert!(said.err.contains("allowed is "), "{said}");
        compare(&format!("call-{name}"), &said);
    }
    assert_eq!(place.names("."), Vec::<String>::new(), "nothing was written");
}

#[test]
fn other_problems_of_the_call() {
    let place = Place::new();
    let calls = [
        ("nothing", ""),
        ("unknown-command", "rnu"),
        ("unknown-option", "run --person 10"),
        ("unknown-kind", "show regimes no-dark-corner"),
        ("missing-name", "show regime"),
        ("missing-file", "check"),
        ("unknown-shell", "completions cmd"),
        ("unknown-colour", "list --color sometimes"),
        ("two-studies", "run one two"),
        ("not-a-person", "life runs -3"),
    ];
    for (name, call) in calls {
        compare(&format!("call-{name}"), &place.demerit(call).refused(2));
    }
}

#[test]
fn colours_only_where_they_are_wanted() {
    let place = Place::new();
    let is_coloured = |call: &str, variable: &str| {
        let mut command = place.command(&call.split(' ').collect::<Vec<_>>());
        if !variable.is_empty() {
            command.env(variable, "1");
        }
        let output = command.output().unwrap();
        [output.stdout, output.stderr].concat().contains(&0x1b)
    };
    for call in ["list", "show regime nobody", "--help", "run --persons 0"] {
        assert!(!is_coloured(call, ""), "{call}");
        assert!(!is_coloured(call, "NO_COLOR"), "{call}");
        assert!(is_coloured(call, "CLICOLOR_FORCE"), "{call}");
        assert!(is_coloured(&format!("--color always {call}"), "NO_COLOR"), "{call}");
        assert!(is_coloured(&format!("--color=always {call}"), ""), "{call}");
        assert!(!is_coloured(&format!("--color never {call}"), "CLICOLOR_FORCE"), "{call}");
    }
    place.write("faulty.toml", "scale = 7\n");
    assert!(is_coloured("check --color always faulty.toml", ""));
    assert!(!is_coloured("check faulty.toml", ""));
}
