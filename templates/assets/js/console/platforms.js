// The partner platforms that somebody may choose among, where they may see any.

import { read } from "../api.js";
import { standing } from "./frame.js";

/** A list to choose from is read at a glance; there is one page of it. */
const CHOSEN_MAX = 100;
let known = null;

/** Pairs of id and name; none for those who may not see partner platforms. */
export function choosePlatform() {
  known ??= standing.then(async ({ actions }) => {
    if (!actions.has("partner_platform.list")) return [];
    const { items } = await read(`/api/admin/partners?limit=${CHOSEN_MAX}`);
    return items.map(({ id, name }) => [id, name]);
  });
  return known;
}
