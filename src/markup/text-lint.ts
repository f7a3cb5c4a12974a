import type { Token } from "markdown-it";
import type { ParsedMarkdown } from "../markdown/markdown-parser.ts";
import { type Findings, quoteText } from "./findings.ts";
import { findLinkRests, LINK_RULES } from "./link-rules.ts";
import { lintStrayRuns } from "./lint-stray-runs.ts";
import { diagnose } from "./rules.ts";
import type { TextRule } from "./text-rule.ts";
import { type Locator, makeLocator, makePlaceFinder, type SourceLines } from "./token-places.ts";

/** Stands for everything that is not plain text: code, HTML, an image. */
const OBJECT = "\uFFFC";

const RULES: readonly TextRule[] = [
  {
    pattern: /\[[^[\]\n]{1,200}\][ \t]+\((?=[^\s()]*[./#:])[^\s()]{2,300}\)/g,
    tell: (place, found) => diagnose("MRK040", place, { found }),
  },
  {
    pattern:
      /(?<![^\s])![ \t]+\[[^[\]\n]{0,200}\]\([^\s()]{0,300}\.(?:png|jpe?g|gif|svg|webp)\/?\)/gi,
    tell: (place, found) => diagnose("MRK041", place, { found }),
  },
  {
    pattern: /\][ \t]*(?:（[^\s（）]{2,300}[）)]|\([^\s()（）]{2,300}）)/g,
    tell: (place, found) => diagnose("MRK042", place, { found }),
  },
  {
    pattern:
      /\[(?:[A-Z][A-Z0-9'’/-]*(?: [A-Z0-9'’/-]+){1,6}|LINKS?|URLS?|TODO|TBD|TBC|XX+|IMAGE|NAME|DATE|PLACEHOLDER|INSERT)\](?![[(:])/g,
    tell: (place, found) => diagnose("MRK045", place, { found }),
  },
  {
    pattern: /(?<=\S[ \t]*):{3,}[ \t]*(?:trainers?|facilitators?|instructors?)(?![\p{L}\p{N}])/giu,
    tell: (place, found) => diagnose("MRK066", place, { found }),
  },
  {
    pattern: /\[\^[^\]\s]{1,60}\](?!:)/g,
    tell: (place, found) => diagnose("MRK030", place, { found }),
  },
];

/**
 * Looks through the text of a page, never through its code, for what a reader would stumble over.
 * Nothing is repaired: only the author knows what was meant.
 *
 * Diagnostics: MRK030, MRK040–MRK045, MRK066, MRK085, MRK088–MRK091.
 */
export function lintText(
  { tokens, offsets }: Pick<ParsedMarkdown, "tokens" | "offsets">,
  source: SourceLines,
  findings: Findings,
): void {
  const { lines } = source;
  let line = 0;
  for (const token of tokens) {
    if (token.map) line = token.map[0];
    if (token.type !== "inline") continue;
    const children = token.children ?? [];
    lintStrayRuns(token, makePlaceFinder(token, line, source), findings);
    lintLinkRests(children, makeLocator(token, line, offsets, source), findings);
    const last = Math.min(token.map?.[1] ?? line + 1, line + 200);
    const block = { lines: lines.slice(line, last), firstLine: line };
    const text = plainText(children, true);
    if (!/[[\]]|:::|https?|\uFFFC(?: ?\{|:\/)/i.test(text)) continue;
    lintBlock(text, RULES, block, findings);
    lintBlock(plainText(children, false), LINK_RULES, block, findings);
  }
}

function lintLinkRests(tokens: readonly Token[], locate: Locator, findings: Findings): void {
  for (const { kind, token, address } of findLinkRests(tokens)) {
    const position = locate(token, token.type === "image" || token.markup === "autolink" ? 0 : -1);
    const place = findings.placeOf(position === undefined ? {} : { position });
    const found = quoteText(address);
    if (kind === "unclosed") findings.add(diagnose("MRK085 end", place, { found, address }));
    else if (kind === "bracket") findings.add(diagnose("MRK090", place, { found, address }));
    else {
      const typed = address.replace(/\s/g, "%20").slice(0, 200);
      findings.add(diagnose("MRK089 kept", place, { found, typed }));
    }
  }
}

function lintBlock(
  text: string,
  rules: readonly TextRule[],
  { lines, firstLine }: { readonly lines: readonly string[]; readonly firstLine: number },
  findings: Findings,
): void {
  let rest = text;
  for (const rule of rules) {
    // Where the same words stand twice in a block, the second finding is the second place.
    let from = { line: 0, column: 0 };
    rest = rest.replace(rule.pattern, (found: string, ...parts: unknown[]) => {
      const place = locate(lines, found, from) ?? { line: 0, column: undefined };
      if (place.column !== undefined) {
        from = { line: place.line, column: place.column + found.length };
      }
      const at = findings.placeAt(
        firstLine + place.line,
        place.column === undefined ? undefined : place.column + 1,
        found.length,
      );
      const taken = parts.filter((part) => typeof part === "string");
      findings.add(rule.tell(at, quoteText(found), [found, ...taken]));
      return OBJECT;
    });
  }
}

function locate(
  lines: readonly string[],
  text: string,
  from: { readonly line: number; readonly column: number },
): { readonly line: number; readonly column: number } | undefined {
  for (let line = from.line; line < lines.length; line += 1) {
    const column = (lines[line] ?? "").indexOf(text, line === from.line ? from.column : 0);
    if (column >= 0) return { line, column };
  }
  return undefined;
}

/** What is left as text when markup is done: the links as they were written or not, no other. */
function plainText(tokens: readonly Token[], withLinks: boolean): string {
  const parts: string[] = [];
  const addresses: string[] = [];
  for (const token of tokens) {
    if (token.type === "text") parts.push(token.content);
    else if (token.type === "softbreak" || token.type === "hardbreak") parts.push("\n");
    else if (token.markup === "autolink" && !withLinks) continue;
    else if (token.type === "link_open") {
      parts.push(withLinks ? "[" : OBJECT);
      addresses.push(String(token.attrGet("href") ?? ""));
    } else if (token.type === "link_close") {
      const address = addresses.pop() ?? "";
      parts.push(withLinks ? `](${address})` : OBJECT);
    } else if (token.nesting === 0) parts.push(OBJECT);
  }
  return parts.join("");
}
