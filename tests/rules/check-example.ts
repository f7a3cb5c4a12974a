import type { Example } from "../../src/diagnostics/rule.ts";
import { checkCatalogue } from "../../src/gettext/check-catalogue.ts";
import { readCatalogue } from "../../src/gettext/read-catalogue.ts";
import { MEMORY, overlayFileSystem } from "../support/overlay-file-system.ts";
import { runHandpress } from "../support/run-handpress.ts";

export interface Told {
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly place: { readonly file: string };
}

type ShownExample = Exclude<Example, string>;
type CurriculumExample = Exclude<ShownExample, { catalogue: string }>;
type Files = Readonly<Record<string, string>>;

const MODULE = "---\nlayout: module\ntitle: Locks\npermalink: /locks/\ndate: 2020-04\ninput:\n";
/** What the examples stand in: one module with two sessions, in which nothing is wrong. */
const AROUND: Files = {
  "handpress.yaml": "title: Doors and Locks\n",
  "locks.md": `${MODULE}  - name: Keys\n    url: /keys/\n  - name: Bolts\n    url: /bolts/\n---\n\nA good lock keeps a door closed for a long time.\n`,
  "keys.md":
    "---\ntitle: Keys\npermalink: /keys/\nadids: Input\n---\n\nKeep a spare key in a place that only you know.\n",
  "bolts.md": "---\ntitle: Bolts\npermalink: /bolts/\nadids: Input\n---\n\nOil the bolts.\n",
};

/** What a page of an example may link to or be called. */
const ADDRESSES = /\/(?:locks|keys|bolts|doors|frames|hinges|old-keys|old-bolts|kesy)\//g;

/** What is said of each example, by `handpress check` or by the reader of catalogues. */
export async function checkExamples(
  examples: readonly ShownExample[],
): Promise<readonly (readonly Told[])[]> {
  const isOfCurriculum = (one: ShownExample): one is CurriculumExample => !("catalogue" in one);
  const told = [...(await checkCurricula(examples.filter(isOfCurriculum)))];
  return examples.map((one) =>
    "catalogue" in one ? readExample(one.catalogue) : (told.shift() ?? []),
  );
}

function readExample(text: string): readonly Told[] {
  const { value, diagnostics } = readCatalogue(text, "fr.po");
  return [...diagnostics, ...checkCatalogue(value, "fr.po")];
}

/**
 * What `handpress check` says of each example. They stand beside each other in one curriculum where
 * they can: a program that starts two hundred times would take minutes.
 */
async function checkCurricula(
  examples: readonly CurriculumExample[],
): Promise<readonly (readonly Told[])[]> {
  const found = examples.map((): readonly Told[] => []);
  const pages = examples.flatMap((example, at) => ("files" in example ? [] : [{ example, at }]));
  const parts = pages.map(({ example, at }) => makeModule(example, `n${at}`));
  const told = await check(Object.assign({}, AROUND, ...parts));
  for (const { at } of pages) found[at] = told.filter((one) => isOf(one, `n${at}`));
  const groups = examples.flatMap((example, at) =>
    "files" in example && !isOfTheRoot(example.files) ? [{ files: example.files, at }] : [],
  );
  const folders = groups.map(({ files, at }) => moveInto(`n${at}`, { ...AROUND, ...files }));
  const all = await check(Object.assign({}, ...folders, { "handpress.yaml": "title: Locks\n" }));
  for (const { at } of groups) found[at] = all.filter((one) => isOf(one, `n${at}`));
  for (const [at, example] of examples.entries()) {
    if ("files" in example && isOfTheRoot(example.files))
      found[at] = await check({ ...AROUND, ...example.files });
  }
  return found;
}

async function check(files: Files): Promise<readonly Told[]> {
  const fileSystem = overlayFileSystem(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [`c/${path}`, text])),
  );
  const { out } = await runHandpress(["check", "c", "--json"], { cwd: MEMORY, fileSystem });
  return JSON.parse(out).diagnostics;
}

function isOf({ place }: Told, folder: string): boolean {
  return place.file.startsWith(`c/${folder}/`) || place.file === `c/${folder}`;
}

/**
 * The configuration and folders of languages have their meaning at the root alone, and what one page
 * says of its language helps to guess that of others.
 */
function isOfTheRoot(files: Files): boolean {
  return Object.entries(files).some(
    ([path, text]) =>
      /^(?:handpress\.yaml|ar\/|es\/|spanish\/|translations\/)/.test(path) ||
      /\p{Script=Arabic}/u.test(text),
  );
}

/** A page of an example as the one session of a module. */
function makeModule(example: Exclude<CurriculumExample, { files: Files }>, folder: string): Files {
  const page =
    "header" in example
      ? `---\n${example.header.replace("/keys/", `/${folder}/keys/`)}\n---\n\nKeep a spare key.\n`
      : `---\ntitle: Keys\npermalink: /${folder}/keys/\nadids: Input\n---\n\n${example.page}\n`;
  return {
    [`${folder}/locks.md`]: `${MODULE.replace("/locks/", `/${folder}/locks/`)}  - name: Keys\n    url: /${folder}/keys/\n---\n`,
    [`${folder}/keys.md`]: page,
  };
}

function moveInto(folder: string, { "handpress.yaml": _, ...files }: Files): Files {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      `${folder}/${path}`,
      text.replace(ADDRESSES, (address) => `/${folder}${address}`),
    ]),
  );
}
