import type { MadeFile } from "../../src/provenance/record-schema.ts";

export const sumOf = (digit: string) => digit.repeat(64);

/** A file of a book as a build describes it. */
export function makeFile(path: string, digit: string, more: Partial<MadeFile> = {}): MadeFile {
  return {
    path,
    sha256: sumOf(digit),
    sizeBytes: 100,
    language: "en",
    module: "locks",
    edition: "trainer",
    settings: {
      tool: "1.0.0",
      theme: { name: "handout", sha256: sumOf("e") },
      curriculum: sumOf("c"),
      links: "notes",
      epub: { fonts: "auto" },
    },
    inputs: { "locks/locks.md": sumOf("1"), "locks/keys.md": sumOf("2") },
    ...more,
  };
}
