// What a profile of power users reaches: objects by name, put together from lists that the reader may see.

import { read } from "../api.js";
import { element, part } from "../dom.js";
import { message } from "../messages.js";
import { onEnter } from "./form.js";
import { standing } from "./frame.js";
import { choosePlatform } from "./platforms.js";

/** A list to choose from is read at a glance; there is one page of it. What is not in it is named by its id. */
const CHOSEN_MAX = 100;
const named = (items, kind) => items.map((item) => [`${kind}:${item.id}`, item.name ?? item.title]);

/**
 * Each kind of object: what the list of it needs, and the list. `place` names one page of a platform's groups, teams, paths
 * or channels.
 */
function kinds(tenant) {
  const isMain = tenant === "main";
  const list = (address, more = {}) => read(`${address}?${new URLSearchParams({ limit: CHOSEN_MAX, ...more })}`).then(({ items }) => items);
  const place = (kind, needs) => [needs, () => list(`/api/admin/places/${kind}`, isMain ? {} : { partner: tenant }).then((items) => named(items, kind))];
  const courses = async () => {
    const audiences = isMain ? ["internal", "public"] : [tenant];
    const found = await Promise.all(audiences.map((audience) => list("/api/admin/courses", { audience })));
    return named(found.flat(), "course");
  };
  return new Map([
    ["platform", [message("reach-platform")]],
    [`courses:${tenant}`, [message("reach-courses")]],
    ["course", [message("reach-course"), "course.list", courses]],
    ["person", [message("reach-person"), "user.directory.view_full", () => list("/api/admin/accounts", { realm: tenant }).then((items) => named(items, "person"))]],
    ["group", [message("reach-group"), ...place("group", "group.configure")]],
    ["team", [message("reach-team"), ...place("team", "team.configure")]],
    ["path", [message("reach-path"), ...place("path", "path.configure")]],
    ["channel", [message("reach-channel"), ...place("channel", "channel.content.publish")]],
    ...(isMain ? [["organization", [message("reach-organization"), "partner_platform.list", async () => (await choosePlatform()).map(([id, name]) => [`organization:${id}`, name])]]] : []),
  ]);
}

/** The page's list of objects: `show` those that are reached, `chosen` gives their names in addresses. */
export async function chooseObjects(tenant) {
  const { actions } = await standing;
  const possible = kinds(tenant);
  const names = new Map();
  let reached = [];
  let mayChange = true;

  /** Whether the kind is an object by itself, of which there is one. */
  const isWhole = (kind) => possible.get(kind).length === 1;
  for (const [kind, [words]] of possible) if (isWhole(kind)) names.set(kind, words);
  const offered = [...possible].filter(([, [, needs]]) => !needs || actions.has(needs));
  part("reach-kind").append(...offered.map(([kind, [words]]) => element("option", words, { value: kind })));

  const nameOf = (object) => names.get(object) ?? object;

  function line(object) {
    const item = element("li");
    const what = element("span", "", { dir: "auto" });
    what.append(nameOf(object), " ", element("code", object));
    item.append(what);
    if (!mayChange) return item;
    const drop = element("button", message("common-remove"), { type: "button", class: "button button-quiet button-small" });
    drop.setAttribute("aria-label", message("common-remove-of", { name: nameOf(object) }));
    drop.addEventListener("click", () => {
      reached = reached.filter((other) => other !== object);
      draw();
      part("reach-kind").focus();
    });
    item.append(drop);
    return item;
  }

  function draw() {
    part("objects").replaceChildren(...reached.map(line));
    part("no-objects").hidden = reached.length > 0;
  }

  async function offer() {
    const kind = part("reach-kind").value;
    for (const name of ["reach-id", "reach-typed"]) part(name).closest(".field").hidden = isWhole(kind);
    part("reach-typed").value = "";
    if (isWhole(kind)) return;
    part("reach-id").replaceChildren(element("option", message("reach-reading"), { value: "" }));
    const found = await possible.get(kind)[2]().catch(() => []);
    if (kind !== part("reach-kind").value) return;
    for (const [object, name] of found) names.set(object, name);
    const options = found.map(([object, name]) => element("option", name, { value: object }));
    part("reach-id").replaceChildren(...(options.length ? options : [element("option", message("reach-none"), { value: "" })]));
  }

  part("reach-kind").addEventListener("input", offer);
  function add() {
    const [kind, typed] = [part("reach-kind").value, part("reach-typed").value.trim()];
    const named = typed ? `${kind}:${typed}` : part("reach-id").value;
    const object = isWhole(kind) ? kind : named;
    if (object && !reached.includes(object)) reached.push(object);
    part("reach-typed").value = "";
    draw();
  }

  part("add").addEventListener("click", add);
  onEnter(part("reach-typed"), add);
  return {
    show(objects, may) {
      mayChange = may;
      for (const { object, name } of objects) if (name) names.set(object, name);
      reached = objects.map(({ object }) => object);
      part("may-define").hidden = !may;
      draw();
    },
    chosen: () => [...reached],
    nameOf,
  };
}
