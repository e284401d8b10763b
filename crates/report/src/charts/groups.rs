//! Who is under a sanction at the end: shares by sex, residence, age and income, beside the twin.

use crate::drawing::{
    Anchor, Declared, Drawing, Kind, Shape, Shown, Table, both, steps, value_step, worlds_legend,
};
use crate::numbers::{Direction, Run, Side, key};
use crate::{html::or_dash, names};
use demerit_measures::estimate::Spread;
use demerit_words::{Words, begun, say};

pub(super) const CHART: Declared =
    Declared { name: "groups", measures: &["sanctioned", "wrongly-sanctioned", "population"], show };
/// Families of groups, everybody first.
pub(super) const GROUPS: [(&str, &[&str]); 7] = [
    ("", &["all"]),
    ("sex", &["sex:female", "sex:male"]),
    ("residence", &["residence:urban", "residence:rural"]),
    ("age", &["age:0-17", "age:18-39", "age:40-59", "age:60+"]),
    ("income", &["income:1", "income:2", "income:3", "income:4", "income:5"]),
    ("looks", &["looks:1", "looks:2", "looks:3"]),
    ("rollout", &["wave:pilot", "wave:later"]),
];

/// A row of the chart.
struct Row {
    family: &'static str,
    group: &'static str,
    here: Spread,
    twin: Option<Spread>,
    wrongly: Option<Spread>,
}

fn show(run: &Run<'_>) -> Option<Shown> {
    let words = run.words;
    let row = |(family, group): (&'static str, &'static str)| {
        let lately = |side, measure| run.lately(side, key(measure, "all", group));
        let (twin, wrongly) = (lately(Side::Twin, "sanctioned"), lately(Side::Here, "wrongly-sanctioned"));
        Some(Row { family, group, here: lately(Side::Here, "sanctioned")?, twin, wrongly })
    };
    let groups =
        GROUPS.into_iter().flat_map(|(family, groups)| groups.iter().map(move |group| (family, *group)));
    let rows: Vec<Row> = groups.filter_map(row).collect();
    if rows.is_empty() {
        return Shown::nothing(say!(words, "plot-sanctioned-empty"), say!(words, "plot-groups-empty-why"));
    }
    let title = title(run, &rows);
    let head =
        words.each(["plot-groups-group", "plot-groups-sanctioned", "plot-groups-wrongly", "plot-twin"]);
    let table = Table::of(head, &rows, |row| {
        let show = |spread: Option<Spread>| or_dash(spread, |one| words.percent(one.mean));
        let group = begun(&names::group(words, row.group));
        [group, words.percent(row.here.mean), show(row.wrongly), show(row.twin)]
    });
    Some(Shown {
        title,
        subtitle: say!(words, "plot-groups-subtitle", when = run.last_year_said()),
        legend: worlds_legend(run, (Kind::Dot, Kind::Ring)),
        drawings: both(|shape| draw(words, &rows, shape)),
        caption: say!(words, "plot-groups-caption"),
        table: table.about_twin(run, &[3]),
    })
}

/// The widest gap between two groups of one family that the seeds settle: sex, residence or income. Ages do
/// not compete, as children do few of the deeds.
fn title(run: &Run<'_>, rows: &[Row]) -> String {
    let words = run.words;
    let by_share = |one: &&Row, other: &&Row| one.here.mean.total_cmp(&other.here.mean);
    let gap = |family| {
        let of = || rows.iter().filter(|row| row.family == family);
        let (most, least) = (of().max_by(by_share)?, of().min_by(by_share)?);
        (least.here.mean > 0.0).then(|| (most.here.mean / least.here.mean, most, least))
    };
    let number = |row: &Row| run.by_seed(key("sanctioned", "all", row.group));
    let gaps: Vec<_> = ["sex", "residence", "income"].into_iter().filter_map(gap).collect();
    let is_told = |(ratio, most, least): &&(f64, &Row, &Row)| {
        *ratio > 1.1 && matches!(run.compare(number(most), number(least)), Some(Direction::More(_)))
    };
    match gaps.iter().filter(is_told).max_by(|one, other| one.0.total_cmp(&other.0)) {
        Some((ratio, most, least)) => {
            let (more, less) = (begun(&group_words(words, most)), group_words(words, least));
            let (times, once) = (words.rough(*ratio), run.once());
            say!(words, "plot-groups-title", more = more, times = times, less = less, once = once)
        }
        None if gaps.len() == 3 && gaps.iter().all(|gap| gap.0 <= 1.1) => say!(words, "plot-groups-alike"),
        None if rows.iter().all(|row| row.here.mean <= 0.0) => {
            say!(words, "plot-groups-none", when = run.last_year_said())
        }
        None => say!(words, "plot-groups-untold", when = run.last_year_said()),
    }
}

fn group_words(words: Words, row: &Row) -> String {
    let group = names::group(words, row.group);
    match row.family {
        "income" => say!(words, "plot-groups-fifth", group = group),
        "residence" => say!(words, "plot-groups-persons", group = group),
        _ => group,
    }
}

fn draw(words: Words, rows: &[Row], shape: Shape) -> Drawing {
    let spreads = rows.iter().flat_map(|row| [Some(row.here), row.twin]).flatten();
    let most = spreads.map(|spread| spread.high).fold(0.0, f64::max);
    let most = if most > 0.0 { most } else { 0.01 };
    let step = value_step(most);
    let top_value = (most / step).ceil() * step;
    let (left, right, top, high, extra) =
        (shape.pick(190.0, 124.0), shape.pick(70.0, 48.0), 26.0, 24.0, 22.0);
    let families = rows.chunk_by(|one, other| one.family == other.family);
    let heads = families.filter(|rows| !rows[0].family.is_empty()).count();
    let height = top + high * rows.len() as f64 + extra * heads as f64 + 8.0;
    let mut drawing = Drawing::new(shape.width(), height);
    let x = |share: f64| left + share / top_value * (shape.width() - left - right);
    for tick in steps(0.0, top_value + step * 0.01, step) {
        drawing.tick(x(tick), (top, height - 6.0), tick <= 0.0, &words.percent_tick(tick, step));
    }
    let mut y = top + 4.0;
    let mut family = "";
    for row in rows {
        if row.family != family {
            family = row.family;
            y += extra;
            let head = words.named("family-", family).unwrap_or_default();
            drawing.text(0.0, y - 2.0, Anchor::Start, "head", &head);
        }
        let middle = y + high / 2.0;
        let name = begun(&names::group(words, row.group));
        let note = say!(words, "plot-groups-here", name = &name, share = words.percent(row.here.mean));
        let class = if row.family.is_empty() { "end" } else { "tick" };
        drawing.text(left - 12.0, middle + 4.0, Anchor::End, class, &name);
        if let Some(twin) = row.twin {
            drawing.line((x(twin.mean), middle), (x(row.here.mean), middle), "faint", 2.0, "");
            let note = say!(words, "plot-groups-twin", name = &name, share = words.percent(twin.mean));
            drawing.dot((x(twin.mean), middle), 4.5, "twin", false, &note);
        }
        if row.here.seeds > 1 {
            drawing.line((x(row.here.low), middle), (x(row.here.high), middle), "here", 5.0, "");
        }
        drawing.dot((x(row.here.mean), middle), 5.0, "here", true, &note);
        let end = x(row.here.high.max(row.twin.map_or(0.0, |twin| twin.mean)));
        drawing.text(end + 10.0, middle + 4.0, Anchor::Start, "tick", &words.percent(row.here.mean));
        y += high;
    }
    drawing
}
