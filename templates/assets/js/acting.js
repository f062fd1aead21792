// Who is logged in as somebody else is told so on every signed-in page, with the time left and the way back.

import { read, write } from "./api.js";
import { element } from "./dom.js";
import { at } from "./language.js";
import { message } from "./messages.js";

const ME = "/api/login/me";
const SECOND_MS = 1_000;
/** Where the clock of this device runs ahead, the platform is asked so often whether the time is up. */
const ASKED_EVERY_MS = 15_000;

/** Shows the banner on pages that do not know yet who is signed in. Where nothing answers, the page itself says so. */
export function watchActing() {
  return read(ME).then(showActing, () => {});
}

/** Shows the banner where `me` says that somebody acts as this account. */
export function showActing({ acting, account }) {
  if (!acting) return;
  const banner = element("section", "", { class: "acting", "aria-label": message("acting-label") });
  const words = element("p", `${message("acting-as", { name: account.name, reason: acting.reason })} `);
  const left = element("span", "", { role: "timer" });
  words.append(left);
  const end = element("button", message("acting-end"), { type: "button", class: "button button-small" });
  const failed = element("span", "", { role: "alert" });
  end.addEventListener("click", () => endActing(account.id, end, failed));
  banner.append(words, end, failed);
  document.body.prepend(banner);
  const ends = Date.parse(acting.ends_at);
  const tick = () => {
    const seconds = Math.max(0, Math.round((ends - Date.now()) / SECOND_MS));
    const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    left.textContent = message("acting-left", { time });
    if (seconds > 0) return;
    clearInterval(ticking);
    leaveOnceOver();
  };
  const ticking = setInterval(tick, SECOND_MS);
  tick();
}

/** Whether somebody acts here still, as far as the platform answers. */
const isActing = () => read(ME).then(({ acting }) => acting !== null, () => true);

/** The browser's own login stands beside the other one, and is what comes next. Whether it does is for the platform to say. */
async function leaveOnceOver() {
  if (await isActing()) setTimeout(leaveOnceOver, ASKED_EVERY_MS);
  else location.assign(at("/console/"));
}

async function endActing(account, button, failed) {
  button.disabled = true;
  failed.textContent = "";
  try {
    await write("/api/logout");
  } catch {
    // Its time may have run out meanwhile: then there is nothing left to end.
    if (await isActing()) {
      button.disabled = false;
      failed.textContent = message("acting-not-ended");
      return;
    }
  }
  location.assign(at(`/console/person/?id=${encodeURIComponent(account)}`));
}
