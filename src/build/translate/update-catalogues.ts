import { join } from "node:path";
import { type Catalogue, EMPTY_ENTRY, type Entry } from "../../gettext/catalogue.ts";
import { createHeader, readFields, withFields } from "../../gettext/header.ts";
import { findNearIn } from "../../gettext/near-entries.ts";
import { writeCatalogue } from "../../gettext/write-catalogue.ts";
import type { Host } from "../../host/host.ts";
import { type Alignment, alignUnits } from "../../translation/align-units.ts";
import { keyOfUnit, type PageUnits, UNIT_RULES } from "../../translation/unit.ts";
import {
  countUpdate,
  listTemplate,
  type UpdateCounts,
  updateCatalogue,
} from "../../translation/update-catalogue.ts";
import { CATALOGUE_FOLDER } from "../load/catalogue-paths.ts";
import type { LoadedCurriculum } from "../load/load-curriculum.ts";
import { refusal } from "../request-messages.ts";
import { planCatalogues } from "./plan-catalogues.ts";

/** A catalogue that was written, or was right already. */
export interface UpdatedCatalogue {
  /** POSIX, relative to the curriculum's root. */
  readonly path: string;
  readonly isChanged: boolean;
  readonly counts: UpdateCounts;
}

/** Writes the templates that translators begin with: `translations/tails.pot`. */
export async function extractTemplates(
  host: Host,
  loaded: LoadedCurriculum,
): Promise<readonly UpdatedCatalogue[]> {
  const written: UpdatedCatalogue[] = [];
  for (const { name, pages } of planCatalogues(loaded)) {
    const template = makeTemplate(loaded, pages);
    written.push(await write(host, loaded, `${CATALOGUE_FOLDER}/${name}.pot`, template));
  }
  return written;
}

/**
 * To write a catalogue that could not be read wholly would lose what is in it.
 *
 * @throws RequestError where there is one, in any language.
 */
export function refuseDamaged({ translations, diagnostics }: LoadedCurriculum): void {
  const catalogues = [...(translations?.editions.values() ?? [])].flatMap((one) => one.catalogues);
  const damaged = catalogues.find(({ isWhole }) => !isWhole)?.path;
  // What is too large, or a link that leads out, was not opened at all.
  const unopened = diagnostics.find(
    ({ code, place: { file } }) =>
      /^(?:EDG|FIL)/.test(code) && `${file}/`.startsWith(`${CATALOGUE_FOLDER}/`),
  )?.place.file;
  const path = damaged ?? unopened;
  if (path !== undefined) throw refusal("catalogue damaged", { path });
}

/**
 * Brings the catalogues of a language up to the state of the source; makes those that are not there.
 * Whoever calls it has seen that none is damaged (`refuseDamaged`).
 *
 * @param language canonical tag.
 */
export async function updateCatalogues(
  host: Host,
  loaded: LoadedCurriculum,
  language: string,
): Promise<readonly UpdatedCatalogue[]> {
  const known = loaded.translations?.editions.get(language)?.catalogues ?? [];
  const planned = planCatalogues(loaded);
  const units = planned.flatMap(({ pages }) => pages.flatMap((page) => page.units));
  const entries = known.flatMap(({ catalogue }) => catalogue.entries);
  const alignment = alignUnits(units, entries, findNearIn(entries));
  const folder = `${CATALOGUE_FOLDER}/${language}`;
  const paths = new Set(planned.map(({ name }) => `${folder}/${name}.po`));
  // What no module has any more keeps its file: what was translated there may be of use again.
  const left = known.filter(({ path }) => !paths.has(path));
  const all = [
    ...planned.map(({ name, pages }) => ({ path: `${folder}/${name}.po`, pages })),
    ...left.map(({ path }) => ({ path, pages: [] })),
  ];
  const catalogues = all.map(({ path, pages }) => {
    const before = known.find((one) => one.path === path)?.catalogue;
    const header = before?.header ?? newHeader(loaded, language);
    const earlier = { header, entries: before?.entries ?? [] };
    const catalogue = updateCatalogue(earlier, makeTemplate(loaded, pages), alignment);
    const living = earlier.entries.filter((entry) => alignment.used.has(entry));
    const isLeft = living.some(leavesFrom(pages, alignment));
    return { path, catalogue: withRules(catalogue), isLeft };
  });
  // What moves to another file is written there before it goes from its own: the power may fail.
  catalogues.sort((one, other) => Number(one.isLeft) - Number(other.isLeft));
  const written: UpdatedCatalogue[] = [];
  for (const { path, catalogue } of catalogues) {
    written.push(await write(host, loaded, path, catalogue));
  }
  return written.sort((one, other) => order(one.path) - order(other.path));

  function order(path: string): number {
    return all.findIndex((one) => one.path === path);
  }
}

/** True of an entry whose translation goes on in a catalogue with other pages. */
function leavesFrom(
  pages: readonly PageUnits[],
  { origins }: Alignment,
): (entry: Entry) => boolean {
  const kept = new Set(
    pages.flatMap(({ units }) =>
      units.flatMap((unit) => {
        const origin = origins.get(keyOfUnit(unit));
        return origin === undefined || origin.kind === "new" ? [] : [origin.entry];
      }),
    ),
  );
  return (entry) => !kept.has(entry);
}

function makeTemplate(loaded: LoadedCurriculum, pages: readonly PageUnits[]): Catalogue {
  return withRules({ header: newHeader(loaded, undefined), entries: listTemplate(pages) });
}

/** Whoever reads a catalogue is to know by which rules its pages were cut. */
function withRules({ header = EMPTY_ENTRY, entries }: Catalogue): Catalogue {
  const others = readFields(header).filter(({ name }) => name !== RULES_FIELD);
  const fields = [...others, { name: RULES_FIELD, value: String(UNIT_RULES) }];
  return { header: withFields(header, fields), entries };
}

async function write(
  { fileSystem }: Host,
  loaded: LoadedCurriculum,
  path: string,
  catalogue: Catalogue,
): Promise<UpdatedCatalogue> {
  const bytes = new TextEncoder().encode(writeCatalogue(catalogue));
  const before = loaded.bytesOf(path);
  const isChanged = before === undefined || Buffer.compare(before, bytes) !== 0;
  if (isChanged) await fileSystem.writeFile(join(loaded.root, path), bytes, loaded.root);
  return { path, isChanged, counts: countUpdate(catalogue.entries) };
}

const RULES_FIELD = "X-Handpress-Units";

function newHeader({ configuration }: LoadedCurriculum, language: string | undefined): Entry {
  const project = configuration.title || "curriculum";
  return createHeader(language === undefined ? { project } : { project, language });
}
