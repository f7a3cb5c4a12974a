import { test } from "node:test";
import fc from "fast-check";
import { inspectFile } from "../../src/inspect/inspect-file.ts";
import { sameCases } from "../support/seed.ts";
import { book } from "./archive-scene.ts";
import { packFiles, sampleFiles } from "./sample-epub.ts";

test("any bytes in any place give a verdict", () => {
  const names = Object.keys(sampleFiles());
  fc.assert(
    fc.property(
      fc.nat(book.length - 1),
      fc.uint8Array({ maxLength: 8 }),
      fc.constantFrom(...names),
      fc.string({ unit: "binary", maxLength: 200 }),
      (at, noise, name, text) => {
        const bytes = new Uint8Array(book);
        bytes.set(noise.subarray(0, bytes.length - at), at);
        inspectFile(bytes);
        inspectFile(packFiles({ ...sampleFiles(), [name]: text }));
        inspectFile(packFiles({ ...sampleFiles(), [text || "x"]: text }));
      },
    ),
    sameCases(150),
  );
});
