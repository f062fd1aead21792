// Every kind of page before axe-core: WCAG 2.2 AA and best practice, light and dark, on a phone and a desk.

import assert from "node:assert/strict";
import { test } from "node:test";
import { barriers, DESK_AND_PHONE } from "./barriers.mjs";
import { INSIDE_PAGES, insider, OWN_SLUGS, ownPages } from "./own_pages.mjs";
import { PUBLIC_PAGES } from "./public_pages.mjs";
import { scene } from "./scene.mjs";
import { publicLearner } from "./staff.mjs";

const stage = scene(async (stage) => {
  stage.learner = await publicLearner(stage.platform, "Axel Axelsson", "axel@reader.example", OWN_SLUGS);
  stage.insider = await insider(stage.platform, "Ina Insider", "ina@portico.example");
});

/** Looks at a page in every way; `as` is who looks at it. */
async function lookAt(t, path, as) {
  let passed = 0;
  for (const colorScheme of ["light", "dark"]) {
    for (const viewport of DESK_AND_PHONE) {
      const storageState = as?.storageState;
      passed += await barriers(stage.browser, stage.platform.origin + path, { colorScheme, viewport, storageState });
    }
  }
  t.diagnostic(`${passed} rules were met`);
  assert.ok(passed > 60, `only ${passed} rules found anything to look at`);
}

for (const [kind, path] of PUBLIC_PAGES) {
  test(`nothing stands in anybody's way: ${kind}`, (t) => lookAt(t, path));
}

test("nothing stands in a learner's way on pages of their own", async (t) => {
  for (const [kind, path] of await ownPages(stage.learner)) {
    await t.test(kind, (t) => lookAt(t, path, stage.learner));
  }
});

for (const [kind, path] of INSIDE_PAGES) {
  test(`nothing stands in anybody's way: ${kind}`, (t) => lookAt(t, path, stage.insider));
}
