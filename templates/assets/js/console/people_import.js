// People from a table: first what each line would do, then the accounts.

import { element, part } from "../dom.js";
import { csv, download } from "./csv.js";
import { ask, change } from "./dialog.js";
import { capital, onSubmit } from "./form.js";
import { attempt, standing, tell } from "./frame.js";
import { choosePlatform } from "./platforms.js";
import { counted } from "./words.js";

const PERSON = ["account", "accounts"];
const LINE = ["line", "lines"];
const OUTCOMES = { error: "Wrong", create: "New account", skip: "There already" };
const EXAMPLE = "name,email,role,expires_at\r\nAda Lovelace,ada@example.org,2,\r\n";
/** As many bytes as the platform takes with one request. */
const BYTES_MAX = 4 * 1024 * 1024;
/** The file, byte for byte: how its letters are written is for the platform to judge. */
let table = null;

const address = (dry) => `/api/admin/accounts/import?${new URLSearchParams({ ...(part("platform").value ? { realm: part("platform").value } : {}), dry_run: dry })}`;
const send = (dry) => change(address(dry), { body: table });
const findings = ({ errors, warnings }) => [...errors, ...warnings].map(({ column, value, reason }) => [column, value && `“${value}”`, reason].filter(Boolean).join(" "));

function row(line) {
  const made = part("row-template").content.cloneNode(true);
  made.querySelector("[data-line]").textContent = line.line;
  made.querySelector("[data-key]").textContent = line.key;
  made.querySelector("[data-name]").textContent = line.name;
  const outcome = made.querySelector("[data-outcome]");
  outcome.textContent = OUTCOMES[line.outcome];
  outcome.className = `mark${line.outcome === "error" ? " mark-bad" : line.outcome === "create" ? " mark-good" : ""}`;
  made.querySelector("[data-findings]").append(...findings(line).map((text) => element("div", capital(text), { dir: "auto" })));
  return made;
}

function show({ counts, rows, more, applied, cut_off: cutOff }) {
  const parts = [
    `${counted(counts.create, PERSON)} ${applied ? "made" : "to be made"}`,
    `${counted(counts.skip, LINE)} there already`,
    `${counted(counts.error, LINE)} wrong`,
  ];
  part("count").textContent = `${parts.join(", ")}${more ? `; ${more} more lines are not shown` : ""}.`;
  part("rows").replaceChildren(...rows.map(row));
  part("report").hidden = false;
  part("apply").hidden = applied ? !cutOff : counts.create === 0;
  part("apply").textContent = cutOff ? "Go on" : `Make ${counted(counts.create, PERSON)}`;
  const wrong = rows.filter(({ outcome }) => outcome === "error");
  part("errors").hidden = wrong.length === 0;
  part("errors").onclick = () =>
    download("import-errors.csv", csv([["Line", ({ line }) => line], ["Who", ({ key }) => key], ["What is wrong", (line) => findings(line).join("; ")]], wrong));
  if (applied) tell(cutOff ? "It was cut off before everything was written. Go on, and the rest is made." : `Done: ${parts.join(", ")}.`, { bad: cutOff });
  return counts;
}

onSubmit(part("form"), async () => {
  const [file] = part("file").files;
  if (file.size > BYTES_MAX) {
    const message = `has ${file.size.toLocaleString("en")} bytes; at most 4 MiB are taken at once: send it in parts`;
    throw Object.assign(new Error(message), { problem: { fields: [{ field: "file", message }] } });
  }
  table = new Blob([await file.arrayBuffer()], { type: "text/csv" });
  tell("");
  show(await send(true));
});

part("apply").addEventListener("click", () =>
  attempt(async () => {
    const what = part("apply").textContent;
    const report = await ask({
      title: `${what}?`,
      text: "Each gets a mail with a link to choose a password. Lines that are wrong are left out, and can be sent again.",
      button: what,
      work: () => send(false),
    });
    if (report) show(report);
  }),
);

/** Another table is another question: what was said about the last one goes. */
for (const changed of [part("file"), part("platform")]) {
  changed.addEventListener("change", () => {
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
