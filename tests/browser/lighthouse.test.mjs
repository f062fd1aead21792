// Every kind of public page before Lighthouse: 100 in accessibility, best practices and SEO. Performance is a timing and
// belongs to tests/bench.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { audit } from "./lighthouse.mjs";
import { Platform } from "./platform.mjs";
import { PUBLIC_PAGES } from "./public_pages.mjs";

let platform;
before(async () => (platform = await Platform.start()));
after(async () => await platform?.stop());

/** Kept out of search engines on purpose: they have no description to show there, and ask not to be listed. */
const UNLISTED = ["sign-in", "return page"];
const MISSED_ON_PURPOSE = ["seo: is-crawlable", "seo: meta-description"];

for (const [kind, path] of PUBLIC_PAGES) {
  test(`a hundred of a hundred: ${kind}`, async () => {
    const { scores, missed } = await audit(platform.origin + path, ["accessibility", "best-practices", "seo"]);
    assert.deepEqual(missed.sort(), UNLISTED.includes(kind) ? MISSED_ON_PURPOSE : []);
    const { seo, ...others } = scores;
    assert.deepEqual(others, { accessibility: 100, "best-practices": 100 });
    if (!UNLISTED.includes(kind)) assert.equal(seo, 100);
  });
}
