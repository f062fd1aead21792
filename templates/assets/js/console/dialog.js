// Dialogs: asking before what is not cheap to undo, asking for a few words more, and proving the password once more.

import { read, write } from "../api.js";
import { element } from "../dom.js";
import { field, onSubmit } from "./form.js";

let made = 0;

/**
 * Asks in a dialog of its own and does the `work` with what was typed. What is refused is said in the dialog, which stays
 * open. Resolves to what the work brought, or to `undefined` where the reader thought better of it.
 */
export function ask({ title, text, fields = [], button, danger = false, work }) {
  made += 1;
  const dialog = element("dialog", "", { class: "dialog", "aria-labelledby": `dialog-${made}` });
  const form = element("form", "", { class: "form" });
  form.append(element("h2", title, { id: `dialog-${made}`, dir: "auto" }));
  for (const line of [text].flat().filter(Boolean)) form.append(element("p", line, { dir: "auto" }));
  form.append(...fields.map(field));
  const buttons = element("div", "", { class: "buttons", "data-buttons": "" });
  const agree = element("button", button, { class: danger ? "button button-danger" : "button", type: "submit" });
  const cancel = element("button", "Cancel", { class: "button button-quiet", type: "button" });
  buttons.append(agree, cancel);
  form.append(buttons);
  dialog.append(form);
  document.body.append(dialog);
  return new Promise((resolve) => {
    let brought;
    cancel.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(brought);
    });
    onSubmit(form, async (typed) => {
      brought = (await work(typed)) ?? true;
      dialog.close();
    });
    dialog.showModal();
    // Where nothing is typed, the safe way out is nearest.
    if (danger && !fields.length) cancel.focus();
  });
}

/** Sends a change. Where the platform wants the password once more, the reader is asked for it, and the change goes on. */
export async function change(address, options) {
  try {
    return await write(address, options);
  } catch (refusal) {
    if (refusal.problem?.code !== "confirm_first") throw refusal;
    const { account } = await read("/api/login/me");
    const proved = await ask({
      title: "Type your password once more",
      text: `This reaches far, and so you (${account.email}) are asked again. It counts for ten minutes.`,
      fields: [{ name: "password", label: "Password", type: "password", autocomplete: "current-password", required: "" }],
      button: "Go on",
      work: (body) => write("/api/login/confirm", { body }),
    });
    if (!proved) throw new Error("nothing was done: the password was not typed");
    return write(address, options);
  }
}
