// What the audit log keeps of one object, the newest lines.

import { read } from "../api.js";
import { element, part } from "../dom.js";
import { message } from "../messages.js";
import { consolePage } from "./frame.js";
import { asSaid, moment } from "./words.js";

const LINES = 8;

/** Shows the last lines about an object, and leads to all of them. */
export async function showHistory(object) {
  const query = new URLSearchParams({ object });
  const { items } = await read(`/api/admin/audit?${query}&limit=${LINES}`);
  const lines = items.map(({ at, action, actor, account }) => {
    const line = element("li");
    const time = element("time", "", { class: "quiet" });
    moment(time, at);
    const who = account ? element("a", actor, { href: consolePage(`person/?id=${encodeURIComponent(account)}`), lang: "en", dir: "ltr" }) : asSaid(actor);
    const what = element("span");
    what.append(element("code", action), ` ${message("history-by")} `, who);
    line.append(what, time);
    return line;
  });
  part("history").replaceChildren(...lines);
  part("history-all").href = consolePage(`audit/?${query}`);
  part("history").closest("section").hidden = lines.length === 0;
}
