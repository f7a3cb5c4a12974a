import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { type Language, parseLanguage } from "../language/language.ts";
import { parseYaml } from "../source/yaml.ts";
import { COVER_COLOURS, findFaintColour } from "./cover-colours.ts";
import { type Descriptor, descriptorSchema } from "./descriptor.ts";
import { compileTemplates, findBrokenTemplate, type Template } from "./templates.ts";
import type { CoverColours, FaceChoice, Theme } from "./theme.ts";
import { type Catalogue, createWords, type Entry, type Voice } from "./words.ts";

/** Where the files of themes come from; the edge gives it. */
export interface ThemeFiles {
  /** The folder of a theme, as it is named in messages: `themes/handout`. */
  readonly folder: string;
  /** Texts by POSIX path relative to the folder. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Finds a theme by name; undefined where there is none. */
export type ThemeFinder = (name: string) => Promise<ThemeFiles | undefined>;

/** A theme that cannot be used, with everything that is wrong with it. */
export class ThemeError extends Error {
  readonly diagnostics: readonly Diagnostic[];
  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map((one) => one.message).join("; "));
    this.name = "ThemeError";
    this.diagnostics = diagnostics;
  }
}

const ENGLISH: Language = { tag: "en", direction: "ltr", script: "Latn" };

interface Layer {
  readonly files: ThemeFiles;
  readonly descriptor: Descriptor;
}

/**
 * Loads a theme and all that it extends.
 *
 * @throws ThemeError (THM001–THM006, THM009): themes are code, and a book is not half made with half of one.
 */
export async function loadTheme(name: string, find: ThemeFinder): Promise<Theme> {
  const layers = await loadLayers(name, find);
  const sources = new Map<string, string>();
  const catalogues = new Map<string, Map<string, Entry>>();
  const faces = new Map<string, FaceChoice>();
  let bodySizePt = 10.5;
  let cover = COVER_COLOURS;
  for (const { files, descriptor } of layers) {
    checkTemplates(files);
    for (const [path, text] of files.texts) {
      const template = /^templates\/(.+)\.hbs$/.exec(path)?.[1];
      if (template !== undefined) sources.set(template, text);
      const tag = /^strings\/([\w-]+)\.yaml$/.exec(path)?.[1];
      if (tag !== undefined) {
        const catalogue = catalogues.get(tag) ?? new Map<string, Entry>();
        for (const [key, entry] of readCatalogue(files, path, text)) catalogue.set(key, entry);
        catalogues.set(tag, catalogue);
      }
    }
    for (const [script, choice] of Object.entries(descriptor.faces)) faces.set(script, choice);
    bodySizePt = descriptor.print.bodySizePt ?? bodySizePt;
    cover = mixCover(files, cover, descriptor.cover);
  }
  const templates = compileTemplates(sources);
  const top = layers.at(-1)?.files.folder ?? name;
  return {
    name,
    faces,
    bodySizePt,
    cover,
    languages: [...catalogues.keys()].sort(),
    render: (template, context, words) =>
      renderTemplate(templates.get(template), top, template, () => [context, words] as const),
    stylesheet: (sheet) =>
      layers.map(({ files }) => files.texts.get(`${sheet}.css`) ?? "").join("\n"),
    hasWords: (language) => findVoices(catalogues, language).length > 0,
    words(language: Language) {
      return createWords(language, [
        ...findVoices(catalogues, language),
        ...findVoices(catalogues, ENGLISH),
      ]);
    },
  };
}

/** The theme's layers, base first. */
async function loadLayers(name: string, find: ThemeFinder): Promise<readonly Layer[]> {
  const layers: Layer[] = [];
  const seen: string[] = [];
  let wanted: string | undefined = name;
  let from = "handpress.yaml";
  while (wanted !== undefined) {
    if (seen.includes(wanted)) {
      const circle = [...seen, wanted].join(" → ");
      throw fault(
        "THM003",
        from,
        `Unexpected circle of themes: ${circle}`,
        "Remove one `extends:`.",
      );
    }
    seen.push(wanted);
    const files: ThemeFiles | undefined = await find(wanted);
    if (files === undefined) {
      throw fault(
        "THM001",
        from,
        `Unexpected theme \`${wanted}\`, expected one that is there`,
        "`handout` always is. A folder of your own is named with `--theme ./my-theme`.",
      );
    }
    const descriptor = readDescriptor(files);
    layers.unshift({ files, descriptor });
    from = `${files.folder}/theme.yaml`;
    wanted = descriptor.extends;
  }
  return layers;
}

function readDescriptor(files: ThemeFiles): Descriptor {
  const file = `${files.folder}/theme.yaml`;
  const text = files.texts.get("theme.yaml");
  if (text === undefined) {
    throw fault(
      "THM001",
      file,
      "Unexpected absence of the theme's descriptor",
      "Write a theme.yaml with `title:`, `description:` and, to build on another, `extends: handout`.",
    );
  }
  const { value, problems } = parseYaml(text);
  const problem = problems[0];
  if (problem !== undefined) throw fault("THM002", file, problem.message, undefined, problem);
  const result = descriptorSchema.safeParse(value);
  if (!result.success) {
    const issue = result.error.issues[0];
    const key = issue?.path.join(".") ?? "";
    throw fault("THM002", file, `Unexpected value of \`${key}\`: ${issue?.message ?? ""}`);
  }
  return result.data;
}

/** A theme's colours over those of the theme below it; the three are looked at together. */
function mixCover(files: ThemeFiles, below: CoverColours, own: Descriptor["cover"]): CoverColours {
  const { paper = below.paper, ink = below.ink, accent = below.accent } = own;
  const faint = findFaintColour({ paper, ink, accent });
  if (faint === undefined) return { paper, ink, accent };
  const { name, colour, ratio, leastRatio } = faint;
  throw fault(
    "THM009",
    `${files.folder}/theme.yaml`,
    `Unexpected colours of \`cover\`: ${name} ${colour} on paper ${paper} has a contrast of ${ratio} to 1, expected at least ${leastRatio} to 1`,
    `Make \`${name}:\` darker or \`paper:\` lighter, or the other way round on a dark paper.`,
  );
}

function checkTemplates(files: ThemeFiles): void {
  const sources = new Map(
    [...files.texts].filter(([path]) => path.startsWith("templates/") && path.endsWith(".hbs")),
  );
  const broken = findBrokenTemplate(sources);
  if (broken === undefined) return;
  const place = broken.line === undefined ? {} : { line: broken.line };
  throw fault("THM004", `${files.folder}/${broken.name}`, broken.message, undefined, place);
}

function readCatalogue(files: ThemeFiles, path: string, text: string): Map<string, Entry> {
  const file = `${files.folder}/${path}`;
  const { value, problems } = parseYaml(text);
  const problem = problems[0];
  if (problem !== undefined) throw fault("THM006", file, problem.message, undefined, problem);
  const entries = new Map<string, Entry>();
  for (const [key, entry] of Object.entries((value ?? {}) as Record<string, unknown>)) {
    if (!isEntry(entry)) {
      throw fault(
        "THM006",
        file,
        `Unexpected value of \`${key}\`, expected a text or plural forms`,
      );
    }
    entries.set(key, entry);
  }
  return entries;
}

function isEntry(value: unknown): value is Entry {
  if (typeof value === "string") return true;
  if (typeof value !== "object" || value === null) return false;
  return (
    Object.hasOwn(value, "other") && Object.values(value).every((form) => typeof form === "string")
  );
}

/**
 * The catalogues of a language and of its nearer relatives, nearest first: `pt-BR`, then `pt`. They
 * speak the book's own language, unless they write another script (`sr` in a book in `sr-Latn`).
 */
function findVoices(catalogues: ReadonlyMap<string, Catalogue>, language: Language): Voice[] {
  const parts = language.tag.split("-");
  return parts.flatMap((_, at): readonly Voice[] => {
    const tag = parts.slice(0, parts.length - at).join("-");
    const catalogue = catalogues.get(tag);
    if (catalogue === undefined) return [];
    const own = parseLanguage(tag);
    return [
      { language: own?.script === language.script ? language : (own ?? language), catalogue },
    ];
  });
}

function renderTemplate(
  template: Template | undefined,
  folder: string,
  name: string,
  values: () => readonly [object, Parameters<Template>[1]],
): string {
  const file = `${folder}/templates/${name}.hbs`;
  if (template === undefined) {
    throw fault("THM005", file, "Unexpected absence of a template", "Add it, or extend `handout`.");
  }
  try {
    return template(...values());
  } catch (error) {
    throw fault("THM004", file, error instanceof Error ? error.message : String(error));
  }
}

function fault(
  code: string,
  file: string,
  message: string,
  hint?: string,
  at: { readonly line?: number; readonly column?: number } = {},
): ThemeError {
  const place = {
    file,
    ...(at.line === undefined ? {} : { line: at.line }),
    ...(at.column === undefined ? {} : { column: at.column }),
  };
  return new ThemeError([
    { code, severity: "error", message, place, ...(hint === undefined ? {} : { hint }) },
  ]);
}
