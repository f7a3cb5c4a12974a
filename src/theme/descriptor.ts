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

/** `theme.yaml`: what a theme is called, what it is for, what it builds on, its faces by script, the colours of its covers. */
export const descriptorSchema = z.strictObject({
  title: z.string().min(1),
  description: z.string().min(1),
  extends: z.string().min(1).optional(),
  /** Keys are ISO 15924 script codes, or tags of languages that want other faces than their script. */
  faces: z
    .record(z.string().regex(/^([A-Z][a-z]{3}|[a-z]{2,3}(-[A-Za-z0-9]+)*)$/), face)
    .default({}),
  print: z
    .strictObject({
      /** The size of body text; `print.css` sets it, and the printed book is checked against it. */
      bodySizePt: z.coerce.number().min(6).max(40).optional(),
    })
    .default({}),
  /** What is left out stays as in the theme that this one extends. */
  cover: z
    .strictObject({ paper: colour.optional(), ink: colour.optional(), accent: colour.optional() })
    .default({}),
});
export type Descriptor = z.infer<typeof descriptorSchema>;
