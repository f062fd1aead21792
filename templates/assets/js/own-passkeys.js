// One's own passkeys: they are listed, added by a name, and taken away.

import { onPress, onSend } from "./account-form.js";
import { write } from "./api.js";
import { element, part } from "./dom.js";
import { able, made } from "./passkey.js";
import { day } from "./when.js";

const PASSKEYS = "/api/login/second-factors/passkeys";

/** Shows the passkeys of what was read. `remove` is called with one that goes. */
export function showPasskeys(factors, remove) {
  const { passkeys, passkeys_max: most, passkeys_here: here, passkeys_elsewhere: elsewhere } = factors;
  const list = part("passkeys-list");
  list.replaceChildren(...passkeys.map((passkey) => line(passkey, remove)));
  list.hidden = passkeys.length === 0;
  const room = here && able() && passkeys.length < most;
  part("add-passkey").hidden = !room;
  const state = part("passkeys-state");
  state.textContent = words(passkeys.length, most);
  if (!here) {
    state.append(" Browsers keep passkeys for domain names only, and this address is none. ");
    if (elsewhere) state.append("Open ", element("a", elsewhere, { href: elsewhere + location.pathname }), " for them.");
  } else if (!able()) {
    state.append(" This browser makes none here.");
  }
}

function words(count, most) {
  if (count === 0) return "There is none. A passkey is kept by your device, which makes sure that it is you.";
  return count < most ? "Signing in asks for one of them." : `Signing in asks for one of them. There are ${most}, which is the most.`;
}

function line(passkey, remove) {
  const { name, added_at: added, used_at: used } = passkey;
  const item = element("li");
  const about = element("div");
  about.append(element("strong", name));
  about.append(element("p", `Added ${day(added)}, ${used ? `last used ${day(used)}` : "not used yet"}`, { class: "hint" }));
  const button = element("button", "Take away", { class: "button button-quiet", type: "button" });
  button.append(element("span", ` ${name}`, { class: "visually-hidden" }));
  onPress(button, async () => {
    await remove(passkey);
    button.disabled = false;
  });
  item.append(about, button);
  return item;
}

/** Takes a passkey away. */
export const removePasskey = ({ id }) => write(`${PASSKEYS}/${encodeURIComponent(id)}`, { method: "DELETE" });

/** Lets the form add passkeys. `confirmed` lets work wait for the password; `added` is told of the codes to write down. */
export function letAdd({ confirmed, added }) {
  onSend(part("add-passkey"), async (form) => {
    const add = async () => {
      const { options } = await write(PASSKEYS);
      const credential = await made(options.publicKey);
      const name = form.elements.name.value;
      const { recovery_codes: codes } = await write(`${PASSKEYS}/confirm`, { body: { name, credential } });
      form.reset();
      await added(codes);
    };
    await confirmed(add)();
    return "";
  });
}
