// One's own second factors: an app is set up, recovery codes are shown once, and both are taken away again.

import { inWords, onPress, onSend } from "./account-form.js";
import { watchActing } from "./acting.js";
import { read, write } from "./api.js";
import { confirm, showFactor } from "./confirm.js";
import { element, parameter, part, run } from "./dom.js";
import { message } from "./messages.js";
import { letAdd, removePasskey, showPasskeys } from "./own-passkeys.js";
import { day } from "./when.js";

const FACTORS = "/api/login/second-factors";
/** What was asked for when the password had to be typed first. */
let waiting = null;

async function show() {
  const factors = await read(FACTORS);
  showFactor(factors);
  const { app_since: since, asked_for: asked, recovery_codes_left: left } = factors;
  part("app-state").textContent = since
    ? message("factors-since", { day: day(since) })
    : message("factors-no-app");
  part("add-app").textContent = since ? message("factors-another-app") : message("factors-add-app");
  part("remove-app").hidden = !since;
  part("codes-section").hidden = !asked;
  part("codes-state").textContent = message("factors-codes-left", { count: left });
  showPasskeys(factors, (passkey) => confirmed(() => withoutPasskey(passkey))());
}

/** Does something that may ask for the password first, and then goes on with it. */
function confirmed(work) {
  return async () => {
    try {
      await work();
    } catch (error) {
      if (error.problem?.code !== "confirm_first") throw error;
      waiting = work;
      part("confirm").hidden = false;
      document.querySelector("#password").focus();
    }
  };
}

/** A button stays usable: what it does can be done again. */
function press(name, work) {
  const button = part(name);
  onPress(button, async () => {
    await confirmed(work)();
    button.disabled = false;
  });
}

press("add-app", async () => {
  const { secret, drawing } = await write(`${FACTORS}/app`);
  part("secret").textContent = secret.match(/.{1,4}/g).join(" ");
  const picture = part("drawing");
  picture.setAttribute("viewBox", `0 0 ${drawing.size} ${drawing.size}`);
  picture.querySelector("path").setAttribute("d", drawing.path);
  part("offer").hidden = false;
  document.querySelector("#code").focus();
});

/** The same for what takes something away, after the question that stands beside the button. */
function pressSurely(name, work) {
  const question = part(`${name}-question`);
  const [agree, cancel] = ["agree", "cancel"].map((deed) => question.querySelector(`[data-${deed}]`));
  const answered = () => {
    question.hidden = true;
    part(name).focus();
  };
  part(name).addEventListener("click", () => {
    question.hidden = false;
    cancel.focus();
  });
  cancel.addEventListener("click", answered);
  onPress(agree, async () => {
    answered();
    agree.disabled = false;
    await confirmed(work)();
  });
}

pressSurely("remove-app", async () => {
  await write(`${FACTORS}/app`, { method: "DELETE" });
  part("codes").hidden = true;
  await show();
  tell(message("factors-app-removed"));
});

pressSurely("renew-codes", async () => {
  const { recovery_codes: codes } = await write(`${FACTORS}/recovery-codes`);
  showCodes(codes);
  await show();
  // What is heard of them begins with what to do with them.
  part("codes").focus();
});

onSend(part("confirm-app"), async (form) => {
  const { recovery_codes: codes } = await write(`${FACTORS}/app/confirm`, { body: { code: form.elements.code.value } });
  form.reset();
  part("offer").hidden = true;
  await proved(codes, message("factors-app-added"));
  return "";
});

letAdd({ confirmed, added: (codes) => proved(codes, message("factors-passkey-added")) });

async function withoutPasskey(passkey) {
  await removePasskey(passkey);
  await show();
  tell(message("factors-passkey-removed", { name: passkey.name }));
}

/** The page of this site from which somebody was sent here, if any. */
function wayBack() {
  const wanted = parameter("next");
  const way = wanted.startsWith("/") ? new URL(wanted, location.origin) : null;
  return way?.origin === location.origin ? way.href : null;
}

/** A factor counts from now on. */
async function proved(codes, words) {
  part("needed").hidden = true;
  const way = wayBack();
  part("back").hidden = !way;
  if (way) part("back").firstElementChild.href = way;
  showCodes(codes);
  await show();
  tell(words);
}

function tell(words) {
  const status = part("status");
  status.hidden = false;
  status.textContent = words;
  status.focus();
}

onSend(part("confirm-form"), async (form) => {
  const { password, code } = form.elements;
  await confirm({ password: password.value, code: code.value });
  form.reset();
  part("confirm").hidden = true;
  const work = waiting;
  waiting = null;
  try {
    await work?.();
  } catch (error) {
    part("status").hidden = false;
    part("status").textContent = inWords(error);
  }
  return "";
});

function showCodes(codes) {
  if (codes.length === 0) return;
  part("codes-list").replaceChildren(...codes.map((code) => element("li", code)));
  part("codes").hidden = false;
}

run(async () => {
  await show();
  part("own").hidden = false;
  part("needed").hidden = parameter("needed") === "";
  part("status").hidden = true;
}, message("factors-failed"));
watchActing();
