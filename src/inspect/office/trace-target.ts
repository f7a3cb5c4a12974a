import { classifyText } from "../disclosure/field-rules.ts";
import { isRemote, traceLink } from "../disclosure/trace-address.ts";
import type { Traces } from "../disclosure/traces.ts";

/** `file:` with the name of another machine in it, as programs of Windows write shared folders. */
const SHARE = /^file:(?:[\\/]{2}(?!localhost[\\/])[^\\/]|\/{2,5}\\\\|\/{4,5}[^/])/i;
/** Addresses within addresses: `mhtml:https://…`, `ms-word:ofe|u|https://…`. */
const WRAPPED = /^[a-z][a-z-]*:(?:[a-z]{1,5}\|)*!?(?:https?|ftp):/i;

/** Whether opening it reaches another machine. */
function isElsewhere(address: string): boolean {
  const plain = address.trim().replace(/%5C/gi, "\\").replace(/%2F/gi, "/");
  return isRemote(plain) || SHARE.test(plain) || WRAPPED.test(plain);
}

/** Tells of something that a document opens or loads by itself from outside of it. */
export function traceTarget(traces: Traces, place: string, field: string, address: string): void {
  if (address.trim() === "") return;
  traces.add(isElsewhere(address) ? "TEL201" : "TEL203", place, field, address);
  traceFolder(traces, place, field, address);
}

/** Tells of a link that a reader may click. */
export function traceClick(traces: Traces, place: string, field: string, address: string): void {
  traceLink(traces, place, field, address);
  traceFolder(traces, place, field, address);
}

/** Folders only: an address for mail in a link is there to be seen. */
export function traceFolder(traces: Traces, place: string, field: string, text: string): void {
  if (classifyText(text).includes("TEL103")) traces.add("TEL103", place, field, text);
}

const OPENING = /^(?:INCLUDE|INCLUDEPICTURE|INCLUDETEXT|IMPORT|LINK|RD|DATABASE)$/;

/** Tells what a field of a text does (ECMA-376 part 1 §17.16.5). */
export function traceFieldCode(traces: Traces, place: string, written: string): void {
  const code = written.slice(0, 8000).replace(/\s+/g, " ").trim();
  const name = /^\S*/.exec(code)?.[0].toUpperCase() ?? "";
  // Also within other fields, where such a word has nothing to do.
  if (/\bDDE(?:AUTO)?\b/i.test(code.replace(/"[^"]*"/g, "")))
    traces.add("TEL302", place, "DDE field", code);
  const quoted = /"([^"]*)"/.exec(code)?.[1];
  if (name === "HYPERLINK") traceClick(traces, place, name, quoted ?? code.slice(name.length + 1));
  if (!OPENING.test(name)) return;
  const address = quoted ?? code.split(" ").find((word, at) => at > 0 && /[\\/].*[\\/]/.test(word));
  traceTarget(traces, place, name, address ?? code);
}

/** Tells what a formula of a sheet does: most only count. */
export function traceFormula(traces: Traces, place: string, written: string): void {
  const formula = written.slice(0, 8192);
  if (!/["|[\\/]|DDE/i.test(formula)) return;
  const address = /["']((?:https?:|ftps?:|file:|\\\\)[^"']*)/i.exec(formula)?.[1];
  if (/(?:^|[^\w.])(?:WEBSERVICE|IMAGE|IMPORTDATA|IMPORTXML)\s*\(/i.test(formula))
    traces.add("TEL201", place, "formula", address ?? formula);
  else if (/(?:^|[^\w.])HYPERLINK\s*\(/i.test(formula))
    traceClick(traces, place, "formula", address ?? "");
  else if (address !== undefined) traceTarget(traces, place, "formula", address);
  if (/(?:^|[=+*/(,;&@-])'?[\w.]+'?\|'?[^'!|]*'?!|(?:^|[^\w.])DDE\s*\(/i.test(formula))
    traces.add("TEL302", place, "formula", formula);
  traceFolder(traces, place, "formula", formula);
}
