// A switch that shows the password while it is typed. Without scripts there is none, and nothing is lost.

const field = document.querySelector("[data-password]");
const label = document.createElement("label");
const tick = document.createElement("input");
tick.type = "checkbox";
tick.addEventListener("change", () => {
  field.type = tick.checked ? "text" : "password";
});
label.className = "show-password";
label.append(tick, " Show the password");
field.after(label);
