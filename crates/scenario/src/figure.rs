//! A figure: the number type of every scenario file, with its range and its source beside it.
//!
//! A figure is written in one of two ways:
//!
//! 1. `share = 0.41`: a bare number, which counts as an assumption of whoever wrote the file;
//! 2. `share = { value = 0.41, range = [0.3, 0.5], source = "cn-drinkers", note = "men only" }`, where all
//!    but `value` may be left out. It counts as sourced only when it names a `source`. A range may say
//!    `scale = "log"` beside it.
//!
//! Symbols: `value` is finite and in the unit of its field; `range` is `[low, high]` in the same unit with
//! `low <= value <= high`: what the source gives as its uncertainty, or what we hold to be possible; `source`
//! is the identifier of a figure in the list of facts; `note` is free text. `scale` says how the range is
//! gone over when the figure is drawn from it: `even` in the value, as where nothing is said, or `log`, even
//! in its logarithm, which wants two ends of one sign.
//!
//! The bounds that a field allows are not part of the figure. They stand in the type of the field, [`Within`]
//! or one of its kinds, or, where they are no whole numbers, as an attribute on it,
//! `#[schemars(range(min = 0.1, max = 0.9))]`. They hold for the value and for both ends of the range; where
//! the figures sit inside a map, [`ShareFigure`] and [`RateFigure`] stand in for [`Figure`] in the schema.
//! The bounds are checked by [`schema_check`](crate::schema_check).
//!
//! It leaves out units (the name and the doc of the field say them) and any other shape of the uncertainty
//! between the two ends of the range.
//!
//! Long because both written forms of a figure, their schema and what is checked of them belong together.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

use demerit_kernel::{Chance, Rate};
use demerit_society::TICKS_PER_YEAR;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::value::MapAccessDeserializer;
use serde::de::{self, Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize};

/// The keyword of our own in a JSON schema which says that a value is a [`Figure`].
pub const FIGURE_KEYWORD: &str = "x-figure";

/// How a range is gone over when its figure is drawn from it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scale {
    /// Evenly in the value.
    #[default]
    Even,
    /// Evenly in its logarithm.
    Log,
}

/// A number of a scenario file, with its range and its source where they are known.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(into = "Written")]
pub struct Figure {
    /// The number itself: finite, in the unit of the field.
    pub value: f64,
    /// The lowest and the highest value that are held to be possible, around `value`.
    pub range: Option<[f64; 2]>,
    /// How the range is gone over; evenly where nothing is said.
    pub scale: Option<Scale>,
    /// The identifier of the source; a figure without one is an assumption.
    pub source: Option<String>,
    /// Free text for the reader of the file.
    pub note: Option<String>,
}

impl Figure {
    /// A bare number: an assumption without a range.
    #[must_use]
    pub const fn assumed(value: f64) -> Self {
        Self { value, range: None, scale: None, source: None, note: None }
    }

    /// A share, as a chance.
    pub(crate) fn chance(&self) -> Chance {
        Chance::from_share(self.value)
    }

    /// A number of times a year, as the chance in a tick.
    pub(crate) fn per_tick(&self) -> Chance {
        Rate::per_year(self.value).chance_in(f64::from(TICKS_PER_YEAR))
    }

    /// A share in 1/255.
    pub(crate) fn byte(&self) -> u8 {
        libm::round(self.value * 255.0) as u8
    }

    /// The nearest whole number.
    pub(crate) fn rounded(&self) -> u32 {
        libm::round(self.value) as u32
    }

    /// The figure, unless something is wrong with it.
    fn checked<E: de::Error>(self) -> Result<Self, E> {
        let complaint = match (self.value, self.range) {
            (value, _) if !value.is_finite() => "a figure wants a finite number",
            (_, Some(range)) if range.iter().any(|end| !end.is_finite()) => {
                "a range wants two finite numbers"
            }
            (_, Some([low, high])) if low > high => "a range wants its lower end first",
            (value, Some([low, high])) if value < low || value > high => "a range wants to hold its value",
            _ if self.source.as_deref() == Some("") => "a source wants a name",
            (_, range)
                if self.scale == Some(Scale::Log) && range.is_none_or(|[low, high]| low * high <= 0.0) =>
            {
                "a logarithmic scale wants a range whose ends are of one sign"
            }
            _ => return Ok(self),
        };
        Err(E::custom(complaint))
    }
}

/// Makes the written forms of parts of a file, each with named keys and no others.
macro_rules! written {
    ($($(#[$meta:meta])* pub struct $name:ident { $($fields:tt)* })+) => {$(
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, ::serde::Serialize, ::serde::Deserialize, ::schemars::JsonSchema)]
        #[serde(deny_unknown_fields)]
        pub struct $name { $($fields)* }
    )+};
}
pub(crate) use written;

/// What a whole number is where a file leaves it out.
pub(crate) const fn usual<const N: u32>() -> u32 {
    N
}

/// A figure from `LOW` to `HIGH`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Within<const LOW: i64, const HIGH: i64>(pub Figure);

/// A share, or a chance.
pub type Share = Within<0, 1>;
/// How often in a year something happens that happens at most once a week.
pub type Yearly = Within<0, 52>;

impl<const LOW: i64, const HIGH: i64> Deref for Within<LOW, HIGH> {
    type Target = Figure;

    fn deref(&self) -> &Figure {
        &self.0
    }
}

/// The values of a list of figures whose length the schema fixes.
pub(crate) fn values<const N: usize>(figures: &[impl Deref<Target = Figure>]) -> [f64; N] {
    std::array::from_fn(|index| figures.get(index).map_or(0.0, |one| one.value))
}

/// A figure as it is written, in the shortest form: a bare number where there is nothing beside it.
#[derive(Serialize)]
#[serde(untagged)]
enum Written {
    Bare(f64),
    Long(LongForm),
}

/// The long form of a figure, as it stands in a file.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct LongForm {
    value: f64,
    range: Option<[f64; 2]>,
    scale: Option<Scale>,
    source: Option<String>,
    note: Option<String>,
}

impl From<Figure> for Written {
    fn from(figure: Figure) -> Self {
        let Figure { value, range, scale, source, note } = figure;
        let is_bare = range.is_none() && scale.is_none() && source.is_none() && note.is_none();
        if is_bare { Self::Bare(value) } else { Self::Long(LongForm { value, range, scale, source, note }) }
    }
}

struct FigureVisitor;

impl<'de> Visitor<'de> for FigureVisitor {
    type Value = Figure;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a number, or a table { value, range, scale, source, note }")
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Figure, E> {
        Figure::assumed(value).checked()
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Figure, E> {
        self.visit_f64(value as f64)
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Figure, E> {
        self.visit_f64(value as f64)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Figure, A::Error> {
        let long = LongForm::deserialize(MapAccessDeserializer::new(map))?;
        let LongForm { value, range, scale, source, note } = long;
        Figure { value, range, scale, source, note }.checked()
    }
}

impl<'de> Deserialize<'de> for Figure {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(FigureVisitor)
    }
}

impl JsonSchema for Figure {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Figure".into()
    }

    /// A number or a table. `minimum` and `maximum` of a field are added beside `type` by its attribute, and
    /// [`spread_bounds`] carries them into the table.
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": ["number", "object"],
            FIGURE_KEYWORD: true,
            "properties": {
                "value": { "type": "number" },
                "range": { "type": "array", "items": { "type": "number" }, "minItems": 2, "maxItems": 2 },
                "scale": { "type": "string", "enum": ["even", "log"] },
                "source": { "type": "string", "minLength": 1 },
                "note": { "type": "string" }
            },
            "required": ["value"],
            "additionalProperties": false
        })
    }
}

/// Carries the bounds that stand on a figure into the long form: its value and both ends of its range. They
/// stand last on the figure, wherever they come from.
pub fn spread_bounds(schema: &mut Schema) {
    if schema.get(FIGURE_KEYWORD).is_none() {
        return;
    }
    for bound in ["minimum", "maximum"] {
        let Some(limit) = schema.as_object_mut().and_then(|figure| figure.shift_remove(bound)) else {
            continue;
        };
        for place in ["/properties/value", "/properties/range/items"] {
            if let Some(inner) = schema.pointer_mut(place).and_then(|inner| inner.as_object_mut()) {
                inner.insert(bound.to_owned(), limit.clone());
            }
        }
        schema.insert(bound.to_owned(), limit);
    }
}

/// Gives figures whose type says their bounds the schema with them.
macro_rules! bounded {
    ($([$($generics:tt)*] $type:ty, $($bound:literal: $limit:expr),+;)+) => {$(
        impl<$($generics)*> JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                let mut schema = Figure::json_schema(generator);
                $(schema.insert($bound.to_owned(), $limit.into());)+
                schema
            }
        }
    )+};
}

bounded! {
    [const LOW: i64, const HIGH: i64] Within<LOW, HIGH>, "minimum": LOW as f64, "maximum": HIGH as f64;
    [] ShareFigure, "minimum": 0, "maximum": 1;
    [] RateFigure, "minimum": 0;
}

/// Stands for a [`Figure`] from 0 to 1 in a schema, as in
/// `#[schemars(with = "BTreeMap<String, ShareFigure>")]`; it has no values.
#[derive(Clone, Copy, Debug)]
pub enum ShareFigure {}

/// Stands for a [`Figure`] of at least 0 in a schema, as in
/// `#[schemars(with = "BTreeMap<String, RateFigure>")]`; it has no values.
#[derive(Clone, Copy, Debug)]
pub enum RateFigure {}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use schemars::JsonSchema;
    use serde::{Deserialize, Serialize};

    use super::{Figure, RateFigure, Scale, ShareFigure};
    use crate::schema_check::{check, schema_of};

    #[derive(Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
    #[serde(deny_unknown_fields)]
    struct Habits {
        #[schemars(range(min = 0.0, max = 1.0))]
        share: Figure,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schemars(range(min = 0.0))]
        rate: Option<Figure>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        #[schemars(inner(range(max = 10)))]
        litres: Vec<Figure>,
    }

    fn read(text: &str) -> Result<Habits, String> {
        check(text, "habits.toml")
            .map(|(habits, _)| habits)
            .map_err(|faults| faults.faults[0].message.clone())
    }

    #[test]
    fn both_forms_are_read() {
        let habits =
            read("share = { value = 0.41, range = [0.3, 0.5], source = \"cn-drinkers\" }\nrate = 2\n")
                .unwrap();
        assert_eq!(habits.share.value, 0.41);
        assert_eq!(habits.share.range, Some([0.3, 0.5]));
        assert_eq!(habits.share.source.as_deref(), Some("cn-drinkers"));
        assert_eq!(habits.rate, Some(Figure::assumed(2.0)));
    }

    #[test]
    fn the_shortest_form_is_written() {
        let share = Figure { note: Some("men only".to_owned()), ..Figure::assumed(0.5) };
        let habits = Habits { share, rate: Some(Figure::assumed(2.0)), litres: vec![Figure::assumed(1.5)] };
        let expected = "rate = 2.0\nlitres = [1.5]\n\n[share]\nvalue = 0.5\nnote = \"men only\"\n";
        assert_eq!(toml::to_string(&habits).unwrap(), expected);
    }

    #[test]
    fn the_bounds_of_the_field_hold_for_both_forms_and_for_the_range() {
        assert_eq!(read("share = 1.01").unwrap_err(), "1.01 is out of range");
        assert_eq!(read("share = { value = -0.01 }").unwrap_err(), "-0.01 is out of range");
        assert_eq!(read("share = { value = 1, range = [1, 1.5] }").unwrap_err(), "1.5 is out of range");
        assert_eq!(read("share = 0\nrate = -1").unwrap_err(), "-1 is out of range");
        assert_eq!(read("share = 0\nlitres = [1, 11]").unwrap_err(), "11 is out of range");
        assert!(read("share = { value = 1, range = [0, 1] }\nrate = 1e9\nlitres = [-5]").is_ok());
    }

    #[test]
    fn figures_inside_maps_have_bounds_too() {
        assert_eq!(schema_of::<ShareFigure>()["properties"]["value"]["maximum"], 1);
        assert_eq!(schema_of::<RateFigure>()["properties"]["range"]["items"]["minimum"], 0);
        assert_eq!(schema_of::<RateFigure>()["maximum"], serde_json::Value::Null);
    }

    #[test]
    fn serde_alone_refuses_what_is_no_figure() {
        let bad = [
            "nan",
            "inf",
            "true",
            "\"0.4\"",
            "[0.4]",
            "{}",
            "{ value = nan }",
            "{ value = 1, source = \"\" }",
            "{ value = 1, range = [2, 3] }",
            "{ value = 1, range = [1, 0] }",
            "{ value = 1, range = [1] }",
            "{ value = 1, range = [1, inf] }",
            "{ value = 1, unit = \"litre\" }",
            "{ value = 1, scale = \"log\" }",
            "{ value = 1, range = [0, 1], scale = \"log\" }",
            "{ value = 1, range = [1, 9], scale = \"steep\" }",
        ];
        for text in bad {
            assert!(toml::from_str::<Habits>(&format!("share = {text}")).is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_figure_reads_back_as_it_was_written(
            value in 0.25f64..=0.75,
            has_range in any::<bool>(),
            is_log in any::<bool>(),
            source in prop::option::of("[a-z-]{1,9}"),
            note in prop::option::of("\\PC{0,9}"),
        ) {
            let scale = (has_range && is_log).then_some(Scale::Log);
            let share = Figure { value, range: has_range.then_some([0.125, 0.875]), scale, source, note };
            let text = toml::to_string(&Habits { share: share.clone(), rate: None, litres: Vec::new() }).unwrap();
            prop_assert_eq!(read(&text).unwrap().share, share);
        }
    }
}
