// People from a table: first what each line would do, then the accounts.

import { element, part } from "../dom.js";
import { message } from "../messages.js";
import { csv, download } from "./csv.js";
import { ask, change } from "./dialog.js";
import { capital, onSubmit } from "./form.js";
import { attempt, standing, tell } from "./frame.js";
import { choosePlatform } from "./platforms.js";
import { accounts, lines } from "./words.js";

const EXAMPLE = "name,email,role,expires_at\r\nAda Lovelace,ada@example.org,2,\r\n";
/** As many bytes as the platform takes with one request. */
const BYTES_MAX = 4 * 1024 * 1024;
/**
 * What is asked about, until another file or platform is chosen: the file, byte for byte, for how its letters are written is
 * for the platform to judge; and where the people belong of whom a line does not say it.
 */
let asked = null;

const address = (realm, dry) => `/api/admin/accounts/import?${new URLSearchParams({ ...(realm ? { realm } : {}), dry_run: dry })}`;
const send = ({ table, realm }, dry) => change(address(realm, dry), { body: table });
const findings = ({ errors, warnings }) => [...errors, ...warnings].map(({ column, value, reason }) => [column, value && `“${value}”`, reason].filter(Boolean).join(" "));

function row(line) {
  const made = part("row-template").content.cloneNode(true);
  made.querySelector("[data-line]").textContent = line.line;
  made.querySelector("[data-key]").textContent = line.key;
  made.querySelector("[data-name]").textContent = line.name;
  const outcome = made.querySelector("[data-outcome]");
  outcome.textContent = message("import-outcome", { choice: line.outcome });
  outcome.className = `mark${line.outcome === "error" ? " mark-bad" : line.outcome === "create" ? " mark-good" : ""}`;
  made.querySelector("[data-findings]").append(...findings(line).map((text) => element("div", capital(text), { dir: "auto", lang: "en" })));
  return made;
}

function show({ counts, rows, more, applied, cut_off: cutOff }) {
  const numbers = { made: accounts(counts.create), skipped: lines(counts.skip), wrong: lines(counts.error) };
  const report = applied ? message("import-applied", numbers) : message("import-report", numbers);
  part("count").textContent = more ? message("import-told-more", { report, count: more }) : message("import-told", { report });
  part("rows").replaceChildren(...rows.map(row));
  part("report").hidden = false;
  part("apply").hidden = applied ? !cutOff : counts.create === 0;
  part("apply").textContent = cutOff ? message("common-go-on") : message("import-make", { count: counts.create });
  const wrong = rows.filter(({ outcome }) => outcome === "error");
  part("errors").hidden = wrong.length === 0;
  part("errors").onclick = () => {
    if (wrong.length < counts.error) tell(message("import-errors-cut", { lines: lines(wrong.length), count: counts.error }));
    download("import-errors.csv", csv([["Line", ({ line }) => line], ["Who", ({ key }) => key], ["What is wrong", (line) => findings(line).join("; ")]], wrong));
  };
  if (applied) tell(cutOff ? message("import-cut-off") : message("import-done", { report }), { bad: cutOff });
  return counts;
}

onSubmit(part("form"), async () => {
  const [file] = part("file").files;
  if (file.size > BYTES_MAX) {
    const why = message("import-too-large", { count: file.size });
    throw Object.assign(new Error(why), { problem: { fields: [{ field: "file", message: why }] } });
  }
  const asking = { realm: part("platform").value, place: part("platform").selectedOptions[0].textContent };
  asked = asking;
  asking.table = new Blob([await file.arrayBuffer()], { type: "text/csv" });
  tell("");
  const report = await send(asking, true);
  if (asked === asking) show(report);
});

part("apply").addEventListener("click", () =>
  attempt(async () => {
    const what = part("apply").textContent;
    const report = await ask({
      title: message("import-question", { what }),
      text: [message("import-text"), message("import-for", { place: asked.place })],
      button: what,
      work: () => send(asked, false),
    });
    if (report) show(report);
  }),
);

/** Another table is another question: what was said about the last one goes, and what is still to be said of it is dropped. */
for (const changed of [part("file"), part("platform")]) {
  changed.addEventListener("change", () => {
    asked = null;
    part("report").hidden = true;
    tell("");
  });
}
part("example").addEventListener("click", () => download("people.csv", EXAMPLE));

attempt(async () => {
  const { account } = await standing;
  for (const [id, name] of await choosePlatform()) part("platform").append(element("option", name, { value: id }));
  part("platform").closest(".field").hidden = account.realm !== "main";
});
