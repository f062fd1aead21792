// One's own account: who one is here, the profile, and the keys to it.

import "./account-end.js";
import { showDevices } from "./account-keys.js";
import { showProfile } from "./account-profile.js";
import { showLanguage } from "./account-language.js";
import { watchActing } from "./acting.js";
import { read } from "./api.js";
import { lookForFactor } from "./confirm.js";
import { part, run } from "./dom.js";
import { dayAndTime } from "./when.js";

const REALMS = { public: "Public learner", main: "Main platform" };

/** Whoever is logged in as somebody else leaves the keys to that account alone. */
function showActing({ name, reason, ends_at: end }) {
  const notice = part("acting");
  notice.textContent = `${name} is logged in as this person until ${dayAndTime(end)}: ${reason}. Address, password and logins stay with their owner.`;
  notice.hidden = false;
}

run(async () => {
  const { account, acting } = await read("/api/login/me");
  part("name").textContent = account.name;
  part("address").textContent = account.email;
  part("realm").textContent = REALMS[account.realm] ?? "Partner platform";
  showLanguage(account.language);
  if (acting) showActing(acting);
  await Promise.all([showProfile(), ...(acting ? [] : [showDevices(), lookForFactor()])]);
  part("own").hidden = false;
  part("keys").hidden = acting !== null;
  const status = part("status");
  status.textContent = "";
  status.hidden = true;
}, "Your account could not be loaded. Please try again.");
watchActing();
