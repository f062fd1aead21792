// Amounts of money as people type them: `19.99` and `19,99` are the same. What could be two amounts is refused, and not
// guessed at: `1,000` is a thousand to some, and one to others.

import { message } from "../messages.js";
import { wrong } from "./form.js";

/** Digits that most currencies have after the point; the platform says of a currency whether there is such a one. */
const USUAL_DIGITS = 2;

/** How many digits a currency has after the point. */
function digitsOf(currency) {
  try {
    return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits;
  } catch (refusal) {
    if (refusal instanceof RangeError) return USUAL_DIGITS;
    throw refusal;
  }
}

/** An amount as the platform takes it (`19.99`); nothing for what is none, or has more digits than its currency. */
export function plainAmount(text, currency) {
  const [, whole, part = ""] = text.trim().match(/^(\d+)(?:[.,](\d+))?$/) ?? [];
  if (whole === undefined || part.length > digitsOf(currency)) return undefined;
  return part ? `${whole}.${part}` : whole;
}

/** The same, or a refusal beside the field. */
export function amountIn(field, text, currency) {
  const amount = plainAmount(text, currency);
  if (amount !== undefined) return amount;
  const digits = digitsOf(currency);
  throw wrong(field, message("common-amount", { example: (1999 / 10 ** digits).toFixed(digits) }));
}

/** The smallest unit of an amount that the platform takes. */
export function minorOf(amount, currency) {
  const [whole, part = ""] = amount.split(".");
  return Number(whole + part.padEnd(digitsOf(currency), "0"));
}
