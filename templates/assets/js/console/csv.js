// Tables as files for spreadsheets.

/**
 * A spreadsheet takes a cell that begins like this for a formula, with or without blanks or a quote before. Where a cell begins is for
 * the spreadsheet to say: many part the columns at semicolons, tabs or bars, and quotes in the middle of a line hold
 * nothing together for them. A text with a sign behind such a mark is therefore not written as it stands; programs find
 * it untouched at the endpoints that the list itself reads.
 */
const FORMULA = /(^|[;|\t\r\n])(["\s]*)(?=[=+\-@＝＋－＠])/gu;

function cell(value) {
  let text = value === null || value === undefined ? "" : String(value);
  text = text.replaceAll(FORMULA, "$1$2'");
  // Some take what follows a tab or a line break at the beginning for the whole cell.
  if (/^[\t\r\n]/.test(text)) text = `'${text}`;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The text of a table: its header, then a line for each item. `columns` are pairs of a name and a reading function. */
export function csv(columns, items) {
  const lines = [columns.map(([name]) => name), ...items.map((item) => columns.map(([, value]) => value(item)))];
  return lines.map((line) => `${line.map(cell).join(",")}\r\n`).join("");
}

/** Hands a text to the reader as a file. The mark at its beginning tells spreadsheets how it is written. */
export function download(name, text) {
  const address = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the file over once the click is through.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
