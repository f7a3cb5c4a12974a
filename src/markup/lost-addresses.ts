import type { ElementContent } from "./document.ts";
import { type Findings, quoteText } from "./findings.ts";
import { isCutOff, type WrittenPage } from "./lost-words.ts";
import { diagnose } from "./rules.ts";
import { rawText, walk } from "./tree-walk.ts";

/** Further addresses are not looked for letter by letter: a stranger's page could have any number. */
const MOST_SEARCHES = 200;

const WEB = /https?:\/\/[\p{L}\p{N}][^\s<>"'`()[\]{}|\\*]{0,2000}/giu;
/** In tags only the addresses of links are meant for readers. */
const TAG = /<[/!?]?[a-z][\w:-]{0,40}(?:\s[^<>]{0,2000})?\/?>/gi;
const LINK_ADDRESS = /^<a\s(?:[^<>]{0,1000}?\s)?href\s*=\s*["']?(?=https?:)/i;
const PICTURE =
  /!\[[^\]\n]{0,500}\]\((?:<([^<>\n]{1,1000})>|([^()<>\n]{1,1000})\))|<img\s[^<>]{0,1000}?\bsrc\s*=\s*["']?([^\s"'<>]{1,1000})/gi;
/** A title or a size behind an address. */
const BEHIND_ADDRESS = /\s+(?:["'“”„‘’«»「『].*|=\s*\d*x?\d*)?\s*$/su;

/**
 * Compares the web addresses and the pictures of a page with those of its finished document. Like
 * the words of `lost-words.ts` they are found by a reading that is not the parser's.
 *
 * Diagnostics: MRK109, once a line; none where the line has been told of already.
 *
 * @param leadsToPage whether an address is that of a page of the curriculum, which a book names by title
 */
export function lintLostAddresses(
  { lines, codeLines }: Pick<WrittenPage, "lines" | "codeLines">,
  trees: readonly (readonly ElementContent[])[],
  leadsToPage: (address: string) => boolean,
  findings: Findings,
): void {
  if (isCutOff(findings)) return;
  const addresses = new Set<string>();
  const pictures = new Set<string>();
  for (const tree of trees) {
    walk(tree, (element) => {
      const { href, src } = element.properties;
      if (typeof href === "string") addresses.add(comparable(href));
      if (typeof src === "string") pictures.add(fileName(src));
    });
  }
  const shown = [...addresses, ...trees.map((tree) => rawText(tree).toLowerCase())].join("\n");
  let searches = 0;
  const isKept = (address: string) => {
    const wanted = comparable(address);
    if (addresses.has(wanted)) return true;
    searches += 1;
    if (searches > MOST_SEARCHES) return true;
    return shown.includes(wanted) || shown.includes(address.toLowerCase()) || leadsToPage(address);
  };
  const told = new Set(findings.diagnostics.map(({ place }) => place.line));
  for (const [at, line] of lines.entries()) {
    // What stands in a picture's own data is none of the page's.
    if (codeLines.has(at) || !/:\/\/|!\[|<img/i.test(line) || /data:/i.test(line)) continue;
    const text = line.replace(/(`{1,3})(?:(?!\1)[^\n]){0,2000}\1/g, (code) =>
      " ".repeat(code.length),
    );
    const inText = text.replace(TAG, (tag) => {
      const start = LINK_ADDRESS.exec(tag)?.[0].length ?? tag.length;
      const address = tag.slice(start).split(/["'\s>]/)[0] ?? "";
      return " ".repeat(start) + address.padEnd(tag.length - start);
    });
    const web = [...inText.matchAll(WEB)].map((found) => ({
      column: found.index + 1,
      value: found[0].replaceAll("&amp;", "&").replace(/[.,;:!?*_~]+$/, ""),
    }));
    const files = [...text.matchAll(PICTURE)].map((found) => ({
      column: found.index + 1,
      value: (found[1] ?? found[2] ?? found[3] ?? "").trim().replace(BEHIND_ADDRESS, ""),
    }));
    const lost =
      web.find(({ value }) => !isKept(value)) ??
      files.find(({ value }) => !/^\w{2,10}:/.test(value) && !pictures.has(fileName(value)));
    if (lost === undefined || told.has(findings.placeAt(at).line)) continue;
    const place = findings.placeAt(at, lost.column, lost.value.length);
    findings.add(diagnose("MRK109 address", place, { lost: quoteText(lost.value) }));
  }
}

/** One spelling of an address: with escapes, without the stroke at its end. */
function comparable(address: string): string {
  const url = URL.canParse(address) ? new URL(address).href : address;
  return url.toLowerCase().replace(/\/$/, "");
}

/** The last part of a picture's address, as the file is called. */
function fileName(address: string): string {
  const last = (address.split(/[?#]/)[0] ?? "").replace(/\/+$/, "").split("/").at(-1) ?? "";
  try {
    return decodeURIComponent(last).normalize("NFC").toLowerCase();
  } catch {
    return last.toLowerCase();
  }
}
