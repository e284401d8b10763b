//! Tables whose keys are the words of an enum, such as the coverage of each channel.
//!
//! The schema that is derived for a map says nothing of its keys once the variants of the key have docs. [`ByWord`]
//! stands in for the map in the schema, names every word as a key, and takes no others:
//!
//! ```text
//! #[schemars(with = "ByWord<Channel, ShareFigure>")]
//! coverage: BTreeMap<Channel, Figure>,
//! ```
//!
//! No key has to be there. It leaves out enums whose variants hold something.

use std::borrow::Cow;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value};

/// Stands for a map from the words of `K` to `V` in a schema; it is never made.
#[derive(Clone, Copy, Debug)]
pub struct ByWord<K, V>(PhantomData<(K, V)>);

impl<K: JsonSchema, V: JsonSchema> JsonSchema for ByWord<K, V> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("{}ByWordOf{}", V::schema_name(), K::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut words = Vec::new();
        collect_words(K::json_schema(generator).as_value(), &mut words);
        let value = generator.subschema_for::<V>().to_value();
        let keys = words.into_iter().map(|word| (word, value.clone())).collect::<Map<_, _>>();
        json_schema!({ "type": "object", "properties": keys, "additionalProperties": false })
    }
}

/// Collects the words that a schema allows, in its own order.
fn collect_words(schema: &Value, words: &mut Vec<String>) {
    let list = |keyword: &str| schema.get(keyword).and_then(Value::as_array).into_iter().flatten();
    words.extend(list("enum").chain(schema.get("const")).filter_map(Value::as_str).map(str::to_owned));
    for alternative in list("oneOf").chain(list("anyOf")) {
        collect_words(alternative, words);
    }
}
