//! On what kind of machine, and when: processor, cores, memory, vector units, compiler. No names of hosts or
//! users.

use crate::cargo;
use serde_json::{Value, json};
use std::time::SystemTime;

/// Vector units worth a word, as the system spells them.
const UNITS: [&str; 4] = ["sse4_2", "avx2", "avx512f", "avx512bw"];

/// The kind of this machine; what the system does not tell is null.
pub(crate) fn kind() -> Value {
    let about = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let field = |name: &str| {
        let line = about.lines().find(|line| line.starts_with(name))?;
        Some(line.split_once(':')?.1.trim().to_owned())
    };
    let flags = field("flags").unwrap_or_default();
    let units: Vec<&str> =
        UNITS.into_iter().filter(|unit| flags.split(' ').any(|flag| flag == *unit)).collect();
    let compiler = cargo::output(cargo::program("rustc").arg("--version")).ok();
    json!({
        "processor": field("model name"),
        "cores": std::thread::available_parallelism().ok().map(std::num::NonZero::get),
        "vector_units": units,
        "memory_gib": memory(),
        "system": format!("{} {}", std::env::consts::OS, std::env::consts::ARCH),
        "compiler": compiler.map(|text| text.trim().to_owned()),
    })
}

fn memory() -> Option<u64> {
    let about = std::fs::read_to_string("/proc/meminfo").ok()?;
    let kibibytes: u64 = about.lines().next()?.split_whitespace().nth(1)?.parse().ok()?;
    Some((kibibytes + (1 << 19)) >> 20)
}

/// The machine in a few words.
pub(crate) fn in_words(machine: &Value) -> String {
    let processor = machine["processor"].as_str().unwrap_or("unknown processor");
    let units = machine["vector_units"].as_array().map_or(&[][..], Vec::as_slice);
    let widest = units.last().and_then(Value::as_str).unwrap_or("");
    let widest = match widest {
        "avx512f" | "avx512bw" => ", AVX-512",
        "avx2" => ", AVX2",
        _ => "",
    };
    format!("{processor}{widest}, {} cores, {} GiB", machine["cores"], machine["memory_gib"])
}

/// Today's date in universal time.
pub(crate) fn today() -> String {
    humantime::format_rfc3339_seconds(SystemTime::now())
        .to_string()
        .chars()
        .take("2025-12-31".len())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_machine_is_told_in_a_few_words() {
        let machine = json!({ "processor": "Example", "cores": 2, "vector_units": ["sse4_2", "avx2"], "memory_gib": 24 });
        assert_eq!(in_words(&machine), "Example, AVX2, 2 cores, 24 GiB");
        let own = kind();
        assert!(own["cores"].as_u64() > Some(0));
        let today = today();
        assert!(today.len() == 10 && today.split('-').count() == 3, "{today}");
    }
}
