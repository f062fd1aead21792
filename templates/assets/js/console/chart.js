// A chart of bars: one for each stretch of time. What it shows stands in a table beside it, so that a screen reader is told
// in a sentence what the picture is and reads the numbers there.

import { element } from "../dom.js";
import { number as inFigures } from "../language.js";

const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 720;
const HEIGHT = 190;
const ROOM = { top: 12, bottom: 26, left: 52, right: 22 };
/** So many stretches have their names below; more would run into each other. */
const NAMES_MAX = 8;

function shape(tag, attributes, text) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  if (text) made.textContent = text;
  return made;
}

/** The next round number: one, two or five with noughts. Whole things are not cut: their least is one. */
function round(number, least) {
  const size = 10 ** Math.floor(Math.log10(Math.max(number, least)));
  return [1, 2, 5, 10].map((step) => step * size).find((step) => step >= number) ?? least;
}

/**
 * Draws bars. `points` are pairs of a name and a number; `words` says what the picture is, `told` writes a number, and
 * `least` is the smallest number that the highest bar may stand for.
 */
export function chart({ points, words, told = inFigures, least = 1 }) {
  const highest = Math.max(least, round(Math.max(...points.map(([, number]) => number)), least));
  const [inner, height] = [WIDTH - ROOM.left - ROOM.right, HEIGHT - ROOM.top - ROOM.bottom];
  const step = inner / points.length;
  const at = (number) => ROOM.top + height * (1 - number / highest);
  const picture = shape("svg", { class: "chart", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": words });
  for (const number of [0, highest / 2, highest]) {
    if (least === 1 && !Number.isInteger(number)) continue;
    picture.append(shape("line", { class: "chart-line", x1: ROOM.left, x2: WIDTH - ROOM.right, y1: at(number), y2: at(number) }));
    picture.append(shape("text", { class: "chart-name", x: ROOM.left - 6, y: at(number) + 4, "text-anchor": "end" }, told(number)));
  }
  const everyOne = Math.ceil(points.length / NAMES_MAX);
  points.forEach(([name, number], index) => {
    const x = ROOM.left + step * index;
    const bar = shape("rect", { class: "chart-bar", x: x + step * 0.15, y: at(number), width: step * 0.7, height: at(0) - at(number), rx: Math.min(2, step / 8) });
    bar.append(shape("title", {}, `${name}: ${told(number)}`));
    picture.append(bar);
    if (index % everyOne === 0) picture.append(shape("text", { class: "chart-name", x: x + step / 2, y: HEIGHT - 8, "text-anchor": "middle" }, name));
  });
  return picture;
}

/** The rows of a table that says the same: a name and a number in each. */
export const rows = (lines, told = inFigures) =>
  lines.map(([name, number]) => {
    const line = element("tr");
    line.append(element("th", name, { scope: "row", dir: "auto" }), element("td", told(number), { class: "number" }));
    return line;
  });
