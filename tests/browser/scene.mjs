// One platform and one browser per test file, closed in every case.

import { after, before } from "node:test";
import { openBrowser } from "./reader.mjs";
import { Platform } from "./platform.mjs";

/** Called at the top of a test file; the members are there when its tests run, and what `prepare` makes of them. */
export function scene(prepare = () => {}) {
  const stage = {};
  before(async () => {
    [stage.platform, stage.browser] = await Promise.all([Platform.start(), openBrowser()]);
    await prepare(stage);
  });
  after(async () => {
    await stage.browser?.close();
    await stage.platform?.stop();
  });
  return stage;
}
