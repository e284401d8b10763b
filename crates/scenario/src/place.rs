//! Places of figures: the steps of a dotted place, and the name of the item that a figure belongs to.

use serde_json::Value;

/// The name of the innermost item of a list on the way to a place.
#[must_use]
pub fn item(written: &Value, pointer: &str) -> Option<String> {
    let ends = pointer.match_indices('/').map(|found| found.0).skip(1).chain([pointer.len()]);
    let mut name = None;
    for end in ends {
        let (_, step) = pointer[..end].rsplit_once('/')?;
        if step.bytes().all(|letter| letter.is_ascii_digit()) {
            let item = written.pointer(&pointer[..end])?;
            let found =
                ["name", "channel", "tie", "matter"].into_iter().find_map(|key| item.get(key)?.as_str());
            name = found.map(str::to_owned).or(name);
        }
    }
    name
}

/// The steps of a dotted place.
#[must_use]
pub fn steps(key: &str) -> Vec<String> {
    key.replace('[', ".").replace([']', '"'], "").split('.').map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_have_names() {
        let written = serde_json::json!({ "rules": [{ "name": "wine", "points": [-3, -1] }], "habits": { "few": [1] } });
        assert_eq!(item(&written, "/rules/0/points/1").as_deref(), Some("wine"));
        assert_eq!(item(&written, "/habits/few/0"), None);
    }

    #[test]
    fn steps_of_a_place() {
        assert_eq!(steps("rules[3].points[0]"), ["rules", "3", "points", "0"]);
        assert_eq!(steps("regimes.no-dark-corner.scale"), ["regimes", "no-dark-corner", "scale"]);
    }
}
