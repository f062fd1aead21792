// The frame of every page of the console: who is signed in, what their menu leads to, and what a page says when it fails.

import { showActing } from "../acting.js";
import { read, write } from "../api.js";
import { part, wayIn } from "../dom.js";
import { at, LANGUAGE } from "../language.js";
import { saidIn, sentence } from "./form.js";

/** Who is signed in, and every action that some role of theirs brings. */
export const standing = Promise.all([read("/api/login/me"), read("/api/me/menu")]).then(([me, menu]) => {
  return { ...me, actions: new Set(menu.actions) };
});

/** The platform that somebody belongs to, as the endpoints about platforms name it. */
export const ownTenant = ({ realm }) => (realm === "public" ? "main" : realm);

/** The address of the grid, as it holds for people of a platform: of this account's where no other one is named. */
export function gridAddress(account, tenant = ownTenant(account)) {
  return tenant === "main" ? "/api/permissions/grid" : `/api/permissions/grid?${new URLSearchParams({ organization: tenant })}`;
}

/** A page of the console, in the tree of the page's language. */
export const consolePage = (way = "") => at(`/console/${way}`);

/** Shows, of what is marked with the actions that it needs, what one of them opens. It is judged again when it is used. */
export function reveal(root, actions) {
  for (const marked of root.querySelectorAll("[data-needs]")) {
    marked.hidden = !marked.dataset.needs.split(" ").some((action) => actions.has(action));
  }
}

/** The same for what is done to the one object that a page is about: somebody may do with another one what they may not here. */
export function revealHere(may) {
  for (const marked of document.querySelectorAll("[data-may]")) marked.hidden = !may.includes(marked.dataset.may);
}

/** Whether anything of this page had the focus yet. */
let focused = false;
addEventListener("focusin", () => (focused = true), { once: true });

/** Says something in the page's one live line. Where what was pressed has gone meanwhile, the focus goes there, too. */
export function tell(words, { bad = false, lang = LANGUAGE } = {}) {
  const status = part("said");
  status.textContent = words;
  status.lang = lang;
  status.hidden = !words;
  status.classList.toggle("notice-bad", bad);
  if (words && focused && document.activeElement === document.body) status.focus();
}

/** Does something and says what was refused, in the platform's words. */
export async function attempt(work) {
  try {
    return await work();
  } catch (refusal) {
    tell(sentence(refusal.message), { bad: true, lang: saidIn(refusal) });
    wayIn(part("said"), refusal);
    part("said").scrollIntoView({ block: "nearest" });
    return undefined;
  }
}

/** Marks the menu's line of this page. */
function markHere() {
  const here = at(part("room").dataset.room);
  for (const link of document.querySelectorAll("[data-menu] a")) {
    if (link.pathname === here) link.setAttribute("aria-current", location.pathname === here ? "page" : "true");
  }
}

/** What is offered before the page's own script listens would be pressed for nothing. */
const listening = new Promise((ready) => addEventListener("DOMContentLoaded", ready));

markHere();
attempt(async () => {
  const [me] = await Promise.all([standing, listening]);
  showActing(me);
  reveal(document, me.actions);
  part("own-name").textContent = me.account.name;
  const out = part("sign-out");
  out.hidden = Boolean(me.acting);
  out.addEventListener("click", () =>
    attempt(async () => {
      await write("/api/logout");
      location.assign(at("/"));
    }),
  );
});
