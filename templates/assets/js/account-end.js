// Everything that is kept of oneself, and the end of the account.

import { onPress, onSend } from "./account-form.js";
import { read, write } from "./api.js";
import { confirm } from "./confirm.js";
import { part } from "./dom.js";
import { message } from "./messages.js";

onPress(part("download"), async () => {
  // A login that ran out is renewed here: the file itself is fetched by the browser.
  await read("/api/login/me");
  location.assign("/api/me/data");
  part("download").disabled = false;
});

onSend(part("delete"), async (form) => {
  const { password, code } = form.elements;
  await confirm({ password: password.value, code: code.value });
  await write("/api/me", { method: "DELETE" });
  part("own").remove();
  const status = part("status");
  status.hidden = false;
  status.textContent = message("account-deleted");
  status.focus();
  return "";
});
