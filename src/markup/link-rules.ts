import type { Token } from "markdown-it";
import { isUnclosed } from "../markdown/loose-links.ts";
import type { TextRule } from "./text-lint.ts";

/** How an address begins that can be nothing else. */
const ADDRESS = String.raw`(?:https?:\/\/|www\.|mailto:|\.{0,2}\/(?=[^\s/]))`;

const sample = (words: string | undefined, address: string | undefined) =>
  `\`[${words ?? "words"}](${address ?? "https://…"})\``;

/** What is left of links whose brackets are wrong, in a text from which every link is taken. */
export const LINK_RULES: readonly TextRule[] = [
  {
    code: "MRK085",
    pattern: new RegExp(String.raw`\(([^()\n\uFFFC]{1,200})\)\[(${ADDRESS}[^\]\s]{1,300})\]`, "gu"),
    message: (found) => `Unexpected order of the brackets of a link, ${found}, expected \`[](\``,
    hint: ([, words, address]) => `Swap them: ${sample(words, address)}.`,
  },
  {
    code: "MRK085",
    pattern: new RegExp(
      String.raw`\[([^[\]()\n\uFFFC]{1,200})\((${ADDRESS}[^\s()]{1,300})\)`,
      "gu",
    ),
    message: (found) => `Unexpected link ${found} without \`]\`, expected it before the address`,
    hint: ([, words, address]) => `Type the missing bracket: ${sample(words, address)}.`,
  },
  {
    code: "MRK085",
    pattern:
      /\[([^[\]\n\uFFFC]{1,200})(?<!\d)\][<[{]?((?:https?:\/\/|www\.)[^\s\]}>)\uFFFC]+)[\]}>)]?/g,
    message: (found) =>
      `Unexpected address right behind \`]\` in ${found}, expected round brackets`,
    hint: ([, words, address]) => `Type round brackets around it: ${sample(words, address)}.`,
  },
  {
    code: "MRK085",
    pattern: /!?\[[^[\]\n]{0,200}\]\((?!（)[^()\n]{0,300}\)?/g,
    message: (found) =>
      `Unexpected \`](\` in ${found} that makes no link, expected an address in it`,
    hint: () =>
      "Write the address alone between the round brackets, `%20` for a space in it. If it is no link, put a space between `]` and `(`.",
  },
  {
    code: "MRK085",
    pattern: /!?\[\[(?![\s!"$(-])[^[\]\n\uFFFC]{1,200}\]?/g,
    message: (found) => `Unexpected \`[[\` in ${found}, expected \`]]\` behind a page's name`,
    hint: () => "Type `]]` behind the name, or take the brackets away.",
  },
  {
    code: "MRK088",
    pattern: new RegExp(
      String.raw`^\[([^[\]^\n\uFFFC]{1,100})\]:[ \t]+((?:${ADDRESS}|<)[^\n\uFFFC]{1,300})`,
      "gmu",
    ),
    message: (found) => `Unexpected address in ${found}, expected one without a space`,
    hint: ([, label, address = ""]) =>
      `Put it between \`<\` and \`>\`: \`[${label}]: <${address.trim()}>\`, with an empty line before it.`,
  },
  {
    code: "MRK088",
    pattern:
      /(?<![\p{L}\p{N}\])}$])\[(?=[^[\]\n]*\p{L})([^[\]\n]{1,100})\]\[((?!\s)[^[\]\n]{0,60})\]/gu,
    message: (found) =>
      `Unexpected label of a link in ${found}, expected one that the page defines`,
    hint: ([, words, label]) =>
      `Add a line at the page's end, with an empty line before it: \`[${label || words}]: https://…\``,
  },
  {
    code: "MRK089",
    pattern:
      /\bhttps?(?:\s+:[ \t]*|:[ \t]+)\/\/\s*[^\s\uFFFC]+|\bhttps?:\/\/[ \t]+[\w-]+\.[^\s\uFFFC]+/gi,
    message: (found) => `Unexpected space in the address ${found}, expected none`,
    hint: ([found]) => `Take it away: \`${found.replace(/\s+/g, "")}\`.`,
  },
  {
    code: "MRK092",
    pattern: /(?:https?:\/\/https?|\uFFFC):\/\/[\w-]+\.[^\s\uFFFC]+/gi,
    message: (found) => `Unexpected second \`https://\` in ${found}, expected one`,
    hint: ([found]) => `Leave one: \`https${found.slice(found.lastIndexOf(":"))}\`.`,
  },
  {
    code: "MRK091",
    pattern: /(?<=\uFFFC ?)\{[^{}\n\uFFFC]{0,100}=[^{}\n\uFFFC]{0,200}\}?/g,
    message: (found) => `Unexpected braces ${found}, expected a list of attributes`,
    hint: () =>
      'Write it as in `{width=40}` or `{alt="A lock"}`, with both quotation marks or none, or take it away.',
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
