// The row of something that is on or off: what it is, how it stands, and the ways to change that.

import { element } from "../dom.js";
import { message } from "../messages.js";
import { attempt } from "./frame.js";
import { asSaid } from "./words.js";

/** What the button says that turns something, by how it stands. */
export const switching = (on) => (on ? message("common-switch-off") : message("common-switch-on"));

/** The question before something is turned, by how it stands. */
export const turning = (id, on) => (on ? message("turn-off", { id }) : message("turn-on", { id }));

/** The row; `ways` are its buttons, each with what it shows, what it is called by itself, and its work. */
export function switchRow({ id, words, on, note, ways }) {
  const item = element("li");
  const what = element("span");
  what.append(asSaid(words), " ", element("code", id));
  if (note) what.append(" ", element("span", note, { class: "quiet" }));
  const deeds = element("span", "", { class: "buttons" });
  deeds.append(element("span", on ? message("common-on") : message("common-off"), { class: on ? "mark mark-good" : "mark" }));
  for (const { shown, name, work } of ways) {
    const button = element("button", shown, { type: "button", class: "button button-quiet button-small", "aria-label": name });
    button.addEventListener("click", () => attempt(work));
    deeds.append(button);
  }
  item.append(what, deeds);
  return item;
}
