// Looks at a page with axe-core: WCAG 2.2 AA and best practice.

import assert from "node:assert/strict";
import axe from "axe-core";
import { Reader } from "./reader.mjs";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
export const DESK_AND_PHONE = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
];
/** Fewer rules than these find something to look at only on a page that did not come. */
const RULES_MIN = 10;

/** One line for each element that breaks a rule. */
function told(violations) {
  return violations.flatMap(({ id, impact, nodes }) => {
    return nodes.map(({ html, failureSummary }) => `${id} (${impact}): ${html.slice(0, 160)} ${failureSummary}`);
  });
}

/**
 * Opens an address in a window of its own, and fails where a rule is broken. Returns how many rules were met. What is to
 * be done on the page before it is looked at is handed over as `open`.
 */
export async function barriers(browser, address, { open, ...options }) {
  // The pages let no foreign script in, so the checker comes past their policy.
  const visitor = await Reader.open(browser, { ...options, bypassCSP: true });
  await visitor.page.goto(address);
  await visitor.page.waitForLoadState("networkidle");
  await open?.(visitor.page);
  await visitor.page.evaluate(axe.source);
  const found = await visitor.page.evaluate((values) => {
    return globalThis.axe.run(document, { runOnly: { type: "tag", values }, resultTypes: ["violations", "passes"] });
  }, RULES);
  await visitor.lookOver();
  const { colorScheme, viewport } = options;
  assert.deepEqual(told(found.violations), [], `${address}, ${colorScheme}, ${viewport.width} px`);
  assert.ok(found.passes.length >= RULES_MIN, `${address}: only ${found.passes.length} rules found anything to look at`);
  await visitor.close();
  return found.passes.length;
}
