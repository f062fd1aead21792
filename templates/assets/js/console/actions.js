// Actions to choose from: each with a box to tick, found by a part of its id or of what it says.

import { element, part } from "../dom.js";
import { message } from "../messages.js";
import { onEnter } from "./form.js";
import { actions as manyActions, asSaid } from "./words.js";

/** The page's list of actions: `show` what there is and what is chosen, `chosen` gives the ids. */
export function chooseActions() {
  const wanted = new Set();
  let lines = [];

  function tellCount() {
    const shown = lines.filter(({ item }) => !item.hidden).length;
    const told = { chosen: wanted.size, actions: manyActions(lines.length) };
    part("count").textContent = shown < lines.length ? message("choose-found", { ...told, shown }) : message("choose-chosen", told);
  }

  function find() {
    const text = part("find").value.trim().toLowerCase();
    for (const { item, words } of lines) item.hidden = !words.includes(text);
    tellCount();
  }

  function line({ action, words }, may) {
    const item = element("li");
    const label = element("label");
    const box = element("input", "", { type: "checkbox", value: action });
    box.checked = wanted.has(action);
    box.disabled = !may;
    box.addEventListener("change", () => {
      if (box.checked) wanted.add(action);
      else wanted.delete(action);
      tellCount();
    });
    const said = element("span");
    said.append(asSaid(words), " ", element("code", action));
    label.append(box, said);
    item.append(label);
    return { item, words: `${action} ${words}`.toLowerCase() };
  }

  part("find").addEventListener("input", find);
  onEnter(part("find"));
  return {
    show(possible, chosen, may) {
      wanted.clear();
      // What is kept stays in the list, also where it could not be chosen any more.
      const known = new Set(possible.map(({ action }) => action));
      const all = [...possible, ...chosen.filter((action) => !known.has(action)).map((action) => ({ action, words: "" }))];
      for (const action of chosen) wanted.add(action);
      lines = all.map((one) => line(one, may));
      part("choices").replaceChildren(...lines.map(({ item }) => item));
      find();
    },
    chosen: () => [...wanted],
  };
}
