/** Where something stands again on a line. */
export function skipSpaces(text: string, from: number): number {
  let at = from;
  while (at < text.length && (text.charCodeAt(at) === 32 || /[\t\v\f\r]/.test(text[at] ?? "")))
    at += 1;
  return at;
}

/** Where the string ends that begins behind a quote; -1 where it does not. */
export function findQuote(text: string, from: number): number {
  for (let at = from; ; at += 1) {
    at = text.indexOf('"', at);
    if (at < 0) return -1;
    let backslashes = 0;
    while (at - 1 - backslashes >= from && text[at - 1 - backslashes] === "\\") backslashes += 1;
    if (backslashes % 2 === 0) return at;
  }
}

/** What version control leaves where two people changed the same lines. */
export function isConflictMark(text: string): boolean {
  return /^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/.test(text);
}
