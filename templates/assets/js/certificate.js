// A certificate of completion, as anybody sees it who was told its address.

import { read } from "./api.js";
import { parameter, part } from "./dom.js";
import { message } from "./messages.js";
import { day } from "./when.js";

const id = parameter("id");

/** Where there is none, the page says so in words that do not sound like a fault. */
function showNone(error) {
  const status = part("status");
  status.textContent =
    error.status === 404 || error.status === 422 ? message("proof-none") : message("proof-failed");
}

async function show() {
  const { learner, course, completed_on: date } = await read(`/api/certificates/${encodeURIComponent(id)}`);
  document.title = `${learner}: ${course}`;
  part("learner").textContent = learner;
  part("course").textContent = course;
  part("day").textContent = day(`${date}T12:00:00Z`);
  part("day").dateTime = date;
  const link = part("address");
  link.href = `${location.origin}/certificate/?id=${encodeURIComponent(id)}`;
  link.textContent = link.href;
  part("certificate").hidden = false;
  part("print").hidden = false;
  part("status").textContent = message("proof-genuine");
}

part("print").addEventListener("click", () => window.print());
show().catch(showNone);
