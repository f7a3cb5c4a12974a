import type { Token } from "markdown-it";
import { isUnclosed } from "../markdown/loose-links.ts";
import { diagnose } from "./rules.ts";
import type { TextRule } from "./text-rule.ts";

/** How an address begins that can be nothing else. */
const ADDRESS = String.raw`(?:https?:\/\/|www\.|mailto:|\.{0,2}\/(?=[^\s/]))`;

const sample = (words: string | undefined, address: string | undefined) =>
  `\`[${words ?? "words"}](${address ?? "https://…"})\``;

/** What is left of links whose brackets are wrong, in a text from which every link is taken. */
export const LINK_RULES: readonly TextRule[] = [
  {
    pattern: new RegExp(String.raw`\(([^()\n\uFFFC]{1,200})\)\[(${ADDRESS}[^\]\s]{1,300})\]`, "gu"),
    tell: (place, found, [, words, address]) =>
      diagnose("MRK085 swapped", place, { found, typed: sample(words, address) }),
  },
  {
    pattern: new RegExp(
      String.raw`\[([^[\]()\n\uFFFC]{1,200})\((${ADDRESS}[^\s()]{1,300})\)`,
      "gu",
    ),
    tell: (place, found, [, words, address]) =>
      diagnose("MRK085 open", place, { found, typed: sample(words, address) }),
  },
  {
    pattern:
      /\[([^[\]\n\uFFFC]{1,200})(?<!\d)\][<[{]?((?:https?:\/\/|www\.)[^\s\]}>)\uFFFC]+)[\]}>)]?/g,
    tell: (place, found, [, words, address]) =>
      diagnose("MRK085 square", place, { found, typed: sample(words, address) }),
  },
  {
    pattern: /!?\[[^[\]\n]{0,200}\]\((?!（)[^()\n]{0,300}\)?/g,
    tell: (place, found) => diagnose("MRK085 none", place, { found }),
  },
  {
    pattern: /!?\[\[(?![\s!"$(-])[^[\]\n\uFFFC]{1,200}\]?/g,
    tell: (place, found) => diagnose("MRK085 name", place, { found }),
  },
  {
    pattern: new RegExp(
      String.raw`^\[([^[\]^\n\uFFFC]{1,100})\]:[ \t]+((?:${ADDRESS}|<)[^\n\uFFFC]{1,300})`,
      "gmu",
    ),
    tell: (place, found, [, label = "", address = ""]) =>
      diagnose("MRK088 address", place, { found, label, address: address.trim() }),
  },
  {
    pattern:
      /(?<![\p{L}\p{N}\])}$])\[(?=[^[\]\n]*\p{L})([^[\]\n]{1,100})\]\[((?!\s)[^[\]\n]{0,60})\]/gu,
    tell: (place, found, [, words = "", label]) =>
      diagnose("MRK088 label", place, { found, label: label || words }),
  },
  {
    pattern:
      /\bhttps?(?:\s+:[ \t]*|:[ \t]+)\/\/\s*[^\s\uFFFC]+|\bhttps?:\/\/[ \t]+[\w-]+\.[^\s\uFFFC]+/gi,
    tell: (place, found, [taken]) =>
      diagnose("MRK089 taken", place, { found, typed: taken.replace(/\s+/g, "") }),
  },
  {
    pattern: /(?:https?:\/\/https?|\uFFFC):\/\/[\w-]+\.[^\s\uFFFC]+/gi,
    tell: (place, found, [taken]) => {
      const typed = `https${taken.slice(taken.lastIndexOf(":"))}`;
      return diagnose("MRK092 text", place, { found, typed });
    },
  },
  {
    pattern: /(?<=\uFFFC ?)\{[^{}\n\uFFFC]{0,100}=[^{}\n\uFFFC]{0,200}\}?/g,
    tell: (place, found) => diagnose("MRK091", place, { found }),
  },
];

/** A link whose address is not whole, or more than whole. */
export interface LinkRest {
  readonly kind: "bracket" | "space" | "unclosed";
  readonly token: Token;
  readonly address: string;
}

/**
 * Finds links that are never closed, those behind which a bracket of their address is left, and
 * those with a space in a web address: the words behind it may be none of it.
 */
export function findLinkRests(tokens: readonly Token[]): readonly LinkRest[] {
  const rests: LinkRest[] = [];
  let open = 0;
  let link: Token | undefined;
  tokens.forEach((token, index) => {
    const address = String(token.attrGet("href") ?? token.attrGet("src") ?? "");
    if (isUnclosed(token)) rests.push({ kind: "unclosed", token, address });
    else if (/^https?:\/\/\S+\s/i.test(address)) rests.push({ kind: "space", token, address });
    if (token.type === "link_open") link = token;
    if (token.type === "text") {
      for (const sign of token.content) open += sign === "(" ? 1 : sign === ")" ? -1 : 0;
      open = Math.max(0, open);
    }
    const next = tokens[index + 1];
    if (token.type !== "link_close" || token.markup === "autolink" || link === undefined) return;
    const rest = next?.type === "text" ? /^(?![:;])[^\s()[\]]{0,100}\)/.exec(next.content) : null;
    if (rest === null || open > 0 || isUnclosed(link)) return;
    const start = String(link.attrGet("href") ?? "");
    if (start.includes("(")) rests.push({ kind: "bracket", token: link, address: start + rest[0] });
  });
  return rests;
}
