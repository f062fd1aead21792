// Lighthouse on Debian's Chromium.

import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { CHROMIUM, SWITCHES } from "./reader.mjs";

/** Scores by category, and `category: audit` of everything that costs points. A simulated phone, as Lighthouse has it. */
export async function audit(address, onlyCategories) {
  const chrome = await launch({ chromePath: CHROMIUM, chromeFlags: ["--headless=new", ...SWITCHES] });
  try {
    const { lhr } = await lighthouse(address, { port: chrome.port, onlyCategories, logLevel: "error" });
    const scores = {};
    const missed = [];
    for (const { id, score, auditRefs } of Object.values(lhr.categories)) {
      scores[id] = Math.round(score * 100);
      for (const { id: name, weight } of auditRefs) {
        const { score: points } = lhr.audits[name];
        if (weight > 0 && points !== null && points < 1) missed.push(`${id}: ${name}`);
      }
    }
    return { scores, missed, audits: lhr.audits };
  } finally {
    await chrome.kill();
  }
}
