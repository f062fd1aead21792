// Starts the built platform in a folder of its own, and stops exactly that one.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const PROGRAM = process.env.PORTICO_PROGRAM ?? fileURLToPath(new URL("../../target/debug/portico", import.meta.url));
/** A debug build on a busy machine takes longer than the second that a release build is allowed. */
const READY_WITHIN_MS = 60_000;
/** Twice what the platform promises, for busy machines. */
const STOPS_WITHIN_MS = 2_000;
const MAIL_WITHIN_MS = 20_000;
const MAIL_ASKED_EVERY_MS = 100;

export class Platform {
  #process;
  #folder;
  #words = "";

  /** The addresses of the start's contract: `origin`, `stripe`, `mail`, `administrator`. */
  static async start() {
    const platform = new Platform();
    platform.#folder = await mkdtemp(join(tmpdir(), "portico-browser-"));
    const child = spawn(PROGRAM, ["--port", "0", "--data", platform.#folder], { stdio: ["ignore", "pipe", "pipe"] });
    platform.#process = child;
    // A test that dies must not leave its platform behind.
    process.once("exit", () => child.kill("SIGKILL"));
    child.stderr.setEncoding("utf8").on("data", (words) => (platform.#words += words));
    await platform.#readContract();
    return platform;
  }

  async #readContract() {
    const timer = setTimeout(() => this.#process.kill("SIGKILL"), READY_WITHIN_MS);
    this.#process.once("error", (error) => (this.#words += `${PROGRAM}: ${error.message}`));
    const lines = createInterface({ input: this.#process.stdout });
    for await (const line of lines) {
      const [what, address] = line.split(" ");
      this[what === "ready" ? "origin" : what] = address;
      if (what === "ready") break;
    }
    clearTimeout(timer);
    assert.ok(this.origin, `the platform did not get ready: ${this.#words}`);
  }

  /** The newest mail to an address whose subject fits; waits until it, or so many of them, have come. */
  async mailTo(address, subject = /./, number = 1) {
    const last = Date.now() + MAIL_WITHIN_MS;
    for (;;) {
      const mails = await (await fetch(`${this.mail}/mail.json`)).json();
      const found = mails.filter((mail) => mail.to.includes(address) && subject.test(mail.subject));
      if (found.length >= number) return found.at(-1);
      assert.ok(Date.now() < last, `no mail to ${address} in time; there are ${JSON.stringify(mails)}`);
      await new Promise((resolve) => setTimeout(resolve, MAIL_ASKED_EVERY_MS));
    }
  }

  /** Stops it as an operator would; it has to end by itself and in time. */
  async stop() {
    const child = this.#process;
    const ended = once(child, "exit");
    const began = Date.now();
    child.kill("SIGTERM");
    const timer = setTimeout(() => child.kill("SIGKILL"), STOPS_WITHIN_MS * 5);
    const [code] = child.exitCode === null ? await ended : [child.exitCode];
    clearTimeout(timer);
    await rm(this.#folder, { recursive: true, force: true });
    assert.equal(code, 0, `the platform ended badly: ${this.#words}`);
    assert.ok(Date.now() - began < STOPS_WITHIN_MS, `stopping took ${Date.now() - began} ms`);
  }
}

/** The first web address in a mail's text. */
export function linkIn(mail) {
  const link = mail.text.match(/https?:\/\/\S+/)?.[0];
  assert.ok(link, `a link in ${mail.text}`);
  return link;
}
