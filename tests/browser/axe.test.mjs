// Every kind of public page before axe-core: WCAG 2.2 AA and best practice, light and dark, on a phone and a desk.

import assert from "node:assert/strict";
import { test } from "node:test";
import { barriers, DESK_AND_PHONE } from "./barriers.mjs";
import { PUBLIC_PAGES } from "./public_pages.mjs";
import { scene } from "./scene.mjs";

const stage = scene();

for (const [kind, path] of PUBLIC_PAGES) {
  test(`nothing stands in anybody's way: ${kind}`, async (t) => {
    let passed = 0;
    for (const colorScheme of ["light", "dark"]) {
      for (const viewport of DESK_AND_PHONE) {
        passed += await barriers(stage.browser, stage.platform.origin + path, { colorScheme, viewport });
      }
    }
    t.diagnostic(`${passed} rules were met`);
    assert.ok(passed > 60, `only ${passed} rules found anything to look at`);
  });
}
