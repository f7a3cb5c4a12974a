import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Catalogue, EMPTY_ENTRY, type Entry, keyOf } from "../../src/gettext/catalogue.ts";
import { createHeader } from "../../src/gettext/header.ts";
import { mergeCatalogue, type Origin } from "../../src/gettext/merge-catalogue.ts";
import { findNearIn } from "../../src/gettext/near-entries.ts";
import { readCatalogue } from "../../src/gettext/read-catalogue.ts";
import { writeCatalogue } from "../../src/gettext/write-catalogue.ts";
import { chanceFrom } from "../support/seed.ts";

const LANGUAGES = 15;
const WORDS = 100_000;
const VOCABULARY = 6000;
const LONGEST_ENTRY = 32;

/**
 * What it takes to bring catalogues of 100,000 words in fifteen languages up to a template in which one entry
 * of ten has another word, and one of ten is new; beside gettext's tools with one of these languages.
 */
export function benchCatalogues(): readonly string[] {
  const header = createHeader({ project: "Bench", language: "fr" });
  const entries = inventEntries();
  const old = writeCatalogue({ header, entries });
  const template = { header, entries: entries.map(changeEntry) };
  const begun = performance.now();
  for (let language = 0; language < LANGUAGES; language += 1) update(old, template);
  const seconds = (performance.now() - begun) / 1000;
  const each = seconds / LANGUAGES;
  return [
    `${LANGUAGES} catalogues of ${entries.length} entries, ${(old.length / 1e6).toFixed(1)} MB each: ${seconds.toFixed(1)} s`,
    ...compare(old, writeCatalogue(template)).map(
      ({ what, took }) => `${what}: ${(took / each).toFixed(1)} times one of ours`,
    ),
  ];
}

function update(text: string, template: Catalogue): string {
  const old = readCatalogue(text, "fr.po").value;
  const known = new Map(old.entries.map((entry) => [keyOf(entry), entry]));
  const findNear = findNearIn(old.entries);
  const origins = new Map<string, Origin>();
  for (const entry of template.entries) {
    const key = keyOf(entry);
    const same = known.get(key);
    const origin = same ?? findNear(entry.id);
    if (origin !== undefined)
      origins.set(key, { kind: same === undefined ? "near" : "same", entry: origin });
  }
  return writeCatalogue(mergeCatalogue(old, template, origins));
}

function compare(
  old: string,
  template: string,
): readonly { readonly what: string; readonly took: number }[] {
  const folder = mkdtempSync(join(tmpdir(), "bench-catalogues-"));
  const [catalogue, pot, output] = ["fr.po", "bench.pot", "out.po"].map((name) =>
    join(folder, name),
  );
  writeFileSync(catalogue ?? "", old);
  writeFileSync(pot ?? "", template);
  const commands = [
    `msgcat --no-wrap ${catalogue}`,
    `msgmerge --quiet --previous --no-wrap --no-fuzzy-matching ${catalogue} ${pot}`,
    `msgmerge --quiet --previous --no-wrap ${catalogue} ${pot}`,
  ];
  const taken = commands.flatMap((command) => {
    const [tool = "", ...options] = command.split(" ");
    const begun = performance.now();
    const { status } = spawnSync(tool, [...options, "-o", output ?? ""]);
    const took = (performance.now() - begun) / 1000;
    const what = command.split(` ${folder}`)[0] ?? "";
    return status === 0 ? [{ what, took }] : [];
  });
  rmSync(folder, { recursive: true });
  return taken;
}

const chance = chanceFrom(7);

/** Few words are frequent and many are rare, as in prose. */
function inventWords(count: number): string {
  const word = () => `w${Math.floor(VOCABULARY * chance() ** 3).toString(36)}`;
  return Array.from({ length: count }, word).join(" ");
}

function inventEntries(): readonly Entry[] {
  const entries: Entry[] = [];
  for (let words = 0; words < WORDS; ) {
    const count = 3 + Math.floor(chance() * LONGEST_ENTRY);
    words += count;
    const id = inventWords(count);
    const context = `page-${entries.length >> 4}: paragraph`;
    entries.push({ ...EMPTY_ENTRY, context, id, strings: [id.toUpperCase()] });
  }
  return entries;
}

function changeEntry(entry: Entry, at: number): Entry {
  const kind = at % 10;
  const id =
    kind === 0 ? entry.id.replace(/ \S+/, " another") : kind === 1 ? inventWords(12) : entry.id;
  return { ...entry, id, strings: [""] };
}
