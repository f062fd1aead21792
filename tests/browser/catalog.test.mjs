// Every page of the catalog, wide and narrow, and what the first view weighs.

import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { picture } from "./pictures.mjs";
import { DESKTOP, PHONE, Reader } from "./reader.mjs";
import { scene } from "./scene.mjs";

const stage = scene();
const REQUESTS_MAX = 4;
/** Without images and before compression, which is how the local platform serves. */
const BYTES_MAX = 40_000;
const BESIDES = ["/sign-in/", "/forgot-password/", "/learn/", "/learn/course/", "/learn/lesson/", "/search/"];

async function addresses() {
  const map = await (await fetch(`${stage.platform.origin}/sitemap.xml`)).text();
  const listed = [...map.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address.replaceAll("&amp;", "&"));
  assert.ok(listed.length > 35, `${listed.length} addresses`);
  return [...new Set([...oneOfEachKind(listed), ...BESIDES.map((path) => stage.platform.origin + path)])];
}

/** All of the first language, and of the others one page of each kind: they differ by their words alone. */
function oneOfEachKind(addresses) {
  const seen = new Set();
  return addresses.filter((address) => {
    const [, language, kind = "home"] = new URL(address).pathname.match(/^\/(pl|fr|ar)\/(?:([a-z]+)\/)?/) ?? [];
    const key = `${language} ${kind}`;
    return !language || (!seen.has(key) && seen.add(key));
  });
}

for (const viewport of [DESKTOP, PHONE]) {
  test(`every page holds together at ${viewport.width} pixels`, async () => {
    const visitor = await Reader.withoutScripts(stage.browser, { viewport });
    const links = new Set();
    for (const address of await addresses()) {
      await visitor.visit(address);
      for (const href of await visitor.page.locator("a[href]").evaluateAll((all) => all.map((link) => link.href))) {
        if (href.startsWith(stage.platform.origin)) links.add(href.split("#")[0]);
      }
    }
    for (const link of links) assert.equal((await fetch(link)).status, 200, link);
    await visitor.close();
  });
}

test("an address that leads nowhere says so", async () => {
  const visitor = await Reader.withoutScripts(stage.browser);
  visitor.expectTrouble(/404/);
  await visitor.visit(`${stage.platform.origin}/courses/no-such-course/`);
  assert.ok(await visitor.page.getByRole("heading", { name: "This page does not exist" }).isVisible());
  await visitor.close();
});

for (const [name, path] of [
  ["home", "/"],
  ["course", "/courses/calm-version-control/"],
]) {
  test(`the first view of ${name} is light`, async (t) => {
    const visitor = await Reader.open(stage.browser);
    await visitor.visit(stage.platform.origin + path);
    await visitor.page.waitForLoadState("networkidle");
    let [bytes, compressed] = [0, 0];
    for (const request of visitor.requests) {
      const body = await (await request.response()).body();
      t.diagnostic(`${body.length} B, compressed ${gzipSync(body).length} B: ${new URL(request.url()).pathname}`);
      if (request.resourceType() === "image") continue;
      bytes += body.length;
      compressed += gzipSync(body).length;
    }
    t.diagnostic(`${visitor.requests.length} requests; without images ${bytes} B, compressed ${compressed} B`);
    assert.ok(visitor.requests.length <= REQUESTS_MAX, `${visitor.requests.length} requests`);
    assert.ok(bytes <= BYTES_MAX, `${bytes} bytes`);
    const scripts = visitor.requests.filter((request) => request.resourceType() === "script");
    assert.deepEqual(scripts, [], "no script is needed");
    await visitor.close();
  });
}

test("a right-to-left course stands in its own direction", async () => {
  const visitor = await Reader.withoutScripts(stage.browser);
  await visitor.visit(`${stage.platform.origin}/courses/awwal-khutwa-python/`);
  const heading = visitor.page.getByRole("heading", { level: 1 });
  assert.equal(await heading.getAttribute("lang"), "ar");
  const text = visitor.page.locator(".prose");
  assert.equal(await text.evaluate((element) => getComputedStyle(element).direction), "rtl");
  await picture(visitor.page, "course-arabic");
  await visitor.close();
});

test("light and dark are both there", async () => {
  const papers = [];
  for (const colorScheme of ["light", "dark"]) {
    const visitor = await Reader.open(stage.browser, { colorScheme });
    await visitor.visit(stage.platform.origin);
    papers.push(await visitor.page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor));
    await picture(visitor.page, colorScheme === "light" ? "home" : "home-dark");
    if (colorScheme === "light") {
      await visitor.visit(`${stage.platform.origin}/courses/calm-version-control/`);
      await picture(visitor.page, "course");
    }
    await visitor.close();
  }
  assert.notEqual(papers[0], papers[1]);
});
