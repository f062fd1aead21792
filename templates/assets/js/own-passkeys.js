// One's own passkeys: they are listed, added by a name, and taken away.

import { onPress, onSend } from "./account-form.js";
import { write } from "./api.js";
import { element, part } from "./dom.js";
import { message } from "./messages.js";
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
    state.append(` ${message("keys-no-domain")} `);
    if (elsewhere) state.append(`${message("keys-elsewhere")} `, element("a", elsewhere, { href: elsewhere + location.pathname, dir: "ltr" }));
  } else if (!able()) {
    state.append(` ${message("keys-unable")}`);
  }
}

function words(count, most) {
  if (count === 0) return message("keys-none");
  return count < most ? message("keys-asked") : `${message("keys-asked")} ${message("keys-most", { count: most })}`;
}

function line(passkey, remove) {
  const { name, added_at: added, used_at: used } = passkey;
  const item = element("li");
  const about = element("div");
  about.append(element("strong", name));
  about.append(element("p", used ? message("keys-used", { added: day(added), used: day(used) }) : message("keys-unused", { added: day(added) }), { class: "hint" }));
  const button = element("button", message("keys-remove"), { class: "button button-quiet", type: "button" });
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
