// Lighthouse's performance score of every kind of public page: the median and the worst of several runs on a simulated
// phone (Lighthouse's own settings: slow 4G, a quarter of the processor).

import { parseArgs } from "node:util";
import { audit } from "../browser/lighthouse.mjs";
import { Platform } from "../browser/platform.mjs";
import { PUBLIC_PAGES } from "../browser/public_pages.mjs";

const { values } = parseArgs({ options: { runs: { type: "string", default: "5" } } });
const MEASURED = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift"];
const middle = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

const platform = await Platform.start();
try {
  console.log("| page | median score | worst | first paint, ms | largest paint, ms | blocked, ms | shift |");
  console.log("|---|---|---|---|---|---|---|");
  for (const [kind, path] of PUBLIC_PAGES) {
    const scores = [];
    const measured = MEASURED.map(() => []);
    for (let tries = 0; scores.length < Number(values.runs) && tries < 2 * Number(values.runs); tries += 1) {
      const { scores: { performance }, audits } = await audit(platform.origin + path, ["performance"]);
      // On a busy machine Lighthouse sometimes misses the moment that it measures from.
      if (MEASURED.some((name) => audits[name].numericValue === undefined)) continue;
      scores.push(performance);
      MEASURED.forEach((name, at) => measured[at].push(audits[name].numericValue));
    }
    const [first, largest, blocked, shift] = measured.map(middle);
    const cells = [kind, middle(scores), Math.min(...scores), first.toFixed(0), largest.toFixed(0), blocked.toFixed(0), shift.toFixed(3)];
    console.log(`| ${cells.join(" | ")} |`);
  }
} finally {
  await platform.stop();
}
