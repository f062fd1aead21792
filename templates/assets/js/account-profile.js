// The learner's profile page: what they write about themselves, their links and photos.

import { onPress, onSend } from "./account-form.js";
import { read, write } from "./api.js";
import { element, part } from "./dom.js";
import { message } from "./messages.js";

const form = part("profile");
const template = document.querySelector("#photo");
let version = 0;

function fill({ basic, links }) {
  version = basic.version;
  form.elements.about.value = basic.about;
  form.elements.links.value = links.map(({ address }) => address).join("\n");
}

function photo({ id, address }, at) {
  const item = template.content.cloneNode(true);
  const name = message("account-photo", { count: at + 1 });
  const picture = item.querySelector("img");
  picture.src = address;
  picture.alt = name;
  const button = item.querySelector("button");
  button.append(element("span", ` ${name}`, { class: "visually-hidden" }));
  onPress(button, async () => {
    await write(`/api/me/photos/${id}`, { method: "DELETE" });
    await showProfile();
    part("photo-file").focus();
  });
  return item;
}

/** Reads the page anew; photos change it, too. */
export async function showProfile() {
  const page = await read("/api/me/profile");
  fill(page);
  part("photos").replaceChildren(...page.photos.map(photo));
  return page;
}

onSend(form, async () => {
  const links = form.elements.links.value.split("\n").map((link) => link.trim()).filter(Boolean);
  fill(await write("/api/me/profile", { method: "PUT", body: { version, about: form.elements.about.value, links } }));
  return message("account-profile-saved");
});

onSend(part("add-photo"), async (adding) => {
  await write("/api/me/photos", { body: part("photo-file").files[0] });
  adding.reset();
  // What was typed meanwhile stays: only the photos and the version are new.
  const page = await read("/api/me/profile");
  version = page.basic.version;
  part("photos").replaceChildren(...page.photos.map(photo));
  return message("account-photo-added");
});
