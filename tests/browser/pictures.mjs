// The pictures in the documentation are taken on the way through the tests, when PORTICO_PICTURES is set.

import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../../docs/images/", import.meta.url));

/** Keeps what the window shows as `docs/images/NAME.png`. */
export async function picture(page, name) {
  if (!process.env.PORTICO_PICTURES) return;
  await mkdir(FOLDER, { recursive: true });
  await page.screenshot({ path: `${FOLDER}${name}.png`, animations: "disabled", caret: "hide" });
}
