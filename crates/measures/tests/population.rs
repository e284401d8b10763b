//! The population by group, counted a neighbourhood at a time, against its persons asked one by one.

use demerit_fixtures::census;
use demerit_kernel::{BlockId, LANES, Tick};
use demerit_measures::{ByGroup, Group, View, population};
use demerit_society::consequences::upbringing::Upbringing;
use demerit_society::consequences::upbringing::childhood;
use demerit_society::{Chunk, Society, TICKS_PER_YEAR};

/// Names of the groups that a person belongs to.
fn groups_of(society: &Society, pilot: &[bool], tick: Tick, chunk: &Chunk, at: usize) -> Vec<String> {
    let (number, block) = (at as u32, at as u32 / LANES);
    let person = society.person(number, chunk.born[at], chunk.habits_of(at));
    let marks = &chunk.tables[block as usize].marks;
    let fifth = society.income_fifth(&person, society.pattern(block), marks, tick);
    let age = match person.age(tick) {
        0..=17 => "0-17",
        18..=39 => "18-39",
        40..=59 => "40-59",
        _ => "60+",
    };
    let urban = society.city(block).is_urban(number);
    let first = pilot[usize::from(society.cities.index_of_block(block))];
    vec![
        "all".to_owned(),
        format!("sex:{}", person.sex().name()),
        format!("residence:{}", if urban { "urban" } else { "rural" }),
        format!("age:{age}"),
        format!("income:{}", fifth + 1),
        format!("wave:{}", if first { "pilot" } else { "later" }),
    ]
}

#[test]
fn the_population_is_what_its_persons_say_one_by_one() {
    let mut plan = census::quiet();
    let persons = 7 * LANES + 300;
    let standing = Upbringing { beta: 0.4, gain: 0.1, most: 3, standing: true };
    for upbringing in [None, Some(standing)] {
        plan.consequences.upbringing = upbringing;
        let society = census::built(&plan, persons, 3);
        let mut chunk = Chunk::new(BlockId(0), society.blocks(), persons, &[]);
        society.populate(&mut chunk);
        for at in 0..persons as usize {
            // Some are born later, some have a childhood that is known.
            if at % 9 == 0 {
                chunk.born[at] = (at % 53) as i16;
            }
            if at % 7 == 0 {
                let (block, lane) = (at / LANES as usize, (at % LANES as usize) as u16);
                childhood(&mut chunk.tables[block].marks.upbringing, lane, || at as u8);
            }
        }
        let cities = society.cities.all().len();
        let (in_force, pilot) = (vec![0; cities], (0..cities).map(|city| city % 2 == 0).collect::<Vec<_>>());
        for tick in [Tick(0), Tick(60), Tick(20 * TICKS_PER_YEAR)] {
            let view = View { society: &society, regimes: &[], in_force: &in_force, pilot: &pilot, tick };
            let mut wanted = ByGroup::default();
            for at in 0..persons as usize {
                for name in groups_of(&society, &pilot, tick, &chunk, at) {
                    wanted[Group::named(&name).expect("a group")] += 1;
                }
            }
            assert_eq!(population(&view, &[&chunk]), wanted, "{upbringing:?} at {tick:?}");
        }
    }
}
