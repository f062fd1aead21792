// The pictures in the documentation are taken on the way through the tests, when they are asked for:
// PORTICO_PICTURES=1 node --test tests/browser/*.test.mjs

import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../../docs/images/", import.meta.url));
/** Pictures stay in the history for good. */
const BYTES_MAX = 300_000;

/** Keeps the beginning of the page, as far as the window shows it or less, as `docs/images/NAME.png`. */
export async function picture(page, name, height = page.viewportSize().height) {
  if (!process.env.PORTICO_PICTURES) return;
  await page.evaluate(() => scrollTo(0, 0));
  await mkdir(FOLDER, { recursive: true });
  const clip = { x: 0, y: 0, width: page.viewportSize().width, height };
  const bytes = await page.screenshot({ path: `${FOLDER}${name}.png`, animations: "disabled", caret: "initial", clip });
  assert.ok(bytes.length <= BYTES_MAX, `${name}.png has ${bytes.length} bytes`);
}
