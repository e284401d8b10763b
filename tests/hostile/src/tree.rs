//! Damage to trees of values: what is written from them is right TOML or JSON, and says strange things.

use crate::luck::Luck;
use crate::strange::{NUMBERS, TEXTS, WHOLE};
use serde_json::{Map, Value};

/// Damages a tree in one to three ways.
pub(crate) fn damage(luck: &mut Luck, tree: &mut Value) {
    for _ in 0..1 + luck.below(3) {
        let depth = 1 + luck.below(8);
        once(luck, tree, depth);
    }
}

/// Goes down to a value and changes it.
fn once(luck: &mut Luck, value: &mut Value, depth: usize) {
    let deeper = depth > 0;
    match value {
        Value::Object(table) if deeper && !table.is_empty() => {
            let place = luck.below(table.len());
            let Some(key) = table.keys().nth(place).cloned() else { return };
            if luck.once_in(12) {
                return keys(luck, table, &key);
            }
            if let Some(inner) = table.get_mut(&key) {
                once(luck, inner, depth - 1);
            }
        }
        Value::Array(items) if deeper && !items.is_empty() => {
            let place = luck.below(items.len());
            match luck.below(16) {
                0 => drop(items.remove(place)),
                1 => items.push(items[place].clone()),
                2 => items.swap(0, place),
                3 => items.clear(),
                4 => {
                    let (one, times) = (items[place].clone(), luck.below(70));
                    items.extend(std::iter::repeat_n(one, times));
                }
                _ => once(luck, &mut items[place], depth - 1),
            }
        }
        Value::Number(number) if !luck.once_in(4) => {
            // Near to what it was, so that much is still let pass.
            let was = number.as_f64().unwrap_or(0.0);
            let near = match luck.below(10) {
                0 => 0.0,
                1 => 1.0,
                2 => was + 1.0,
                3 => was - 1.0,
                4 => was * 2.0,
                5 => was / 2.0,
                6 => -was,
                7 => was * 1e3,
                8 => was * 1e-6,
                _ => *luck.pick(&WHOLE) as f64,
            };
            let whole = number.is_i64() || number.is_u64();
            *value = if whole && near.fract() == 0.0 && near.abs() < 9e15 {
                Value::from(near as i64)
            } else {
                Value::from(near)
            };
        }
        other => *other = strange(luck),
    }
}

fn keys(luck: &mut Luck, table: &mut Map<String, Value>, key: &str) {
    let Some(was) = table.remove(key) else { return };
    let name = match luck.below(3) {
        0 => return,
        1 => luck.word(&TEXTS).to_owned(),
        _ => format!("{key}{}", luck.word(&["s", "-", "_", "", " ", "é"])),
    };
    table.insert(name, was);
}

/// A value of any kind.
fn strange(luck: &mut Luck) -> Value {
    match luck.below(9) {
        0 => Value::Null,
        1 => Value::Bool(luck.once_in(2)),
        2 | 3 => luck.word(&NUMBERS).parse::<f64>().map_or(Value::Null, Value::from),
        4 => Value::from(*luck.pick(&WHOLE)),
        5 => Value::from(luck.word(&TEXTS).repeat(luck.below(300))),
        6 => Value::Array(Vec::new()),
        7 => Value::Object(Map::new()),
        _ => Value::from(luck.word(&TEXTS)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_part_of_a_tree_is_damaged_at_some_time() {
        let whole = json!({"a": {"b": [1, 2.5, "c"]}, "d": true});
        let damaged: Vec<Value> = (0..3000)
            .map(|number| {
                let mut tree = whole.clone();
                damage(&mut Luck::of("tree", 1, number), &mut tree);
                tree
            })
            .collect();
        assert!(damaged.iter().filter(|tree| **tree != whole).count() > 2500);
        for pointer in ["/a", "/a/b", "/a/b/0", "/a/b/1", "/a/b/2", "/d"] {
            let was = whole.pointer(pointer);
            assert!(damaged.iter().any(|tree| tree.pointer(pointer) != was), "{pointer}");
        }
    }

    #[test]
    fn a_lone_value_can_be_damaged() {
        for lone in [json!(null), json!([]), json!({}), json!(1)] {
            let mut tree = lone;
            damage(&mut Luck::of("lone", 1, 1), &mut tree);
        }
    }
}
