//! The charts of a report: each is one file, which computes its title from the data, draws itself twice and tells its numbers.
//!
//! A chart that has nothing to show says so in a sentence instead. Colours are chosen so that readers who see few colours can tell
//! them apart (after Okabe and Ito, muted); the same thing has the same colour in every chart.

mod benefits;
mod collateral;
mod flow;
mod groups;
mod origins;
mod persistence;
mod precision;
mod refused;
mod sanctioned;
mod scores;
mod speech;
pub(crate) mod worlds;

pub(crate) use benefits::violations;
pub(crate) use flow::{is_same, streams};
pub(crate) use precision::precision;
pub(crate) use speech::rate;

use crate::data::{Key, Moment, Run, Side, Spread};
use crate::html::{escape, table};
use crate::plot::Line;
use crate::svg::{Drawing, Shape};
use demerit_words::{Words, say};

/// A chart, ready to be put on the page.
pub(crate) struct Chart {
    /// Name of the chart in addresses: the drawing is `chart-<name>`.
    pub(crate) name: &'static str,
    /// The finding, in a sentence.
    pub(crate) title: String,
    /// What is shown, with its unit.
    pub(crate) subtitle: String,
    /// Colours with their names.
    pub(crate) legend: Vec<Swatch>,
    /// The drawing for wide and for narrow pages; `None` if there is nothing to show.
    pub(crate) drawings: Option<[Drawing; 2]>,
    /// What to know when reading it.
    pub(crate) caption: String,
    /// Measures that it is made of.
    pub(crate) measures: &'static [&'static str],
    /// Its numbers.
    pub(crate) table: Table,
}

/// A colour and its name.
pub(crate) struct Swatch {
    /// Colour in the style.
    pub(crate) colour: &'static str,
    /// What has it.
    pub(crate) name: String,
    /// How it is drawn.
    pub(crate) kind: Kind,
}

/// How a colour is drawn in a legend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A filled square.
    Fill,
    /// A line.
    Line,
    /// A dashed line.
    Dashes,
    /// A filled dot.
    Dot,
    /// A ring.
    Ring,
}

/// The numbers of a chart.
#[derive(Default)]
pub(crate) struct Table {
    /// Names of the columns.
    pub(crate) head: Vec<String>,
    /// Rows; the first cell heads its row.
    pub(crate) rows: Vec<Vec<String>>,
}

impl Table {
    /// The table without these columns, which are about the twin, where a run has none.
    fn about_twin(mut self, run: &Run<'_>, columns: &[usize]) -> Self {
        if run.world(Side::Twin).is_none() {
            for row in std::iter::once(&mut self.head).chain(&mut self.rows) {
                let mut place = 0..;
                row.retain(|_| place.next().is_none_or(|place| !columns.contains(&place)));
            }
        }
        self
    }
}

/// All charts in the order in which the report shows them.
pub(crate) fn all(run: &Run<'_>) -> Vec<Chart> {
    let mut charts = vec![
        sanctioned::chart(run),
        origins::chart(run),
        collateral::chart(run),
        flow::chart(run),
        refused::chart(run),
        scores::chart(run),
        speech::chart(run),
        groups::chart(run),
        precision::chart(run),
        benefits::chart(run),
    ];
    charts.extend(persistence::chart(run));
    charts
}

impl Chart {
    /// A chart that has nothing to show, and says why.
    pub(crate) fn empty(
        name: &'static str,
        title: &str,
        why: &str,
        measures: &'static [&'static str],
    ) -> Self {
        Self {
            name,
            title: title.to_owned(),
            subtitle: String::new(),
            legend: Vec::new(),
            drawings: None,
            caption: why.to_owned(),
            measures,
            table: Table::default(),
        }
    }

    /// The chart as a figure of the page, with its number among the others where it has one.
    pub(crate) fn figure(&self, words: Words, number: Option<usize>) -> String {
        let mut text = format!("<figure id=\"{}\" class=\"plate\"><div class=\"plate-head\">", self.name);
        if let Some(number) = number {
            let number = say!(words, "plot-number", number = number);
            text.push_str(&format!("<p class=\"plate-number\">{}</p>", escape(&number)));
        }
        text.push_str(&format!("<h3>{}</h3>", escape(&self.title)));
        if !self.subtitle.is_empty() {
            text.push_str(&format!("<p class=\"subtitle\">{}</p>", escape(&self.subtitle)));
        }
        text.push_str("</div>");
        if !self.legend.is_empty() {
            text.push_str("<ul class=\"legend\">");
            for swatch in &self.legend {
                let kind = match swatch.kind {
                    Kind::Fill => "fill",
                    Kind::Line => "stroke",
                    Kind::Dashes => "dashes",
                    Kind::Dot => "dot",
                    Kind::Ring => "ring",
                };
                text.push_str(&format!(
                    "<li><span class=\"swatch {kind} hue-{}\"></span>{}</li>",
                    swatch.colour,
                    escape(&swatch.name)
                ));
            }
            text.push_str("</ul>");
        }
        match &self.drawings {
            Some([wide, narrow]) => {
                let label = format!("{}. {}", self.title.trim_end_matches('.'), self.subtitle);
                text.push_str(&wide.finish(&format!("chart-{}", self.name), self.name, Shape::Wide, &label));
                text.push_str(&narrow.finish(
                    &format!("chart-{}-narrow", self.name),
                    self.name,
                    Shape::Narrow,
                    &label,
                ));
            }
            None => {
                text.push_str(&format!("<p class=\"nothing\">{}</p>", escape(&say!(words, "plot-nothing"))))
            }
        }
        text.push_str(&format!("<figcaption>{}</figcaption>", escape(&self.caption)));
        text.push_str(&self.details(words));
        text.push_str("</figure>\n");
        text
    }

    fn details(&self, words: Words) -> String {
        let mut text =
            format!("<details class=\"why\"><summary>{}</summary><dl>", escape(&say!(words, "plot-why")));
        let all = demerit_measures::all();
        for name in self.measures {
            let known = all.iter().find(|measure| measure.name == *name);
            text.push_str(&format!(
                "<dt><code>{}</code></dt><dd>{}</dd>",
                escape(name),
                known.map_or_else(String::new, |one| escape(&say!(
                    words,
                    "plot-measure",
                    definition = words.definition(one.name, one.definition),
                    unit = words.unit(one.unit),
                    source = words.source(one.source),
                )))
            ));
        }
        text.push_str("</dl>");
        if !self.table.rows.is_empty() {
            let head: Vec<&str> = self.table.head.iter().map(String::as_str).collect();
            text.push_str(&table(&say!(words, "plot-numbers", title = &self.title), &head, &self.table.rows));
        }
        text.push_str(&format!("<p>{}</p></details>", say!(words, "plot-file-html")));
        text
    }
}

/// A chart drawn for both shapes.
pub(crate) fn both(draw: impl Fn(Shape) -> Drawing) -> Option<[Drawing; 2]> {
    Some([draw(Shape::Wide), draw(Shape::Narrow)])
}

/// Phases with the year in which each begins.
pub(crate) fn phases(run: &Run<'_>) -> Vec<(f64, String)> {
    let manifest = &run.data.manifest;
    let year = |tick: u32| {
        f64::from(manifest.start_year) + f64::from(tick) / f64::from(manifest.ticks_per_year.max(1))
    };
    manifest.phases.iter().map(|phase| (year(phase.from_tick), run.words.title(&phase.name))).collect()
}

/// First and last year of the run.
pub(crate) fn span(run: &Run<'_>) -> (f64, f64) {
    let manifest = &run.data.manifest;
    let start = f64::from(manifest.start_year);
    (start, start + f64::from(run.last_tick() + 1) / f64::from(manifest.ticks_per_year.max(1)))
}

/// The course of a number as a line; its band only where several seeds were run.
pub(crate) fn line(course: &[Moment], colour: &'static str, dashed: bool, label: &str) -> Line {
    let band = course.iter().any(|moment| moment.spread.seeds > 1).then(|| {
        (
            course.iter().map(|moment| moment.spread.low).collect(),
            course.iter().map(|moment| moment.spread.high).collect(),
        )
    });
    Line {
        points: course.iter().map(|moment| (moment.year, moment.spread.mean)).collect(),
        band,
        colour,
        dashed,
        label: label.to_owned(),
    }
}

/// The highest value of some courses.
pub(crate) fn highest<'a>(courses: impl IntoIterator<Item = &'a [Moment]>) -> f64 {
    courses.into_iter().flatten().map(|moment| moment.spread.high).fold(0.0, f64::max)
}

/// The moments that end a year, or all where the run is shorter than two years.
pub(crate) fn yearly(run: &Run<'_>, course: &[Moment]) -> Vec<Moment> {
    let year = run.data.manifest.ticks_per_year.max(1);
    if run.last_tick() + 1 < 2 * year {
        return course.to_vec();
    }
    let mut ends: Vec<Moment> = Vec::new();
    for moment in course {
        match ends.last_mut() {
            Some(last) if last.tick / year == moment.tick / year => *last = *moment,
            _ => ends.push(*moment),
        }
    }
    ends
}

/// A table of the courses of one number here and in the twin, at the ends of years.
pub(crate) fn course_table(run: &Run<'_>, of: Key<'_>, show: fn(Words, f64) -> String) -> Table {
    let words = run.words;
    let here = yearly(run, &run.course(Side::Here, of));
    let twin = yearly(run, &run.course(Side::Twin, of));
    let several = here.iter().any(|moment| moment.spread.seeds > 1);
    let mut head = vec![say!(words, "plot-end-of"), say!(words, "plot-under-regime")];
    if several {
        head.push(say!(words, "plot-interval"));
    }
    if !twin.is_empty() {
        head.push(say!(words, "plot-twin"));
    }
    let rows = here
        .iter()
        .map(|moment| {
            let mut row = vec![moment_name(run, moment.tick, moment.year), show(words, moment.spread.mean)];
            if several {
                row.push(interval(words, moment.spread, show));
            }
            if !twin.is_empty() {
                let other = twin.iter().find(|one| one.tick == moment.tick);
                row.push(other.map_or_else(|| "–".to_owned(), |one| show(words, one.spread.mean)));
            }
            row
        })
        .collect();
    Table { head, rows }
}

/// A moment as a year, or as a month where the run is short.
pub(crate) fn moment_name(run: &Run<'_>, tick: u32, year: f64) -> String {
    let words = run.words;
    if run.last_tick() + 1 < 2 * run.data.manifest.ticks_per_year.max(1) {
        return words.month(year);
    }
    run.calendar_year(tick).to_string()
}

/// An interval as text.
pub(crate) fn interval(words: Words, spread: Spread, show: fn(Words, f64) -> String) -> String {
    range(words, &show(words, spread.low), &show(words, spread.high))
}

/// From a lower end to an upper one.
pub(crate) fn range(words: Words, low: &str, high: &str) -> String {
    say!(words, "plot-range", low = low, high = high)
}

/// A value with its interval: `5 (4 to 6)`.
pub(crate) fn within(words: Words, value: &str, low: &str, high: &str) -> String {
    say!(words, "plot-within", value = value, low = low, high = high)
}

/// The last year as words: `in the last year (2019)`, or `in the whole run`.
pub(crate) fn last_year_words(run: &Run<'_>) -> String {
    let words = run.words;
    if run.has_whole_year() {
        say!(words, "plot-last-year", year = run.calendar_year(run.last_tick()).to_string())
    } else {
        say!(words, "plot-whole-run")
    }
}

/// Legend of the two worlds.
pub(crate) fn worlds_legend(run: &Run<'_>, kinds: (Kind, Kind)) -> Vec<Swatch> {
    let words = run.words;
    let mut legend = vec![Swatch {
        colour: "here",
        name: run.called(Side::Here).unwrap_or_else(|| say!(words, "plot-under-the-regime")),
        kind: kinds.0,
    }];
    if let Some(twin) = run.called(Side::Twin) {
        legend.push(Swatch {
            colour: "twin",
            name: say!(words, "plot-twin-called", twin = twin),
            kind: kinds.1,
        });
    }
    legend
}
