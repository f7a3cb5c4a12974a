import { type Diagnoser, diagnoseBy } from "../diagnostics/diagnose.ts";
import type { TextTable } from "../diagnostics/rule.ts";

/** What can be wrong with an image. */
export const IMAGE_RULES = {
  IMG001: {
    severity: "error",
    message: {
      empty: "Unexpected empty file, expected an image",
      damaged: "Unexpected content of a {extension} file, expected an image",
      other: "Unexpected kind of file, expected an image",
    },
    hint: "Save the image as PNG (drawings, screenshots) or JPEG (photographs) and link to that file.",
  },
  IMG002: {
    severity: "error",
    message: "Unexpected damage in an image, expected a file that can be read to its end",
    hint: "Open the image in a picture program and save it again, or copy it again from where it came.",
  },
  IMG003: {
    severity: "error",
    message: {
      bytes: "Unexpected size of an image, {size}, expected at most {most}",
      pixels:
        "Unexpected size of an image, {width} × {height} pixels, expected at most {most} million",
    },
    hint: {
      bytes:
        "Make the image smaller: {side} pixels on the longer side are enough for print. If it must be so, add `--limit image-size=SIZE` to the command.",
      pixels:
        "Make the image smaller: {side} pixels on the longer side are enough for print. If it must be so, add `--limit image-megapixels=NUMBER` to the command.",
    },
  },
  IMG004: {
    severity: "error",
    message: "Unexpected {found} in an SVG drawing, expected shapes and plain words only",
    hint: "Turn its text to outlines (in Inkscape: Path > Object to Path), or save the drawing as PNG, about 1600 pixels wide, and link to that file.",
  },
  IMG005: {
    severity: "warning",
    message:
      "Unexpected size of {name}, {size}, expected at most {most}: its pictures were made smaller",
    hint: "{pictures}\nTo keep them as they are, allow more with `--max-size`, or take pictures out.",
  },
  IMG006: {
    severity: "warning",
    message: "Unexpected size of {name}, {size}, expected at most {most}",
    hint: {
      text: "The book is built all the same. It has no pictures that could be made smaller.\nAllow more, such as `--max-size {more}kB`, take pictures out, or make two modules of it.",
      pictures:
        "The book is built all the same. Its pictures are as small as they can be and take {pictures}, all else takes {rest}.\nAllow more, such as `--max-size {more}kB`, take pictures out, or make two modules of it.",
    },
  },
  IMG007: {
    severity: "warning",
    message: {
      absent: "Unexpected logo `{path}`, expected an image inside the curriculum",
      closed: "The logo cannot be opened: {path}",
      unfit: "{message} ({path})",
    },
    hint: {
      near: "Did you mean {near}?\nUntil then the books have no logo.",
      unknown:
        "Write its path from the folder of handpress.yaml.\nUntil then the books have no logo.",
      closed:
        "Give yourself the right to read it, or copy it again.\nUntil then the books have no logo.",
      unfit: "{hint}\nUntil then the books have no logo.",
    },
  },
  IMG008: {
    severity: "warning",
    message:
      "Unexpected shape of an image, {width} × {height} pixels, expected one side at most {times} times the other",
    hint: "Made to fit a page it becomes a line. Cut out the part that matters, or cut it into several images.",
  },
  IMG009: {
    severity: "warning",
    message: {
      parts:
        "Unexpected {count} hidden {count|part|parts} in an SVG drawing, expected only what is seen; left out of the book",
      words:
        "Unexpected {count} {count|line|lines} of words in an SVG drawing that may not be seen, expected words that differ from what is beneath them, with nothing above; not read aloud",
      style:
        "Unexpected style `{name}` in an SVG drawing, expected what every reader draws; it is drawn without",
      styles:
        "Unexpected style `{name}` and {more} more in an SVG drawing, expected what every reader draws; it is drawn without",
    },
    hint: {
      parts:
        "Show the layers in your drawing program. Delete what is not meant for readers, and save the drawing again.",
      words:
        "Look whether they are covered, very small, or of the colour of what is beneath them. Delete what is not meant for readers; put the others on top, on a plain surface.",
      style:
        "Look at the drawing in the book. Where something is missing, save it as plain SVG, with paths in place of effects, or as PNG.",
    },
  },
  IMG020: {
    severity: "warning",
    message:
      "Unexpected character `{letter}` in the words of an SVG drawing, expected one that the fonts of Handpress have",
    hint: "Its name stands in the drawing instead, as [U+…]. Write another sign or a word in its place.",
  },
} as const satisfies TextTable;

/** Makes a diagnostic of this folder. */
export const diagnose: Diagnoser<typeof IMAGE_RULES> = diagnoseBy(IMAGE_RULES);
