// The sign-in page works without this. With it, the kind of account and the way back come from the address.

const query = new URLSearchParams(location.search);
const select = document.querySelector("[data-realm]");
const realm = query.get("realm");
// A partner has a page of its own; the file offers the other kinds.
if (select && [...select.options].some((option) => option.value === realm)) select.value = realm;

const form = document.querySelector("[data-sign-in]");
const next = query.get("next");
// Only a path of this site: two slashes or a backslash would lead elsewhere.
if (form && next && /^\/(?![/\\])[^\\]*$/.test(next)) form.elements.next.value = next;

const forgot = document.querySelector("[data-forgot]");
if (select && forgot) {
  const page = forgot.href;
  const follow = () => {
    forgot.href = select.value === "public" ? page : `/api/login/forgot?realm=${select.value}&language=${document.documentElement.lang}`;
  };
  select.addEventListener("change", follow);
  follow();
}
