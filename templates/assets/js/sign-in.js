// The sign-in page works without this. With it, a partner's realm and the way back come from the address.

const query = new URLSearchParams(location.search);
const select = document.querySelector("[data-realm]");
const realm = query.get("realm");
if (realm && /^[A-Za-z0-9-]{1,120}$/.test(realm)) {
  if (![...select.options].some((option) => option.value === realm)) {
    select.append(new Option(`Partner: ${realm}`, realm));
  }
  select.value = realm;
}

const form = document.querySelector("[data-sign-in]");
const next = query.get("next");
// Only a path of this site: two slashes or a backslash would lead elsewhere.
if (form && next && /^\/(?![/\\])[^\\]*$/.test(next)) form.elements.next.value = next;
