// Somebody who is named in a field: by id, by the beginning of a name, or by address.

import { read } from "../api.js";
import { message } from "../messages.js";
import { standing } from "./frame.js";
import { isId } from "./words.js";

/** What the field `account` says of itself. */
export const WHOM = message("whom-hint");

/** Who is meant by what was typed: an id, or a name or address that one person of the realm has. */
export async function meant(typed, realm = "") {
  const wrong = (why) => Object.assign(new Error(why), { problem: { fields: [{ field: "account", message: why }] } });
  const mayLook = (await standing).actions.has("user.directory.view_full");
  if (isId(typed)) {
    // Whoever may do something for somebody need not be somebody who may look at the account: then its id is all there is
    // to show.
    const found = mayLook ? await read(`/api/admin/accounts/${encodeURIComponent(typed)}`).catch(() => null) : null;
    return found ?? { id: typed };
  }
  if (!mayLook) throw wrong(message("whom-id"));
  const query = new URLSearchParams({ q: typed, limit: 2, ...(realm ? { realm } : {}) });
  const { items } = await read(`/api/admin/accounts?${query}`);
  if (items.length === 0) throw wrong(message("whom-none"));
  if (items.length > 1) throw wrong(message("whom-several"));
  return items[0];
}
