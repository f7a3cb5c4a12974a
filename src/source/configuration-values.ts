import * as z from "zod";
import { parseLanguage } from "../language/language.ts";
import { EDITIONS, FILE_NAMES, FONT_POLICIES, FORMATS, LINK_MODES, SIDES } from "./book-options.ts";
import { limitsSchema } from "./limits-schema.ts";
import { parseSizeBytes } from "./size.ts";
import { translationsSchema } from "./translation-values.ts";
import { vocabularySchema } from "./vocabulary-values.ts";

/**
 * A file or folder of the curriculum: content is untrusted and must not reach beyond its root. Some
 * systems take dots and spaces off the end of a name, and `.. ` would lead upwards there.
 */
const inside = z
  .string()
  .regex(
    /^(?![/\\~])(?![A-Za-z]:)(?!(?:.*[/\\])?\.\.[\s.]*(?:[/\\]|$)).+$/,
    "a path inside the curriculum",
  );
const licence = z.union([
  z.string().describe("The licence's name, for example CC BY-SA 4.0."),
  z.strictObject({
    name: z.string().describe("The licence's name, for example CC BY-SA 4.0."),
    url: z
      .string()
      .regex(/^https?:\/\/\S+$/, "an address that begins with https://")
      .optional()
      .describe("Where the licence can be read."),
  }),
]);

/** A `#` begins a comment in YAML: without quotation marks there is no value. */
const colour = z.string().regex(/^#[0-9A-Fa-f]{6}$/, 'a colour between quotation marks: "#00596b"');
const brand = z
  .strictObject({
    name: z
      .string()
      .describe("The organisation's name, on covers; the publisher's where it is left out."),
    logo: inside.describe("An image inside the curriculum, for the printed cover."),
    colours: z
      .strictObject({
        accent: colour.optional().describe("For bars and marks, in print and on covers."),
        ink: colour.optional().describe("Of the words on covers of EPUB books."),
        paper: colour.optional().describe("Of the ground of covers of EPUB books."),
      })
      .describe("The organisation's colours, each between quotation marks."),
    contact: z
      .union([z.string(), z.array(z.string())])
      .describe("How to reach the organisation: one or several lines of text."),
  })
  .partial();

/**
 * The one source of what `handpress.yaml` may say: it validates the file, and the JSON Schema for
 * editors is generated from it. All scalars arrive as text (`yaml.ts`).
 */
export const configurationSchema = z
  .strictObject({
    title: z.string().describe("The curriculum's title; it stands on every book."),
    publisher: z.string().describe("Who publishes the books."),
    version: z
      .string()
      .describe("Of the curriculum, as its publisher counts: 2.1; it stands on the imprint."),
    brand: brand.describe(
      "The organisation whose books these are: name, logo, colours, contact. Nothing is shown without it.",
    ),
    licence: licence.describe("The licence of every page that does not name its own."),
    language: z
      .string()
      .refine((tag) => parseLanguage(tag) !== undefined, "a language tag such as en, ar or pt-BR")
      .describe("The language of pages that do not say theirs, as a BCP 47 tag: en, ar, pt-BR."),
    theme: inside.describe(
      "The theme: the name of one that comes with Handpress, or its folder in the curriculum.",
    ),
    paper: z
      .string()
      .regex(
        /^([aA][456]|[lL]etter|[lL]egal|\d{2,4}(\.\d+)?\s*[x×]\s*\d{2,4}(\.\d+)?(\s*mm)?)$/,
        "a4, letter, a5, a6, legal, or width x height in millimetres such as 170x240",
      )
      .describe(
        "The size of the PDF's pages: a4, letter, a5, a6, legal, or width x height in millimetres (170x240).",
      ),
    sides: z
      .union([z.enum([...SIDES, "1", "2"]), z.literal(1), z.literal(2)])
      .describe(
        "How many sides of the paper are printed: one, or two (mirrored margins, chapters begin on the right-hand page).",
      ),
    greyscale: z
      .union([z.boolean(), z.enum(["true", "false"])])
      .describe("Whether PDFs are made without any colour: true or false."),
    formats: z
      .union([z.enum(FORMATS), z.array(z.enum(FORMATS)).min(1)])
      .describe("What to make: pdf, epub, or both."),
    fonts: z
      .enum(FONT_POLICIES)
      .describe(
        "Whether EPUB books bring fonts along: auto (for scripts that devices often lack), always, never.",
      ),
    links: z
      .enum(LINK_MODES)
      .describe(
        "How books say where their links lead: notes (numbered, at the session's end), inline (in brackets), qr (notes with QR codes), none.",
      ),
    names: z
      .enum(FILE_NAMES)
      .describe(
        "What the files of books are called: plain (tails.epub), or with the language (tails.ar.epub), for books of several languages in one folder.",
      ),
    maxSize: z
      .string()
      // A number alone would mean bytes, which nobody wants.
      .refine((text) => (parseSizeBytes(text) ?? 0) >= 1000, "a size such as 500kB or 2MB")
      .describe(
        "The most that an EPUB may take, such as 500kB or 2MB: its pictures are made smaller to fit.",
      ),
    editions: z
      .union([z.enum([...EDITIONS, "all"]), z.array(z.enum(EDITIONS)).min(1)])
      .describe(
        "The editions to make: trainer (everything), participant (without what is for trainers), or all.",
      ),
    output: inside.describe("The folder for the books, inside the curriculum."),
    cache: z
      .union([z.boolean(), z.enum(["true", "false"])])
      .describe(
        "Whether builds keep finished books in this user's cache, to be faster next time: true or false.",
      ),
    assets: z
      .union([inside, z.array(inside)])
      .describe(
        "Folders in which images with an address from the root (/images/…) are looked for.",
      ),
    site: z
      .union([z.string(), z.array(z.string())])
      .describe(
        "The website's addresses; a link that begins with one is a link within the curriculum.",
      ),
    renamed: z
      .record(z.string(), z.string())
      .describe("Permalinks that have changed: the old one, a colon, the new one."),
    vocabulary: z
      .record(z.string(), vocabularySchema)
      .describe(
        "Words by which pages say what a part of them is, by language tag: they are added to those that Handpress knows.",
      ),
    translations: translationsSchema.describe(
      "How translated editions are made from catalogues: what stands where a passage is not translated, or no longer.",
    ),
    limits: limitsSchema.describe(
      "How large pages, images and books may be before the build says no; each has a default.",
    ),
  })
  .partial()
  .meta({
    title: "Handpress configuration",
    description: "What handpress.yaml, at a curriculum's root, may say. Every key may be left out.",
  });

export type Values = z.output<typeof configurationSchema>;
export type Key = keyof Values;

export const KEYS = Object.keys(configurationSchema.shape) as Key[];
