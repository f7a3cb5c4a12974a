import type { Module } from "../../curriculum/module.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { FileSystemError } from "../../host/file-system.ts";
import { drawLinkCode } from "../../image/draw-link-code.ts";
import type { ImageStore, PreparedImage } from "../../image/image.ts";
import type { PageDocument } from "../../markup/document.ts";
import { assemblePublication } from "../../publication/assemble-publication.ts";
import type {
  BookPlan,
  Imprint,
  PlannedPage,
  PlannedSession,
  Sibling,
} from "../../publication/book-plan.ts";
import { listLinkCodes } from "../../publication/link-code.ts";
import { plainText } from "../../publication/plain-text.ts";
import type { Brand, Publication } from "../../publication/publication.ts";
import { reviewReaders } from "../../publication/review-readers.ts";
import type { Configuration } from "../../source/configuration.ts";
import { type Page, STAGES, type StageItem } from "../../source/page.ts";
import { matchTrainerPhrase } from "../../wording/trainer-phrase.ts";
import type { LoadedCurriculum } from "../load/load-curriculum.ts";
import type { BuildSettings } from "../plan/build-settings.ts";
import type { Book, Offprint } from "../plan/select-books.ts";
import { diagnose } from "../rules.ts";
import type { DocumentStore } from "../stores/document-store.ts";
import type { PictureStore } from "../stores/picture-store.ts";
import { describeTranslation } from "./describe-translation.ts";

export interface CompiledBook {
  readonly publication: Publication;
  readonly images: ImageStore;
  /** What the publication was assembled from, for the other edition of the same book. */
  readonly plan: BookPlan;
  readonly imprint: Imprint;
  /** It is not to be made: something in it could be for trainers. */
  readonly isRefused: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** What books are compiled from. */
export interface BookSources {
  readonly loaded: LoadedCurriculum;
  readonly documents: DocumentStore;
  readonly pictures: PictureStore;
}

/**
 * Takes the documents of a book's pages and its pictures, draws its codes, and assembles it.
 *
 * @param prepared pictures that stand for the book's own, which are then not read.
 */
export async function compileBook(
  sources: BookSources,
  book: Book,
  settings: Pick<BuildSettings, "links" | "sourceDateSeconds">,
  prepared?: ImageStore,
): Promise<CompiledBook> {
  const { loaded, documents: known } = sources;
  const diagnostics: Diagnostic[] = [];
  const documents = new Map<string, PageDocument>();
  const isForParticipants =
    book.edition === "participant" || loaded.configuration.editions?.includes("participant");
  const plan = (page: Page, name = ""): PlannedPage => {
    let document = documents.get(page.path);
    if (document === undefined) {
      const { value, diagnostics: found } = known.read(page);
      for (const one of found) diagnostics.push(one);
      document = value;
      documents.set(page.path, value);
    }
    const source = loaded.curriculum.index.sources.get(page.path);
    if (!isForParticipants) return { page, document };
    const isNamedForTrainers = [page.header.title, name].some(
      (title) => matchTrainerPhrase(known.wording, title)?.kind === "label",
    );
    if (source === undefined || source === page) return { page, document, isNamedForTrainers };
    // What is wrong with the source is told where its own book is made.
    const original = { page: source, document: known.read(source).value };
    return { page, document, isNamedForTrainers, original };
  };
  const { module, offprint } = book;
  // An offprint says whose it is: the text of the module's page is not in it.
  const modulePage =
    offprint === undefined ? plan(module.page) : { page: module.page, document: NO_TEXT };
  const sessions = STAGES.flatMap((stage) =>
    module.stages[stage]
      .filter((session) => offprint === undefined || session === offprint.session)
      .map((session): PlannedSession => {
        if (session.kind === "missing") {
          return { stage, name: session.name || lastWords(session.item.url) };
        }
        const { name, audience } = session;
        const nameLanguage = nameLanguageOf(module.page, session.item);
        return {
          stage,
          name,
          ...(nameLanguage === undefined ? {} : { nameLanguage }),
          found: plan(session.page, name),
          ...(audience === undefined ? {} : { audience }),
        };
      }),
  );
  const images =
    prepared === undefined
      ? await prepareImages(sources.pictures, documents, module.language)
      : { store: prepared, diagnostics: [] };
  for (const one of images.diagnostics) diagnostics.push(one);
  const bookPlan: BookPlan = {
    name: book.fileName,
    permalink: book.permalink,
    languageTag: module.language,
    position: offprint?.position ?? book.position,
    ...(offprint === undefined
      ? {}
      : { offprint: { key: offprint.key, siblings: listSiblings(module, offprint) } }),
    edition: book.edition,
    ...describeTranslation(loaded, book),
    parts: [{ module: modulePage, sessions }],
  };
  const imprint = describeImprint(loaded, settings);
  const { value: publication, diagnostics: assembling } = assemblePublication(
    bookPlan,
    imprint,
    images.store,
  );
  for (const one of assembling) diagnostics.push(one);
  const refusals = book.edition === "participant" ? reviewReaders(bookPlan) : [];
  for (const one of refusals) diagnostics.push(one);
  const codes = listLinkCodes(publication);
  const store = new Map(images.store);
  for (const { src, address } of codes) store.set(src, drawLinkCode(address));
  return {
    publication,
    images: store,
    plan: bookPlan,
    imprint,
    isRefused: refusals.length > 0,
    diagnostics,
  };
}

const NO_TEXT: PageDocument = {
  body: { type: "root", children: [] },
  headings: [],
  footnotes: [],
  anchors: new Map(),
  images: [],
};

/** What an offprint must know of the sessions that it does not hold: links lead to them. */
function listSiblings(module: Module, { session: own }: Offprint): ReadonlyMap<string, Sibling> {
  const siblings = new Map<string, Sibling>();
  for (const session of STAGES.flatMap((stage) => module.stages[stage])) {
    if (session.kind === "missing" || session.page.path === own.page.path) continue;
    const { name, page, audience } = session;
    siblings.set(page.path, {
      title: plainText(name),
      languageTag: nameLanguageOf(module.page, session.item) ?? page.language,
      ...(audience === undefined ? {} : { audience }),
    });
  }
  return siblings;
}

/**
 * The language of a module's own name for a session. A list that a translated module takes over from its
 * source has the source's names, which are those of its sessions' pages.
 */
function nameLanguageOf({ path, language, translation }: Page, item: StageItem) {
  if (item.name === "") return undefined;
  if (item.place.file === path || item.isTranslated === true) return language;
  return translation?.sourceLanguage;
}

/** What an address says of a page that nobody named: its last part, in words. */
function lastWords(url: string): string {
  const part =
    url
      .split("/")
      .filter((one) => one !== "")
      .at(-1) ?? url;
  return part.replaceAll(/[-_]+/g, " ");
}

/** The pictures of some pages, each once. Adds IMG001–IMG004, IMG008, IMG009, IMG020 and EDG001. */
export async function prepareImages(
  pictures: PictureStore,
  documents: ReadonlyMap<string, PageDocument>,
  languageTag: string | undefined,
): Promise<{ readonly store: ImageStore; readonly diagnostics: readonly Diagnostic[] }> {
  const store = new Map<string, PreparedImage>();
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<string>();
  for (const { images } of documents.values()) {
    for (const use of images) {
      const { path, place, bytes } = use;
      if (seen.has(path)) continue;
      seen.add(path);
      try {
        const outcome = await pictures.prepare(use, languageTag);
        if (outcome.image !== undefined) store.set(path, outcome.image);
        const severity = outcome.image === undefined ? "error" : "warning";
        const found = outcome.image === undefined ? outcome.diagnostic : outcome.doubt;
        if (found !== undefined) {
          const message = `${found.message} (${bytes === undefined ? path : "in the page itself"})`;
          diagnostics.push({ ...found, severity, message, place });
        }
      } catch (error) {
        if (!(error instanceof FileSystemError)) throw error;
        diagnostics.push(diagnose("EDG001 image", place, { path }));
      }
    }
  }
  return { store, diagnostics };
}

function describeBrand({ brand, publisher }: Configuration): Brand {
  return {
    name: brand?.name || publisher,
    contact: brand?.contact ?? [],
    ...(brand?.logo === undefined ? {} : { logo: brand.logo.path }),
  };
}

function describeImprint(
  { configuration }: LoadedCurriculum,
  { links, sourceDateSeconds }: Pick<BuildSettings, "links" | "sourceDateSeconds">,
): Imprint {
  return {
    curriculumTitle: configuration.title,
    // Whoever shows its name on a book publishes it, unless another is named.
    publisher: configuration.publisher || (configuration.brand?.name ?? ""),
    version: configuration.version,
    ...(configuration.brand === undefined ? {} : { brand: describeBrand(configuration) }),
    ...(configuration.licence === undefined ? {} : { licence: configuration.licence }),
    ...(sourceDateSeconds === undefined ? {} : { sourceDateSeconds }),
    links,
    namesTrainerEdition: new Set(configuration.editions).size > 1,
  };
}
