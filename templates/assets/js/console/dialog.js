// Dialogs: asking before what is not cheap to undo, asking for a few words more, and proving once more who one is.

import { read, write } from "../api.js";
import { confirm, factorAsked } from "../confirm.js";
import { element } from "../dom.js";
import { message } from "../messages.js";
import { field, onSubmit } from "./form.js";

let made = 0;

/** The work of a dialog while it runs: whether it shall stop, and a line to say how far it is. */
class Running {
  stopped = false;
  #said;

  constructor(said) {
    this.#said = said;
  }

  say(words) {
    this.#said.textContent = words;
    this.#said.hidden = !words;
  }
}

/**
 * Asks in a dialog of its own and does the `work` with what was typed. What is refused is said in the dialog, which stays
 * open. Resolves to what the work brought, or to `undefined` where the reader thought better of it.
 *
 * Once the work has begun there is no way out that hides what became of it: the dialog stays until it is done. Work in
 * parts is `stoppable`: it is handed a second argument, whose `stopped` it looks at between the parts.
 */
export function ask({ title, text, fields = [], button, danger = false, stoppable = false, work }) {
  made += 1;
  const dialog = element("dialog", "", { class: "dialog", "aria-labelledby": `dialog-${made}` });
  const form = element("form", "", { class: "form" });
  form.append(element("h2", title, { id: `dialog-${made}`, dir: "auto" }));
  for (const line of [text].flat().filter(Boolean)) form.append(element("p", line, { dir: "auto" }));
  form.append(...fields.map(field));
  const said = element("p", "", { role: "status", class: "quiet" });
  said.hidden = true;
  const buttons = element("div", "", { class: "buttons", "data-buttons": "" });
  const agree = element("button", button, { class: danger ? "button button-danger" : "button", type: "submit" });
  const cancel = element("button", message("dialog-cancel"), { class: "button button-quiet", type: "button" });
  buttons.append(agree, cancel);
  form.append(said, buttons);
  dialog.append(form);
  document.body.append(dialog);
  return new Promise((resolve, reject) => {
    let brought;
    let running = null;

    const leave = () => {
      if (!running) return dialog.close();
      if (!stoppable) return;
      running.stopped = true;
      cancel.disabled = true;
      running.say(message("dialog-stopping"));
    };
    /** Browsers close a dialog by themselves when the key is pressed twice, whatever its `cancel` event is told. */
    const onKey = (event) => {
      const uppermost = [...document.querySelectorAll("dialog[open]")].at(-1) === dialog;
      if (event.key !== "Escape" || !running || !uppermost) return;
      event.preventDefault();
      leave();
    };
    const begin = () => {
      running = new Running(said);
      cancel.textContent = stoppable ? message("dialog-stop") : message("dialog-cancel");
      cancel.disabled = !stoppable;
    };
    const end = () => {
      running.say("");
      running = null;
      cancel.textContent = message("dialog-cancel");
      cancel.disabled = false;
    };

    document.addEventListener("keydown", onKey, { capture: true });
    cancel.addEventListener("click", leave);
    dialog.addEventListener("cancel", (event) => running && event.preventDefault());
    dialog.addEventListener("close", () => {
      document.removeEventListener("keydown", onKey, { capture: true });
      dialog.remove();
      // Where it was closed all the same, the outcome is told once it is known.
      if (!running) resolve(brought);
    });
    onSubmit(form, async (typed) => {
      begin();
      try {
        brought = (await work(typed, running)) ?? true;
      } catch (refusal) {
        if (!dialog.isConnected) reject(refusal);
        throw refusal;
      } finally {
        end();
      }
      if (dialog.isConnected) dialog.close();
      else resolve(brought);
    });
    dialog.showModal();
    // Where nothing is typed, the safe way out is nearest.
    if (danger && !fields.length) cancel.focus();
  });
}

/** The fields that prove who one is. */
function proofs(factor) {
  const password = { name: "password", label: message("dialog-password"), type: "password", autocomplete: "current-password", required: "" };
  if (!factor) return [password];
  const label = message("dialog-code");
  const code = { name: "code", label, autocomplete: "one-time-code", maxlength: "40" };
  return [password, factor.passkey ? { ...code, hint: message("dialog-passkey") } : { ...code, required: "" }];
}

/** Whether the platform wants to know once more who asks, before it does this. */
export const asksForProof = (problem) => problem?.code === "confirm_first";

/** Asks for the password, and the second factor where there is one. Who does not give them has done nothing. */
export async function prove() {
  const [{ account }, factor] = await Promise.all([read("/api/login/me"), factorAsked()]);
  const proved = await ask({
    title: message("dialog-once-more"),
    text: message("dialog-reaches-far", { email: account.email }),
    fields: proofs(factor),
    button: message("common-go-on"),
    work: (typed) => confirm(typed, factor),
  });
  if (!proved) throw new Error(message("dialog-not-proved"));
}

/** Sends a change. Where the platform wants to know once more who asks, the reader proves it, and the change goes on. */
export async function change(address, options) {
  try {
    return await write(address, options);
  } catch (refusal) {
    if (!asksForProof(refusal.problem)) throw refusal;
    await prove();
    return write(address, options);
  }
}
