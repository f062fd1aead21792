// Every kind of page before axe-core: WCAG 2.2 AA and best practice, light and dark, on a phone and a desk.

import assert from "node:assert/strict";
import { test } from "node:test";
import axe from "axe-core";
import { ownPages } from "./own_pages.mjs";
import { PUBLIC_PAGES } from "./public_pages.mjs";
import { Reader } from "./reader.mjs";
import { scene } from "./scene.mjs";
import { publicLearner } from "./staff.mjs";

const stage = scene(async (stage) => {
  stage.learner = await publicLearner(stage.platform, "Axel Axelsson", "axel@reader.example", ["spreadsheets-that-tell-the-truth"]);
});
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const WINDOWS = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
];

/** One line for each element that breaks a rule. */
function told(violations) {
  return violations.flatMap(({ id, impact, nodes }) => {
    return nodes.map(({ html, failureSummary }) => `${id} (${impact}): ${html.slice(0, 160)} ${failureSummary}`);
  });
}

/** Looks at a page in every way; `path` gives its address once the stage stands, `as` who looks at it. */
async function lookAt(t, kind, path, as) {
  let passed = 0;
  for (const colorScheme of ["light", "dark"]) {
    for (const viewport of WINDOWS) {
      // The pages let no foreign script in, so the checker comes past their policy.
      const storageState = as?.storageState;
      const visitor = await Reader.open(stage.browser, { colorScheme, viewport, storageState, bypassCSP: true });
      await visitor.page.goto(stage.platform.origin + path);
      await visitor.page.waitForLoadState("networkidle");
      await visitor.page.evaluate(axe.source);
      const found = await visitor.page.evaluate((values) => {
        return globalThis.axe.run(document, { runOnly: { type: "tag", values }, resultTypes: ["violations", "passes"] });
      }, RULES);
      assert.deepEqual(told(found.violations), [], `${kind}, ${colorScheme}, ${viewport.width} px`);
      await visitor.lookOver();
      passed += found.passes.length;
      await visitor.context.close();
    }
  }
  t.diagnostic(`${passed} rules were met`);
  assert.ok(passed > 60, `only ${passed} rules found anything to look at`);
}

for (const [kind, path] of PUBLIC_PAGES) {
  test(`nothing stands in anybody's way: ${kind}`, (t) => lookAt(t, kind, path));
}

test("nothing stands in a learner's way on pages of their own", async (t) => {
  for (const [kind, path] of await ownPages(stage.learner)) {
    await t.test(kind, (t) => lookAt(t, kind, path, stage.learner));
  }
});
