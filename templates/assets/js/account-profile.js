// The learner's profile page: what they write about themselves, their links and photos.

import { onPress, onSend } from "./account-form.js";
import { read, write } from "./api.js";
import { element, part } from "./dom.js";
import { message } from "./messages.js";

const PROFILE = "/api/me/profile";
const form = part("profile");
const template = document.querySelector("#photo");
let version = 0;
/** What the platform keeps, as far as this page knows, by field. */
let kept = { about: "", links: "" };

const typed = () => ({ about: form.elements.about.value, links: form.elements.links.value });
const isSame = (one, other) => one.about === other.about && one.links === other.links;

/** A page's text, as fields hold it. */
function inFields({ basic, links }) {
  return { about: basic.about.replaceAll("\r\n", "\n"), links: links.map(({ address }) => address).join("\n") };
}

/** Takes over what is kept now. Fields that hold something else than before have been typed into since, and stay. */
function takeOver(page, before) {
  version = page.basic.version;
  kept = inFields(page);
  for (const [name, text] of Object.entries(kept)) {
    const field = form.elements[name];
    if (field.value === before[name]) field.value = text;
  }
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
    await showPhotos();
    part("photo-file").focus();
  });
  return item;
}

/**
 * Shows the photos as they are now; each of them makes a new version of the page. Where another tab wrote another text and
 * something is typed here, the version stays the old one, so that saving is refused and not done over that text.
 */
async function showPhotos() {
  const page = await read(PROFILE);
  part("photos").replaceChildren(...page.photos.map(photo));
  if (isSame(inFields(page), kept) || isSame(typed(), kept)) takeOver(page, kept);
}

/** Shows the page as it is kept. */
export async function showProfile() {
  const page = await read(PROFILE);
  takeOver(page, typed());
  part("photos").replaceChildren(...page.photos.map(photo));
}

onSend(form, async () => {
  const sent = typed();
  const links = sent.links.split("\n").map((link) => link.trim()).filter(Boolean);
  takeOver(await write(PROFILE, { method: "PUT", body: { version, about: sent.about, links } }), sent);
  return message("account-profile-saved");
});

onSend(part("add-photo"), async (adding) => {
  await write("/api/me/photos", { body: part("photo-file").files[0] });
  adding.reset();
  await showPhotos();
  return message("account-photo-added");
});
