/** A blank, or the end of a line and how far in the next one begins: rows of both could be a number. */
const TIDY = /^(?:\s?| +|\t+|[ \t]?(?:\r?\n[ \t]?)*\r?\n(?: *|\t* ?))$/;

/** Whether each white space in a text is as people and programs set it. */
export function isTidySpace(text: string): boolean {
  return (text.match(/[ \t\r\n\f\v]+/g) ?? []).every((one) => TIDY.test(one));
}

/** Whether within lines of a text, or at their ends, there are rows of tabs and blanks. */
export function isMixed(text: string): boolean {
  return (text.match(/[ \t\r\n]{3,}/g) ?? []).some((one) => /^[ \t]*(?: \t|\t )/.test(one));
}

/** Tags as they are written, without what is quoted: where their white space is not tidy. */
export function findUntidyTag(text: string): string | undefined {
  for (const piece of text.split("<").slice(1)) {
    if (!/^\/?[a-z]/i.test(piece)) continue;
    const [tag = ""] = piece.replace(/"[^"]*"|'[^']*'/g, '""').split(">", 1);
    if (!isTidySpace(tag)) return /^\/?[\w:.-]*/.exec(tag)?.[0];
  }
  return undefined;
}
