// The partner platforms that somebody may choose among, where they may see any.

import { read } from "../api.js";
import { standing } from "./frame.js";

/** As many as one page of the list holds, and so many pages of names are a list to choose from. */
const ASKED_MAX = 100;
const PAGES_MAX = 20;
let known = null;

async function all() {
  if (!(await standing).actions.has("partner_platform.list")) return [];
  const found = [];
  let cursor = null;
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const { items, next } = await read(`/api/admin/partners?${new URLSearchParams({ limit: ASKED_MAX, ...(cursor ? { cursor } : {}) })}`);
    found.push(...items.map(({ id, name }) => [id, name]));
    cursor = next;
    if (!cursor) break;
  }
  return found;
}

/** Pairs of id and name; none for those who may not see partner platforms. What failed is asked anew. */
export function choosePlatform() {
  known ??= all().catch((refusal) => {
    known = null;
    throw refusal;
  });
  return known;
}
