import { before } from "node:test";
import { fileURLToPath } from "node:url";
import { listRules } from "../../src/rules/every-rule.ts";
import { checkExamples, type Told } from "./check-example.ts";

export const RULES = listRules();

export const SOURCE = fileURLToPath(new URL("../../src/", import.meta.url));

/** Content rules whose example is told in words, because a small text cannot show it. */
export const TOLD_IN_WORDS: Readonly<Record<string, string>> = {
  FIL002: "an example is text in UTF-8",
  FIL003: "a text of megabytes is no example",
  FIL011: "a whole page of it is needed, which nobody can read",
  FIL012: "a file system may keep one form only",
  CFG004: "only the name of the file is wrong",
  MRK004: "a page of thousands of lines is no example",
  IMG002: "the bytes of a picture are no text",
  IMG003: "the bytes of a picture are no text",
  IMG005: "the bytes of pictures are no text",
  IMG006: "the bytes of pictures are no text",
  IMG008: "the bytes of a picture are no text",
  FNT003: "a theme is needed",
  FNT004: "a package must be missing",
  FNT010: "only making an EPUB tells it",
  PUB005: "only a build for participants tells it",
  PUB006: "only a build with QR codes tells it",
  PUB010: "a defect of Handpress is needed",
  PUB020: "only a build for participants tells it",
  PUB021: "only a build for participants tells it",
  PUB022: "only a build for participants tells it",
  PUB023: "only a build for participants tells it",
};

/** Kinds of codes that pages, their header and the configuration give. */
export const CONTENT = /^(?:FIL|HDR|CFG|LNK|MRK|IMG|FNT|PUB)/;

export const SHOWN = RULES.flatMap((rule) => {
  const { bad, good } = rule;
  return typeof bad === "string" || typeof good === "string" ? [] : [{ rule, bad, good }];
});

export let found: readonly (readonly Told[])[] = [];

export function show(told: readonly Told[]): string {
  return told.map(({ code, message }) => `${code} ${message}`).join("\n") || "nothing";
}

/** Before and after the tests of a file. */
export function prepare(): void {
  before(async () => {
    found = await checkExamples(SHOWN.flatMap(({ bad, good }) => [bad, good]));
  });
}
