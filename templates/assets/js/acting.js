// Who is logged in as somebody else is told so on every signed-in page, with the time left and the way back.

import { read, write } from "./api.js";
import { element } from "./dom.js";
import { at } from "./language.js";
import { message } from "./messages.js";

const SECOND_MS = 1_000;

/** Shows the banner on pages that do not know yet who is signed in. Where nothing answers, the page itself says so. */
export function watchActing() {
  return read("/api/login/me").then(showActing, () => {});
}

/** Shows the banner where `me` says that somebody acts as this account. */
export function showActing({ acting, account }) {
  if (!acting) return;
  const banner = element("section", "", { class: "acting", "aria-label": message("acting-label") });
  const words = element("p", `${message("acting-as", { name: account.name, reason: acting.reason })} `);
  const left = element("span", "", { role: "timer" });
  words.append(left);
  const end = element("button", message("acting-end"), { type: "button", class: "button button-small" });
  end.addEventListener("click", async () => {
    end.disabled = true;
    await endActing(account.id);
  });
  banner.append(words, end);
  document.body.prepend(banner);
  const ends = Date.parse(acting.ends_at);
  const tick = () => {
    const seconds = Math.max(0, Math.round((ends - Date.now()) / SECOND_MS));
    const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    left.textContent = message("acting-left", { time });
    // The browser's own login stands beside it, and is what comes next.
    if (seconds === 0) location.assign(at("/console/"));
  };
  tick();
  setInterval(tick, SECOND_MS);
}

async function endActing(account) {
  await write("/api/logout");
  location.assign(at(`/console/person/?id=${encodeURIComponent(account)}`));
}
