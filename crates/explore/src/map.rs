//! A map: which cells stand for which persons, and where they live.
//!
//! Model: a cell is a person, or a block of several persons of one neighbourhood where there are more persons
//! than cells. Cells stand in the order of the persons' numbers, so that a city is a run of neighbourhoods
//! and a neighbourhood a run of cells.

use demerit_kernel::LANES;
use demerit_society::Society;
use serde::Serialize;

/// The cells of a society.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Map {
    /// Persons.
    pub persons: u32,
    /// Persons in a cell: a power of two; the last cell of a neighbourhood may have fewer.
    pub cell_persons: u32,
    /// Cells.
    pub cells: u32,
    /// Cities, the largest first.
    pub cities: Vec<CityOnMap>,
    /// Neighbourhoods, in the order of their cities.
    pub neighbourhoods: Vec<NeighbourhoodOnMap>,
}

/// A city.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CityOnMap {
    /// Its name.
    pub name: String,
    /// Its place among the cities by size, from 1.
    pub rank: u32,
    /// Persons who live there.
    pub persons: u32,
    /// How many of them, the first ones, live in town.
    pub urban_persons: u32,
    /// Cameras for each 1,000 residents.
    pub cameras: f64,
    /// Whether it is among the first to come under the regime.
    pub is_pilot: bool,
    /// Its first cell.
    pub first_cell: u32,
    /// Its cells.
    pub cells: u32,
    /// Its first neighbourhood.
    pub first_neighbourhood: u32,
    /// Its neighbourhoods.
    pub neighbourhoods: u32,
}

/// A neighbourhood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct NeighbourhoodOnMap {
    /// Index of its city.
    pub city: u32,
    /// Its first cell.
    pub first_cell: u32,
    /// Its cells.
    pub cells: u32,
}

impl Map {
    /// The map of a society with at most `most_cells` cells, as far as a neighbourhood has one at least.
    pub(super) fn of(society: &Society, pilot: &[bool], most_cells: u32) -> Self {
        let persons = society.persons;
        let cell_persons = persons.div_ceil(most_cells.max(1)).next_power_of_two().min(LANES);
        let mut map =
            Self { persons, cell_persons, cells: 0, cities: Vec::new(), neighbourhoods: Vec::new() };
        for (index, city) in society.cities.all().iter().enumerate() {
            let (first_cell, first_neighbourhood) = (map.cells, map.neighbourhoods.len() as u32);
            for block in city.first_block..city.first_block + city.blocks {
                let cells = (persons - block * LANES).min(LANES).div_ceil(cell_persons);
                let (city, first_cell) = (index as u32, map.cells);
                map.neighbourhoods.push(NeighbourhoodOnMap { city, first_cell, cells });
                map.cells += cells;
            }
            map.cities.push(CityOnMap {
                name: city.name.clone(),
                rank: index as u32 + 1,
                persons: city.persons,
                urban_persons: city.urban_persons,
                cameras: city.cameras,
                is_pilot: pilot.get(index).copied().unwrap_or(false),
                first_cell,
                cells: map.cells - first_cell,
                first_neighbourhood,
                neighbourhoods: city.blocks,
            });
        }
        map
    }

    /// The cell of a person.
    #[must_use]
    pub fn cell_of(&self, person: u32) -> Option<u32> {
        let block = (person < self.persons).then(|| self.neighbourhoods.get((person / LANES) as usize))??;
        Some(block.first_cell + person % LANES / self.cell_persons)
    }
}
