import type { Told } from "../diagnostics/diagnose.ts";
import type { Catalogue, Entry } from "./catalogue.ts";
import { findTemplateProblem, type TemplateNames } from "./check-templates.ts";
import { COVER_COLOURS, findFaintColour } from "./cover-colours.ts";
import type { Descriptor } from "./descriptor.ts";
import { type Layer, loadLayers, type NamedBy, sumLayers } from "./load-layers.ts";
import { readCatalogue } from "./read-catalogue.ts";
import { readVocabularies } from "./read-vocabulary.ts";
import { diagnose } from "./rules.ts";
import { stripComments } from "./strip-comments.ts";
import { compileTemplates, listHelpers, type Template, TemplateFailure } from "./templates.ts";
import type { CoverColours, FontChoice, PrintLook, Theme } from "./theme.ts";
import { placeIn, ThemeError, themeError } from "./theme-error.ts";
import type { ThemeFiles, ThemeFinder } from "./theme-files.ts";
import { speakFrom, wordsBelow } from "./words.ts";

/** Type on small sheets against that on large ones, and the head's line, where no theme says. */
const PLAIN_LOOK: PrintLook = {
  scriptSizesPt: new Map(),
  smallSheets: 0.9,
  headSizePt: 8.25,
  noteLines: 0,
  images: "colour",
};

export interface ThemeSource {
  /** The themes that come with the product, for suggestions. */
  readonly names?: readonly string[];
  /** Where the theme is asked for. */
  readonly namedBy?: NamedBy;
}

/** A template's text, and the file that it is in. */
interface TemplateFile {
  readonly file: string;
  readonly text: string;
}

/**
 * Loads a theme and all that it extends, and looks at everything in it that can be looked at without
 * a book.
 *
 * @throws ThemeError (THM001–THM006, THM009–THM011): themes are code, and a book is not half made
 *   with half of one.
 */
export async function loadTheme(
  name: string,
  find: ThemeFinder,
  { names = ["handout"], namedBy = { file: "handpress.yaml" } }: ThemeSource = {},
): Promise<Theme> {
  const layers = await loadLayers(name, find, names, namedBy);
  const catalogues = new Map<string, Map<string, Entry>>();
  const faces = new Map<string, FontChoice>();
  let bodySizePt = 10.5;
  let print = PLAIN_LOOK;
  let cover = COVER_COLOURS;
  for (const { files, descriptor } of layers) {
    addWords(catalogues, files);
    for (const [script, choice] of Object.entries(descriptor.faces)) faces.set(script, choice);
    bodySizePt = descriptor.print.bodySizePt ?? bodySizePt;
    print = mixLook(print, descriptor.print);
    cover = mixCover(files, cover, descriptor.cover);
  }
  const sources = collectTemplates(layers, catalogues);
  await checkStylesheets(layers);
  const templates = compileTemplates(new Map([...sources].map(([key, { text }]) => [key, text])));
  const top = layers.at(-1)?.files.folder ?? name;
  return {
    name,
    folder: top,
    isBundled: layers.every(({ files }) => files.isBundled === true),
    sha256: sumLayers(layers),
    title: layers.at(-1)?.descriptor.title ?? name,
    description: layers.at(-1)?.descriptor.description ?? "",
    faces,
    bodySizePt,
    print,
    cover,
    // Those of the product hold in every theme; the edge reads them with the pages.
    vocabulary: layers
      .filter(({ files }) => files.isBundled !== true)
      .flatMap(({ files }) => readVocabularies(files)),
    render: (template, context, words) =>
      renderTemplate(templates, sources, top, template, () => [context, words] as const),
    stylesheet: (sheet) =>
      stripComments(layers.map(({ files }) => files.texts.get(`${sheet}.css`) ?? "").join("\n")),
    ...speakFrom(catalogues, top),
  };
}

/** Adds the words of one theme to those of the themes below it. */
function addWords(catalogues: Map<string, Map<string, Entry>>, files: ThemeFiles): void {
  const below = new Map([...catalogues].map(([tag, entries]) => [tag, new Map(entries)]));
  const templates = [...files.texts].filter(([path]) => path.endsWith(".hbs"));
  const isSaid = (key: string) => templates.some(([, text]) => text.includes(`"${key}"`));
  const problems: Told[] = [];
  for (const [path, text] of files.texts) {
    const tag = /^strings\/(.+)\.yaml$/.exec(path)?.[1];
    if (tag === undefined) continue;
    const catalogue = catalogues.get(tag) ?? new Map<string, Entry>();
    const read = readCatalogue(`${files.folder}/${path}`, text, wordsBelow(below, tag), isSaid);
    for (const one of read.diagnostics) problems.push(one);
    for (const [key, entry] of read.value) catalogue.set(key, entry);
    catalogues.set(tag, catalogue);
  }
  if (problems.length > 0) throw new ThemeError(problems);
}

function mixLook(below: PrintLook, own: Descriptor["print"]): PrintLook {
  const { scripts, smallSheets, headSizePt, noteLines, paper, images } = own;
  return {
    scriptSizesPt: new Map([...below.scriptSizesPt, ...Object.entries(scripts)]),
    smallSheets: smallSheets ?? below.smallSheets,
    headSizePt: headSizePt ?? below.headSizePt,
    noteLines: noteLines ?? below.noteLines,
    images: images ?? below.images,
    ...(paper === undefined && below.paper === undefined ? {} : { paper: paper ?? below.paper }),
  } as PrintLook;
}

/** The templates by name, of the nearest theme that has one; all of them are looked at. */
function collectTemplates(
  layers: readonly Layer[],
  catalogues: ReadonlyMap<string, Catalogue>,
): ReadonlyMap<string, TemplateFile> {
  const sources = new Map<string, TemplateFile>();
  const all: TemplateFile[] = [];
  for (const { files } of layers) {
    for (const [path, text] of files.texts) {
      const template = /^templates\/(.+)\.hbs$/.exec(path)?.[1];
      if (template === undefined) continue;
      const source = { file: `${files.folder}/${path}`, text };
      sources.set(template, source);
      all.push(source);
    }
  }
  const names: TemplateNames = {
    partials: [...sources.keys()],
    helpers: listHelpers(),
    words: new Set([...catalogues.values()].flatMap((catalogue) => [...catalogue.keys()])),
  };
  const problems = all.flatMap(({ file, text }) => findTemplateProblem(file, text, names) ?? []);
  if (problems.length > 0) throw new ThemeError(problems);
  return sources;
}

/** The product's own are looked at by its tests: a build need not wait for that. */
async function checkStylesheets(layers: readonly Layer[]): Promise<void> {
  const own = layers.filter(({ files }) => files.isBundled !== true);
  if (own.length === 0) return;
  const { checkStylesheet } = await import("./check-stylesheet.ts");
  const problems = own.flatMap(({ files }) =>
    [...files.texts]
      .filter(([path]) => path.endsWith(".css"))
      .flatMap(([path, text]) => checkStylesheet(`${files.folder}/${path}`, text)),
  );
  if (problems.length > 0) throw new ThemeError(problems);
}

/** A theme's colours over those of the theme below it; the three are looked at together. */
function mixCover(files: ThemeFiles, below: CoverColours, own: Descriptor["cover"]): CoverColours {
  const { paper = below.paper, ink = below.ink, accent = below.accent } = own;
  const faint = findFaintColour({ paper, ink, accent });
  if (faint === undefined) return { paper, ink, accent };
  const { name, colour, ratio, leastRatio: least } = faint;
  const place = { file: `${files.folder}/theme.yaml` };
  throw themeError(diagnose("THM009", place, { name, colour, paper, ratio, least }));
}

function renderTemplate(
  templates: ReadonlyMap<string, Template>,
  sources: ReadonlyMap<string, TemplateFile>,
  folder: string,
  name: string,
  values: () => readonly [object, Parameters<Template>[1]],
): string {
  const template = templates.get(name);
  if (template === undefined) {
    throw themeError(diagnose("THM005", { file: `${folder}/templates/${name}.hbs` }));
  }
  try {
    const [value, options] = values();
    return template(value, options);
  } catch (error) {
    if (!(error instanceof TemplateFailure)) throw error;
    if (error.cause instanceof ThemeError) throw error.cause;
    const place = placeIn(sources.get(error.template)?.file ?? error.template, error);
    // Handlebars' own messages, in ours.
    const missing = /^"(.+)" not defined in/.exec(error.message)?.[1];
    if (missing !== undefined) throw themeError(diagnose("THM004 name", place, { name: missing }));
    const [why = ""] = error.message.replace(/ - \d+:\d+$/, "").split("\n");
    throw themeError(diagnose("THM004 failure", place, { why }));
  }
}
