//! Balance: lists whose figures are parts of a whole, such as shares that add up to one, or factors with the mean one.
//!
//! Model: where a figure of a list cannot move alone, but can when all figures of the list are then multiplied by one number so that they
//! add up to what they add up to as declared, the list is balanced: each of its figures is drawn from its own range, and the list is
//! scaled back. So a figure's place says how large it is beside the others.
//!
//! Symbols: the sum of a list as declared, in the unit of its figures. Source: our assumption; it is the usual way from independent
//! sizes to shares. Leaves out: that a figure may leave its declared range when the others are drawn large or small.

use serde::Serialize;
use serde_json::Value;

/// A list whose figures were scaled back to their sum.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Balance {
    /// The file.
    pub file: String,
    /// Place of the list in the file.
    pub key: String,
    /// What its figures add up to.
    pub sum: f64,
    /// Place in the written bundle, as a JSON pointer.
    #[serde(skip)]
    pub(super) pointer: String,
}

impl Balance {
    /// The list that a figure of this file stands in, if it stands in one with others.
    pub(super) fn of(written: &Value, file: &str, key: &str, pointer: &str) -> Option<Self> {
        let (list, place) = pointer.rsplit_once('/')?;
        place.parse::<usize>().ok()?;
        let figures = written.pointer(list)?.as_array()?;
        let sum = total(figures)?;
        let key = key.rsplit_once('[')?.0.to_owned();
        (figures.len() > 1 && sum > 0.0).then(|| Self {
            file: file.to_owned(),
            key,
            sum,
            pointer: list.to_owned(),
        })
    }

    /// Scales the list back; one that adds up to nothing stays. The scaled figures have no declared range any more, as they may leave it.
    pub(super) fn restore(&self, written: &mut Value) {
        let Some(figures) = written.pointer_mut(&self.pointer).and_then(Value::as_array_mut) else { return };
        let Some(now) = total(figures).filter(|&now| now > 0.0) else { return };
        for figure in figures {
            let place = match figure.as_object_mut() {
                Some(table) => {
                    table.remove("range");
                    &mut figure["value"]
                }
                None => figure,
            };
            if let Some(value) = place.as_f64() {
                *place = Value::from(value * (self.sum / now));
            }
        }
    }
}

/// The sum of figures, which are numbers or tables with a value; nothing where one is neither.
fn total(figures: &[Value]) -> Option<f64> {
    let value = |figure: &Value| figure.get("value").unwrap_or(figure).as_f64();
    figures.iter().map(value).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_list_keeps_its_sum() {
        let mut written = json!({ "a": { "shares": [0.5, { "value": 0.25, "range": [0, 1] }, 0.25] } });
        let balance = Balance::of(&written, "f", "a.shares[1]", "/a/shares/1").unwrap();
        assert_eq!((balance.key.as_str(), balance.sum), ("a.shares", 1.0));
        written["a"]["shares"][1]["value"] = json!(1.25);
        balance.restore(&mut written);
        assert_eq!(written["a"]["shares"], json!([0.25, { "value": 0.625 }, 0.125]));
        balance.restore(&mut written);
        assert_eq!(written["a"]["shares"][0], json!(0.25), "what fits stays as it is");
    }

    #[test]
    fn what_has_no_sum_is_no_whole() {
        let of = |written: &Value, pointer: &str| Balance::of(written, "f", "k[0]", pointer);
        assert_eq!(of(&json!({ "k": [1.0] }), "/k/0"), None, "a figure alone");
        assert_eq!(of(&json!({ "k": [1.0, "x"] }), "/k/0"), None, "not all are figures");
        assert_eq!(of(&json!({ "k": [0.0, 0.0] }), "/k/0"), None, "nothing to share out");
        assert_eq!(of(&json!({ "k": { "one": 1.0 } }), "/k/one"), None, "no list");
        let mut none = json!({ "k": [0.0, 0.0] });
        Balance { file: "f".into(), key: "k".into(), sum: 1.0, pointer: "/k".into() }.restore(&mut none);
        assert_eq!(none, json!({ "k": [0.0, 0.0] }));
    }
}
