import { classifyText } from "../disclosure/field-rules.ts";
import type { PrivacyFindings } from "../disclosure/privacy-findings.ts";
import { isRemote, searchLink } from "../disclosure/search-address.ts";

/** `file:` with the name of another machine in it, as programs of Windows write shared folders. */
const SHARE = /^file:(?:[\\/]{2}(?!localhost[\\/])[^\\/]|\/{2,5}\\\\|\/{4,5}[^/])/i;
/** Addresses within addresses: `mhtml:https://…`, `ms-word:ofe|u|https://…`. */
const WRAPPED = /^[a-z][a-z-]*:(?:[a-z]{1,5}\|)*!?(?:https?|ftp):/i;

/** Tells of something that a document opens or loads by itself from outside of it. */
export function searchTarget(findings: PrivacyFindings, field: string, address: string): void {
  const plain = address.trim().replace(/%5C/gi, "\\").replace(/%2F/gi, "/");
  if (plain === "") return;
  const isElsewhere = isRemote(plain) || SHARE.test(plain) || WRAPPED.test(plain);
  findings.add(isElsewhere ? "TEL201" : "TEL203", field, address);
  searchFolder(findings, field, address);
}

/** Tells of a link that a reader may click. */
export function searchClick(findings: PrivacyFindings, field: string, address: string): void {
  searchLink(findings, field, address);
  searchFolder(findings, field, address);
}

/** Folders only: an address for mail in a link is there to be seen. */
export function searchFolder(findings: PrivacyFindings, field: string, text: string): void {
  if (classifyText(text).includes("TEL103")) findings.add("TEL103", field, text);
}

/** Printers that are none, and come with every system. */
const COMMON =
  /^(?:Generic Printer|Microsoft (?:Print to PDF|XPS Document Writer)|Print to PDF|PDF)$/i;

/** Names of printers tell an office, and often whose. */
export function searchPrinter(findings: PrivacyFindings, field: string, name: string): void {
  findings.add(COMMON.test(name) ? "TEL504" : "TEL510", field, name);
}

const DDE = /\bDDE(?:AUTO)?\b|(?:^|[=+*/(,;&@-])'?[\w.]+'?\|'?[^'!|]*'?!/i;
const OPENING =
  /(?:^|[^\w.])(?:INCLUDE(?:PICTURE|TEXT)?|IMPORT(?:DATA|XML)?|LINK|RD|DATABASE|WEBSERVICE|IMAGE)(?![\w.])/i;

/**
 * Tells what a field of a text (ECMA-376 part 1 §17.16.5) or a formula of a sheet does.
 *
 * @param field what it is called; by its first word where this is empty.
 */
export function searchCode(findings: PrivacyFindings, field: string, written: string): void {
  const code = written.slice(0, 8000).replace(/\s+/g, " ").trim();
  if (code === "") return;
  const name = field || (/^\S*/.exec(code)?.[0] ?? "");
  const bare = code.replace(/"[^"]*"/g, "");
  if (DDE.test(bare)) findings.add("TEL302", name, code);
  const address = /["']((?:https?:|ftps?:|file:|\\\\)[^"']*)/i.exec(code)?.[1];
  const quoted = address ?? /"([^"]*)"/.exec(code)?.[1];
  if (OPENING.test(bare)) searchTarget(findings, name, quoted ?? code);
  else if (/\bHYPERLINK\b/i.test(bare))
    searchClick(findings, name, quoted ?? code.slice(name.length + 1));
  else if (address !== undefined) searchTarget(findings, name, address);
  searchFolder(findings, name, code);
}
