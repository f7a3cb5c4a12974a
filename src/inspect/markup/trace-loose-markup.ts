import { traceLink } from "../disclosure/trace-address.ts";
import type { Traces } from "../disclosure/traces.ts";
import { traceStyles } from "./trace-styles.ts";

const LOADED =
  /<([a-z][a-z0-9:]{0,30})\b[^<>]{0,2000}?\s(src|srcset|poster|data|background|xlink:href|href)\s{0,20}=\s{0,20}["']?\s{0,20}((?:https?:)?\/\/[^"'\s<>]{1,2000})/gi;
const RUNS = /<script\b|\son[a-z]{3,20}\s{0,20}=|javascript:/gi;
const LINKS = /^(?:a|area)$/i;
const MOST_TAGS = 20_000;
/** Of a text that no parser of ours understands so much is searched. */
const LONGEST_TEXT = 5_000_000;

/**
 * Searches a page or drawing that is not well-formed: readers of the web show it all the same, and
 * load what it names.
 */
export function traceLooseMarkup(traces: Traces, place: string, text: string): void {
  const read = text.slice(0, LONGEST_TEXT);
  traces.add("TEL705", place, "XML", "it is not well-formed, so only in part");
  let count = 0;
  for (const tag of read.split("<")) {
    if (++count > MOST_TAGS) break;
    LOADED.lastIndex = 0;
    for (const [, name = "", attribute = "", address = ""] of `<${tag.slice(0, 4000)}`.matchAll(
      LOADED,
    )) {
      const field = `<${name} ${attribute}>`;
      if (LINKS.test(name)) traceLink(traces, place, field, address);
      else traces.add("TEL201", place, field, address);
    }
  }
  const program = RUNS.exec(read);
  RUNS.lastIndex = 0;
  if (program !== null)
    traces.add("TEL301", place, "markup", read.slice(program.index, program.index + 80));
  traceStyles(traces, place, read);
}
