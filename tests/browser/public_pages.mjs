// One page of each public kind, of the demo catalog.

/** Kind and path. */
export const PUBLIC_PAGES = [
  ["home", "/"],
  ["list", "/courses/"],
  ["course", "/courses/calm-version-control/"],
  ["course in Arabic", "/courses/awwal-khutwa-python/"],
  ["home in Polish", "/pl/"],
  ["course in French", "/fr/courses/calm-version-control/"],
  ["list in Arabic", "/ar/courses/"],
  ["search", "/search/?q=git"],
  ["partner", "/partners/lantern-open-college/"],
  ["sign-in", "/sign-in/"],
  ["return page", "/api/checkout/return"],
];
