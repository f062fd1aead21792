// One's own account: who one is here, the profile, and the keys to it.

import "./account-end.js";
import { showDevices } from "./account-keys.js";
import { showProfile } from "./account-profile.js";
import { showLanguage } from "./account-language.js";
import { watchActing } from "./acting.js";
import { read } from "./api.js";
import { lookForFactor } from "./confirm.js";
import { part, run } from "./dom.js";
import { message } from "./messages.js";
import { dayAndTime } from "./when.js";

/** Whoever is logged in as somebody else leaves the keys to that account alone, and what its owner shows of themselves. */
function showActing({ name, reason, ends_at: end }) {
  const notice = part("acting");
  notice.textContent = message("account-acting", { name, reason, end: dayAndTime(end) });
  notice.hidden = false;
}

run(async () => {
  const { account, acting } = await read("/api/login/me");
  part("name").textContent = account.name;
  part("address").textContent = account.email;
  part("realm").textContent = message("account-realm", { choice: account.realm });
  showLanguage(account.language);
  if (acting) showActing(acting);
  if (!acting) await Promise.all([showProfile(), showDevices(), lookForFactor()]);
  part("own").hidden = false;
  part("own-profile").hidden = acting !== null;
  part("keys").hidden = acting !== null;
  const status = part("status");
  status.textContent = "";
  status.hidden = true;
}, message("account-failed"));
watchActing();
