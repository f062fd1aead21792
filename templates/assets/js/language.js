// The language of the page: where its tree of pages begins, and how numbers are written in it.

export const { lang: LANGUAGE, dir: DIRECTION } = document.documentElement;
const ROOT = LANGUAGE === "en" ? "" : `/${LANGUAGE}`;

/** An address of the site within the tree of this language. */
export const at = (address) => ROOT + address;

/** The language as `Intl` takes it. Arabic pages write the digits of the web. */
export const INTL = LANGUAGE === "ar" ? "ar-u-nu-latn" : LANGUAGE;

const languages = new Intl.DisplayNames([INTL], { type: "language", fallback: "none" });

/** What a language is called; nothing where the browser knows no name for its tag, or takes it for none. */
export function languageName(tag) {
  try {
    return languages.of(tag) ?? null;
  } catch (refusal) {
    if (refusal instanceof RangeError) return null;
    throw refusal;
  }
}

const figures = new Intl.NumberFormat(INTL);

/** `1,234`, as the language writes it. */
export const number = (value) => figures.format(value);

// The page in another language shows the same thing: what the address says after its path goes along, as it is when the link
// is followed.
for (const link of document.querySelectorAll("[data-editions] a")) {
  const follow = () => (link.search = location.search);
  for (const way of ["click", "auxclick", "contextmenu"]) link.addEventListener(way, follow);
  follow();
}
