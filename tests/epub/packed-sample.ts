import { packBook } from "../../src/epub/archive.ts";

export const text = "All work and no play. ".repeat(50);

export const picture = new Uint8Array(500).fill(7);

export const archive = packBook([
  { name: "META-INF/container.xml", content: text },
  { name: "EPUB/a.png", content: picture },
]);

export const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
