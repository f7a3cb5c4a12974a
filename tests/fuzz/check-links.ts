import assert from "node:assert/strict";
import { createResolver } from "../../src/curriculum/resolver.ts";
import { checkPage } from "./check-page.ts";
import { demandSoundDiagnostics } from "./diagnostic-rules.ts";
import { demandOutward } from "./plain-rules.ts";
import { CASE_PATH, filesWith, IMAGES, readCase } from "./surroundings.ts";

const text = new TextEncoder();
const EMPTY = text.encode("---\ntitle: Case\nadids: input\npermalink: /locks/case/\n---\n");
const { curriculum, page, around } = readCase(EMPTY);

/** Addresses: as the resolver answers them, and as a page holds them in each way of writing. */
export function checkLinks(addresses: readonly string[]): void {
  assert.ok(page);
  const { resolveLink, resolveImage } = createResolver(curriculum, page);
  for (const address of addresses) {
    const link = resolveLink(address);
    if (link.kind === "external") demandOutward(link.url);
    if (link.kind === "page") assert.ok(around.pages.has(link.path), link.path);
    if (link.kind === "file") assert.ok(Object.hasOwn(filesWith(EMPTY), link.path), link.path);
    const image = resolveImage(address);
    if (image.kind === "file") assert.ok(IMAGES.has(image.path), image.path);
  }
  const header = `---\ntitle: Case\nadids: input\npermalink: /locks/case/\nredirect_from: ${JSON.stringify(addresses)}\n---\n`;
  const written = addresses.map(
    (address, at) =>
      `[one](<${address}>) [two](${address}) <${address}> [three][r${at}] ![four](${address})\n\n[r${at}]: ${address}\n\n<a href="${address}">five</a> <a href='${address}'>six</a> <a href=${address}>seven</a> <img src="${address}" alt="">`,
  );
  checkPage(text.encode(`${header}${written.join("\n\n")}\n`));
  const sessions = addresses.map((address) => `  - name: a\n    url: ${JSON.stringify(address)}\n`);
  const listing = text.encode(
    `---\nlayout: module\ntitle: Case\npermalink: ${JSON.stringify(addresses[0] ?? "")}\ninput:\n${sessions.join("")}---\n`,
  );
  demandSoundDiagnostics(readCase(listing).diagnostics, filesWith(listing));
  assert.equal(CASE_PATH, page.path);
}
