import { traceLink } from "../disclosure/trace-address.ts";
import type { Traces } from "../disclosure/traces.ts";
import { type TraceData, traceLooseStyles } from "./trace-styles.ts";

const LOADED =
  /<([a-z][a-z0-9:]{0,30})\b[^<>]{0,2000}?\s(src|srcset|imagesrcset|poster|data|background|xlink:href|href)\s{0,20}=\s{0,20}["']?\s{0,20}((?:(?:https?|ftps?|wss?|data):|[\\/]{2})[^"'\s<>]{1,3000})/gi;
const RUNS = /<script\b|\son[a-z]{3,20}\s{0,20}=|javascript:/gi;
const LINKS = /^(?:a|area)$/i;
const MOST_TAGS = 20_000;
/** Of a text that no parser of ours understands so much is searched. */
const LONGEST_TEXT = 5_000_000;

/**
 * Searches a page or drawing that is not well-formed: readers of the web show it all the same, and
 * load what it names.
 */
export function traceLooseMarkup(
  traces: Traces,
  place: string,
  text: string,
  traceData: TraceData,
): void {
  const read = decodeReferences(text.slice(0, LONGEST_TEXT));
  let count = 0;
  for (const tag of read.split("<")) {
    if (++count > MOST_TAGS) break;
    LOADED.lastIndex = 0;
    for (const [, name = "", attribute = "", address = ""] of `<${tag.slice(0, 4000)}`.matchAll(
      LOADED,
    )) {
      const field = `<${name} ${attribute}>`;
      if (/^data:/i.test(address)) traceData(field, address);
      else if (LINKS.test(name)) traceLink(traces, place, field, address);
      else traces.add("TEL201", place, field, address);
    }
  }
  const program = RUNS.exec(read);
  RUNS.lastIndex = 0;
  if (program !== null)
    traces.add("TEL301", place, "markup", read.slice(program.index, program.index + 80));
  traceLooseStyles(traces, place, read);
}

/** Those with which an address can be spelt (HTML §13.5). */
const NAMES: Readonly<Record<string, string>> = {
  colon: ":",
  sol: "/",
  bsol: "\\",
  period: ".",
  tab: "",
  newline: "",
  amp: "&",
  lpar: "(",
  rpar: ")",
  num: "#",
  semi: ";",
  equals: "=",
};

/** Letters may be written as numbers, with or without a semicolon. Quotes stay as they are written. */
export function decodeReferences(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,10}));?/gi,
    (all, hex, digits, name) => {
      if (name !== undefined) return NAMES[name.toLowerCase()] ?? all;
      const code = Number.parseInt(hex ?? digits, hex === undefined ? 10 : 16);
      // Tabs and line breaks within an address are passed over.
      if (code === 9 || code === 10 || code === 13) return "";
      return code === 34 || code === 39 || code > 0x10ffff ? all : String.fromCodePoint(code);
    },
  );
}
