// Layout: where each cell of the map stands in the picture.
//
// A neighbourhood is a square of cells, a city a block of neighbourhoods, cities stand in rows from the
// largest to the smallest. Lengths are in cells.

const BETWEEN = 3;

/**
 * Lays a map out to a picture about as wide as `wide` cells; gives its size, the place of each cell and the
 * frame of each city.
 */
export function lay(map, wide) {
  const most = Math.max(1, ...map.neighbourhoods.map((one) => one.cells));
  const side = Math.ceil(Math.sqrt(most));
  const places = new Int32Array(map.cells);
  const cities = [];
  let [x, y, row] = [0, 0, 0];
  let width = 0;
  for (const [number, city] of map.cities.entries()) {
    const across = Math.max(1, Math.min(Math.ceil(Math.sqrt(city.neighbourhoods)), Math.floor(wide / side)));
    const down = Math.ceil(city.neighbourhoods / across);
    const own = [across * side, down * side];
    if (x > 0 && x + own[0] > wide) [x, y, row] = [0, y + row + BETWEEN, 0];
    cities.push({ number, x, y, width: own[0], height: own[1], city });
    row = Math.max(row, own[1]);
    width = Math.max(width, x + own[0]);
    x += own[0] + BETWEEN;
  }
  const height = y + row;
  for (const block of cities) {
    const across = block.width / side;
    for (let one = 0; one < block.city.neighbourhoods; one += 1) {
      const { first_cell: first, cells } = map.neighbourhoods[block.city.first_neighbourhood + one];
      const left = block.x + (one % across) * side;
      const top = block.y + Math.floor(one / across) * side;
      for (let cell = 0; cell < cells; cell += 1) {
        places[first + cell] = (top + Math.floor(cell / side)) * width + left + (cell % side);
      }
    }
  }
  return { width, height, places, cities, cellAt: inverse(places, width * height) };
}

/** For each place of the picture the cell that stands there, or -1. */
function inverse(places, size) {
  const cells = new Int32Array(size).fill(-1);
  places.forEach((place, cell) => {
    cells[place] = cell;
  });
  return cells;
}
