// What one place decides otherwise than the grid: given to a role or taken from one, dropped again, and as it was before.

import { read } from "../api.js";
import { element, parameter, part } from "../dom.js";
import { message } from "../messages.js";
import { onSubmit } from "./form.js";
import { attempt, gridAddress, ownTenant, standing, tell } from "./frame.js";
import { choosePlatform } from "./platforms.js";
import { saveTold } from "./preview.js";
import { moment } from "./words.js";

const EVERYWHERE = "everywhere";
const MAIN = "main";
const SAVED = message("common-spread");
/** Former versions that are shown; the endpoint has all of them. */
const VERSIONS_SHOWN = 20;
let here;
let may = false;

const place = () => part("place").value;
const address = (of = here.tenant) => `/api/admin/overrides/${encodeURIComponent(of)}`;
const isSame = (one, other) => one.role === other.role && one.action === other.action;
const inWords = ({ role, action, allowed }) => message("decide-way", { way: allowed ? "given" : "taken", action, role });

/** A decision in a line: what, of which role, and which way. */
function line(decided) {
  const { role, action, allowed } = decided;
  const item = element("li");
  const what = element("span");
  what.append(element("code", action), ` ${message("decide-of")} `, element("strong", role));
  item.append(what, element("span", allowed ? message("decide-allowed") : message("decide-denied"), { class: `mark mark-${allowed ? "good" : "bad"}` }));
  return item;
}

/** The same with the way to drop it. */
function ownLine(decided) {
  const item = line(decided);
  if (!may) return item;
  const drop = element("button", message("decide-drop"), { type: "button", class: "button button-quiet button-small" });
  drop.setAttribute("aria-label", message("decide-drop-of", { deed: inWords(decided) }));
  drop.addEventListener("click", () =>
    attempt(() => decide(here.overrides.filter((one) => one !== decided), message("decide-drop-question", { deed: inWords(decided) }), message("decide-drop"))),
  );
  item.append(drop);
  return item;
}

/** A former version, with the way back to it. */
function versionLine({ version, at, overrides }) {
  const item = element("li");
  const what = element("details");
  const list = element("ul");
  list.append(...overrides.map((decided) => element("li", inWords(decided))));
  what.append(element("summary", message("decide-version", { version, count: overrides.length })), list);
  const time = element("time", "", { class: "quiet" });
  moment(time, at);
  item.append(what, time);
  if (!may) return item;
  const restore = element("button", message("common-restore"), { type: "button", class: "button button-quiet button-small" });
  restore.setAttribute("aria-label", message("former-restore", { version }));
  restore.addEventListener("click", () =>
    attempt(async () => {
      const saved = await saveTold({
        address: `${address()}/restore`,
        method: "POST",
        body: { version: here.version, restore: version },
        title: message("former-again", { version }),
        button: message("common-restore"),
      });
      if (saved) await load(SAVED);
    }),
  );
  item.append(restore);
  return item;
}

/** Saves a list in the place of the present one, after what it does was told. */
async function decide(overrides, title, button) {
  const saved = await saveTold({ address: address(), body: { version: here.version, overrides }, title, button });
  if (saved) await load(SAVED);
  return saved;
}

/** The platform names a wrong entry by its place in the list; on this page each is the one that was typed. */
function atField(refusal) {
  for (const wrong of refusal.problem?.fields ?? []) wrong.field = wrong.field.replace(/^overrides\[\d+\]\./, "");
  return refusal;
}

onSubmit(part("form"), async ({ role, action, allowed }) => {
  const wish = { role: role.trim(), action: action.trim(), allowed: allowed === "true" };
  const rest = here.overrides.filter((one) => !isSame(one, wish));
  const saved = await decide([...rest, wish], message("decide-question", { deed: inWords(wish) }), message("common-save")).catch((refusal) => {
    throw atField(refusal);
  });
  if (saved) part("form").reset();
});

async function load(said = "") {
  const { account, actions } = await standing;
  const own = place();
  const inherits = own !== EVERYWHERE && ownTenant(account) === MAIN;
  const [decided, everywhere, former] = await Promise.all([
    read(address(own)),
    inherits ? read(address(EVERYWHERE)) : { overrides: [] },
    read(`${address(own)}/versions?limit=${VERSIONS_SHOWN}`),
  ]);
  // Another place was chosen meanwhile.
  if (own !== place()) return;
  here = decided;
  may = actions.has([EVERYWHERE, MAIN].includes(own) ? "permission.customize" : "organization.permission.override");
  part("decided").replaceChildren(...here.overrides.map(ownLine));
  part("none-decided").hidden = here.overrides.length > 0;
  part("inherited").replaceChildren(...everywhere.overrides.map(line));
  part("inherited").closest("section").hidden = everywhere.overrides.length === 0;
  const before = former.items.filter(({ version }) => version !== here.version);
  part("versions").replaceChildren(...before.map(versionLine));
  part("versions").closest("section").hidden = before.length === 0;
  part("older").hidden = !former.next;
  part("form").hidden = !may;
  part("count").textContent = message("decide-differ", { count: here.overrides.length });
  part("whole").hidden = false;
  if (said) tell(said);
}

/** Roles and actions by name, to choose from while typing. */
async function offer(account) {
  const { pages } = await read(gridAddress(account));
  const roles = new Map(pages.flatMap((page) => page.roles.map(({ role, words }) => [role, words])));
  const all = new Map(pages.flatMap((page) => page.rows.map(({ action, words }) => [action, words])));
  for (const [list, names] of [["role-names", roles], ["action-names", all]]) {
    part(list).append(...[...names].map(([id, words]) => element("option", words, { value: id, lang: "en" })));
  }
}

attempt(async () => {
  const { account } = await standing;
  const own = ownTenant(account);
  const places = own === MAIN
    ? [[EVERYWHERE, message("place-everywhere")], [MAIN, message("place-main")], ...(await choosePlatform())]
    : [[own, message("place-own")]];
  part("place").append(...places.map(([id, name]) => element("option", name, { value: id })));
  const asked = parameter("tenant");
  if (places.some(([id]) => id === asked)) part("place").value = asked;
  part("place").addEventListener("input", () => {
    history.replaceState(null, "", `?${new URLSearchParams({ tenant: place() })}`);
    tell("");
    attempt(load);
  });
  await load();
  if (may) await offer(account);
});
