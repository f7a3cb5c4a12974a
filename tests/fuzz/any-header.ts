import fc from "fast-check";
import { anyYaml } from "./any-yaml.ts";
import { asBytes, broken, withLineEnds } from "./broken-text.ts";

const KEYS =
  "layout title Title summary author authors date duration platform level prerequisites licence license attribution permalink redirect_from parent breadcrumb activity discussion input deepening synthesis adids stage language lang audience name url titel".split(
    " ",
  );
const OPENING = [
  ...Array<string>(8).fill("---\ntitle: Case\n"),
  ...Array<string>(4).fill("---\nlayout: module\ntitle: Case\npermalink: /locks/case/\n"),
  ...Array<string>(6).fill("---\n"),
  ..."--- \n|---yaml\n|---js\n|---json\n|+++\n|\n\n---\n|----\n|—\n|--- # x\n|\uFEFF---\n|".split(
    "|",
  ),
];
const CLOSING = [
  ...Array<string>(20).fill("\n---\n"),
  ..."\n...\n|\n--- \n|\n|\n--\n|\n---|\n+++\n|\n---\n---\n|\n --- \n".split("|"),
];
const BODIES = [
  "Text.\n",
  "",
  "# Title\n\n## Goals\n",
  "\uFEFFText",
  "---\ntitle: b\n---\n",
  "\n\n\n",
];

/** The file of a page with any header. */
export const anyHeaderPage: fc.Arbitrary<Uint8Array> = asBytes(
  withLineEnds(
    broken(
      fc
        .tuple(
          fc.constantFrom(...OPENING),
          anyYaml(KEYS),
          fc.constantFrom(...CLOSING),
          fc.constantFrom(...BODIES),
        )
        .map((parts) => parts.join("")),
      1,
    ),
  ),
);
