// How much JavaScript the learner's pages load: each page is opened, and what it fetched is compressed as it is served.

import assert from "node:assert/strict";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { INSIDE_PAGES, insider, OWN_SLUGS, ownPages } from "./own_pages.mjs";
import { Reader } from "./reader.mjs";
import { scene } from "./scene.mjs";
import { publicLearner } from "./staff.mjs";

/** A phone on a slow network has read it in a fifth of a second. */
const SCRIPT_BYTES_MAX = 15_000;

const stage = scene(async (stage) => {
  stage.learner = await publicLearner(stage.platform, "Wim Wester", "wim@reader.example", OWN_SLUGS);
  stage.insider = await insider(stage.platform, "Ivo Insider", "ivo@portico.example");
});

test("no page of a learner loads more than 15 kB of JavaScript", async (t) => {
  const own = (await ownPages(stage.learner)).map((page) => [...page, stage.learner]);
  const inside = INSIDE_PAGES.map((page) => [...page, stage.insider]);
  for (const [kind, path, { storageState }] of [...own, ...inside]) {
    const reader = await Reader.open(stage.browser, { storageState });
    await reader.page.goto(stage.platform.origin + path);
    await reader.page.waitForLoadState("networkidle");
    const scripts = reader.requests.filter((request) => request.resourceType() === "script");
    const answers = await Promise.all(scripts.map(async (script) => (await script.response()).body()));
    const bytes = answers.reduce((sum, body) => sum + brotliCompressSync(body).length, 0);
    t.diagnostic(`${kind}: ${bytes} bytes in ${scripts.length} files`);
    assert.ok(scripts.length > 1, `${kind} loads its scripts`);
    assert.ok(bytes <= SCRIPT_BYTES_MAX, `${kind} loads ${bytes} bytes of JavaScript`);
    await reader.close();
  }
});
