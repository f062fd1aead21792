// A switch that shows the password while it is typed. Without scripts there is none, and nothing is lost.

import { message } from "./messages.js";

const field = document.querySelector("[data-password]");
const label = document.createElement("label");
const tick = document.createElement("input");
tick.type = "checkbox";
tick.addEventListener("change", () => {
  field.type = tick.checked ? "text" : "password";
});
label.className = "show-password";
label.append(tick, ` ${message("typed-show")}`);
field.after(label);
