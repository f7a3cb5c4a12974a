import { z } from "zod";

const face = z.strictObject({
  text: z.string().min(1),
  heads: z.string().min(1),
  mono: z.string().min(1).optional(),
});

/** Without quotation marks YAML takes a colour for a comment. */
const COLOUR_FORM = 'expected a colour between quotation marks: "#00596b"';
const colour = z
  .string(COLOUR_FORM)
  .regex(/^#[0-9A-Fa-f]{6}$/, COLOUR_FORM)
  .transform((text) => text.toLowerCase());

const NUMBER_FORM = "expected a number";
const SCRIPT_FORM = "expected a script of four letters, such as Mymr";
const PAPER_FORM = "expected a paper such as a5, or its size in millimetres: 105x148";
const size = z.coerce.number(NUMBER_FORM).min(6).max(40);

/** `theme.yaml`: what a theme is called, what it is for, what it builds on, its fonts by script, the colours of its covers. */
export const descriptorSchema = z.strictObject({
  title: z.string().min(1),
  description: z.string().min(1),
  extends: z.string().min(1).optional(),
  /** Keys are ISO 15924 script codes, or tags of languages that want other fonts than their script. */
  faces: z
    .record(z.string().regex(/^([A-Z][a-z]{3}|[a-z]{2,3}(-[A-Za-z0-9]+)*)$/), face)
    .default({}),
  /** What is left out stays as in the theme that this one extends. */
  print: z
    .strictObject({
      /** The size of body text; `print.css` sets it, and the printed book is checked against it. */
      bodySizePt: size.optional(),
      /** The same for books in scripts that want more, by ISO 15924 code. */
      scripts: z.record(z.string().regex(/^[A-Z][a-z]{3}$/, SCRIPT_FORM), size).default({}),
      /** Of the body text on small sheets (A5), against that on large ones. */
      smallSheets: z.coerce.number(NUMBER_FORM).min(0.5).max(1).optional(),
      /** Of the line at a page's head: how much of two titles has room in it follows from it. */
      headSizePt: size.optional(),
      /** The paper for which nobody has asked otherwise. */
      paper: z
        .string()
        .regex(/^([a-z]+\d?|\d{2,4}x\d{2,4})$/, PAPER_FORM)
        .optional(),
      /** Ruled lines at the end of every session, for the reader's pen. */
      noteLines: z.coerce.number(NUMBER_FORM).int().min(0).max(60).optional(),
      images: z
        .enum(["colour", "grey", "grey-thin"], "expected colour, grey or grey-thin")
        .optional(),
    })
    .default({ scripts: {} }),
  /** What is left out stays as in the theme that this one extends. */
  cover: z
    .strictObject({ paper: colour.optional(), ink: colour.optional(), accent: colour.optional() })
    .default({}),
});
export type Descriptor = z.infer<typeof descriptorSchema>;
