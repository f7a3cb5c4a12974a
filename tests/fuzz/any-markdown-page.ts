import fc from "fast-check";
import { anyMarkdown } from "../support/any-markdown.ts";
import { anyAddress } from "./any-address.ts";
import { anyHtml } from "./any-html.ts";
import { asBytes, broken, splinter, withLineEnds } from "./broken-text.ts";

const PIECES = [
  "# ",
  "## ",
  "###### ",
  "#",
  "- ",
  "* ",
  "+ ",
  "1. ",
  "7) ",
  "> ",
  ">>> ",
  "    ",
  "\t",
  "\n",
  "\n\n",
  "\n    ",
  "\n\t- ",
  "\n>\n",
  "  \n",
  "\\\n",
  "|",
  "|-|-|\n",
  "|:-:|--:|\n",
  "| a | b |\n",
  "\n\n|||||\n|-|-|-|-|-|\n|",
  "***",
  "---\n",
  "===\n",
  "*",
  "**",
  "_",
  "__",
  "~~",
  "`",
  "```\n",
  "~~~ js\n",
  "``",
  "[",
  "]",
  "](",
  "](<",
  ">)",
  "![",
  "][",
  "[]",
  "[x]:",
  "[ ] ",
  "[x] ",
  "[^1]",
  "[^2]",
  "[^__proto__]",
  "[^1]: ",
  "\n[^2]: ",
  "^[",
  "[^ ]",
  "*[HTML]: ",
  "\n*[toString]: x\n",
  "HTML",
  "toString",
  "term\n: ",
  "\n: ",
  ":::",
  ":::trainer\n",
  "::: participant\n",
  ":::{.tip #goals}\n",
  "::::: warning Look\n",
  ":::trianer\n",
  "\n:::\n",
  "**:::trainer**\n",
  ":::\u200Fمدرب\n",
  "：：：note\n",
  "{: .notice}",
  "{: .trainer #goals onclick=x}",
  "{.tip style=x}",
  "{#goals}",
  "{:toc}",
  "{::nomarkdown}",
  "> [!NOTE]\n> ",
  "> [!x]\n> ",
  "Step 1: ",
  "**Step 1 |** ",
  "Trainer's Note",
  "### Materials to Prepare\n",
  "<br>",
  "<br/><br/>\n",
  "https://example.org/",
  "www.example.org",
  "<https://example.org>",
  "<a@example.org>",
  "javascript:x",
  "[a]: javascript:x\n",
  "[a]: <https://example.org> 'x'\n",
  "[a]",
  "words",
  "words words words",
  "مرحبا ",
  "\u200F",
  "\u00A0",
  "☐ ",
  "•\t",
] as const;

const loose = fc
  .array(
    fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 2, arbitrary: anyAddress },
      { weight: 1, arbitrary: anyHtml },
      { weight: 1, arbitrary: splinter },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.constantFrom(...PIECES), fc.integer({ min: 10, max: 400 }))
          .map(([piece, count]) => piece.repeat(count)),
      },
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(""));

const linked = fc
  .tuple(
    fc.constantFrom(
      "[x](<A>)",
      "![x](A)",
      "<A>",
      '[x](A "t")',
      "[A](A)",
      "[r]\n\n[r]: A\n",
      "A",
      "`A`",
      "[![x](A)](A)",
    ),
    anyAddress,
  )
  .map(([form, address]) => form.replaceAll("A", () => address));

/** Levels of lists, quotations and boxes, each by its own sign, with something at the bottom. */
const deep = fc
  .tuple(
    fc.array(
      fc.constantFrom("- ", "> ", "1. ", "  ", "    ", "\t", ":::tip\n", "* - ", "[^1]: ", ": "),
      { maxLength: 60 },
    ),
    loose,
  )
  .map(([signs, bottom]) =>
    signs.reduceRight(
      (inner, sign) =>
        sign + inner.replaceAll("\n", `\n${sign === "> " ? "> " : "  "}`).slice(0, 20_000),
      bottom,
    ),
  );

const body = fc.oneof(
  { weight: 3, arbitrary: anyMarkdown },
  { weight: 4, arbitrary: loose },
  { weight: 2, arbitrary: fc.array(linked, { maxLength: 5 }).map((all) => all.join(" ")) },
  { weight: 1, arbitrary: deep },
);

const HEADER = "---\ntitle: Case\nadids: input\npermalink: /locks/case/\n---\n";

/** The file of a page with a good header and any text. */
export const anyMarkdownPage: fc.Arbitrary<Uint8Array> = asBytes(
  withLineEnds(broken(body)).map((text) => `${HEADER}${text}`),
);
