import * as z from "zod";
import { EDITIONS, FONT_POLICIES, IMPOSITIONS, LINK_MODES, SIDES } from "../source/book-options.ts";
import { findNameFault } from "./file-name.ts";

const SUM_FORM = "expected a SHA-256 of 64 hex digits";
const sum = z.string(SUM_FORM).regex(/^[0-9a-f]{64}$/, SUM_FORM);
const key = z.string().regex(/^[0-9a-f]{16}$/, "expected sixteen hex digits");
const name = z
  .string("expected the name of a file")
  .refine((text) => findNameFault(text) === undefined, "expected a name inside the folder");
/** Shown to people: nothing that a screen obeys. */
const words = z
  .string("expected a text")
  .max(200, "expected at most 200 characters")
  .regex(/^[^\p{Cc}\p{Cf}\p{Cs}]*$/u, "expected a text without hidden characters");
const count = z.number("expected a number").int("expected a whole number").nonnegative();

const print = z.strictObject({
  /** `a4`, `170x240`: of the sheet, where pages are laid on sheets. */
  paper: words,
  sides: z.enum(SIDES).optional(),
  sheets: z.enum(IMPOSITIONS).optional(),
  greyscale: z.boolean(),
});

const epub = z.strictObject({
  fonts: z.enum(FONT_POLICIES),
  maxSizeBytes: count.optional(),
});

const settings = z.strictObject({
  /** Of Handpress. */
  tool: words,
  /** The embedded one exactly, another by its major version; only where pages were printed. */
  browser: words.optional(),
  theme: z.strictObject({
    /** Of one that comes with Handpress. The folder of another is nobody's business. */
    name: words.regex(/^[a-z][a-z0-9-]*$/, "expected the name of a theme").optional(),
    sha256: sum,
  }),
  /** Of handpress.yaml. */
  configuration: sum.optional(),
  /** Of the names and sums of every page there is, also of those that are not in the book. */
  curriculum: sum,
  links: z.enum(LINK_MODES),
  /** Of a PDF, and of an EPUB that lists the pages of one. */
  print: print.optional(),
  epub: epub.optional(),
  /** From SOURCE_DATE_EPOCH. */
  sourceDateSeconds: count.optional(),
});

const file = z.strictObject({
  sha256: sum,
  sizeBytes: count,
  language: words,
  module: words,
  session: words.optional(),
  edition: z.enum(EDITIONS),
  settings: key,
  inputs: key,
});

/** `handpress-record.json`. What many files have in common stands once, under a name made of it. */
export const recordSchema = z.strictObject({
  format: z.literal(1),
  files: z.record(name, file),
  settings: z.record(key, settings),
  inputs: z.record(key, z.record(name, sum)),
});

/** With what, and how, a file was made: all that decides its bytes beside its inputs. */
export type MadeWith = Readonly<z.infer<typeof settings>>;
export type PrintSettings = Readonly<z.infer<typeof print>>;
type StoredFile = z.infer<typeof file>;

/** A file of a book, and what it was made of. */
export interface MadeFile extends Readonly<Omit<StoredFile, "settings" | "inputs">> {
  /** POSIX, relative to the output folder. */
  readonly path: string;
  readonly settings: MadeWith;
  /** SHA-256 of pages and pictures by path inside the curriculum. */
  readonly inputs: Readonly<Record<string, string>>;
}
