// The keys to one's own account: the address, the password, and the browsers that are signed in.

import { onPress, onSend } from "./account-form.js";
import { read, write } from "./api.js";
import { confirmFactor } from "./confirm.js";
import { element, part } from "./dom.js";
import { at } from "./language.js";
import { message } from "./messages.js";
import { dayAndTime } from "./when.js";

const END = "/api/login/devices";

onSend(part("email"), async (form) => {
  const { email, password } = form.elements;
  const wanted = email.value;
  await confirmFactor(form, password.value);
  await write("/api/login/email", { body: { email: wanted, password: password.value } });
  form.reset();
  return message("account-email-sent", { email: wanted });
});

onSend(part("password"), async (form) => {
  const { current, new: next, others } = form.elements;
  const body = { current: current.value, new: next.value, end_other_logins: others.checked };
  await confirmFactor(form, current.value);
  await write("/api/login/password", { body });
  form.reset();
  await showDevices();
  return message("account-password-changed");
});

function device({ id, name, current, acting, created_at: begun, refreshed_at: heard }) {
  const item = element("li");
  const words = element("div");
  words.append(element("strong", acting ? message("account-device-acting") : name));
  words.append(element("p", message("account-device-times", { begun: dayAndTime(begun), heard: dayAndTime(heard) }), { class: "hint" }));
  item.append(words);
  if (current) {
    item.append(element("span", message("account-device-this"), { class: "count" }));
    return item;
  }
  const button = element("button", message("account-device-end"), { class: "button button-quiet", type: "button" });
  button.append(element("span", ` ${name}`, { class: "visually-hidden" }));
  onPress(button, async () => {
    await write(`${END}/${id}`, { method: "DELETE" });
    await showDevices();
    part("end-all").focus();
  });
  item.append(button);
  return item;
}

/** Reads anew where the account is signed in. */
export async function showDevices() {
  const { devices } = await read(END);
  part("devices").replaceChildren(...devices.map(device));
}

onPress(part("end-all"), async () => {
  await write(`${END}/end-all`);
  location.assign(at("/sign-in/"));
});
