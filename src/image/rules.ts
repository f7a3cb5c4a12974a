import type { RuleTable } from "../diagnostics/rule.ts";

const PAGE = "---\ntitle: Keys\npermalink: /keys/\n---\n\n![A key](key.svg)\n";
const draw = <const Parts extends string>(parts: Parts) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="80">${parts}</svg>\n` as const;
const KEY = '<circle cx="20" cy="40" r="15"/><path d="M35 36h40v8h-40z"/>';

/** What can be wrong with an image file. */
export const IMAGE_RULES = {
  IMG001: {
    severity: "error",
    summary: "a file is no image of a kind that books can hold",
    explanation:
      "The name says that the file is a picture, and its content is something else, or a kind that reading programs do not show. The book has the description in its place. Save the picture as PNG or JPEG.",
    bad: { files: { "keys.md": PAGE.replace("svg", "png"), "key.png": "This is no picture.\n" } },
    good: { files: { "keys.md": PAGE, "key.svg": draw(KEY) } },
  },
  IMG002: {
    severity: "error",
    summary: "an image is damaged",
    explanation:
      "The picture ends too early, or its data is broken. Perhaps a copy or a download stopped. The book has the description in its place. Copy the file again from where it came.",
    bad: "A photo of which only the first half was downloaded",
    good: "The same photo, downloaded whole",
  },
  IMG003: {
    severity: "error",
    summary: "an image is too large",
    explanation:
      "The picture takes more memory than a build may use. Such a file can be a mistake, or made to stop a machine. For print, 1600 pixels on the longer side are enough. Make the picture smaller.",
    bad: "A poster of 30,000 × 20,000 pixels",
    good: "The same poster, saved with 1600 × 1067 pixels",
  },
  IMG004: {
    severity: "error",
    summary: "a drawing (SVG) holds what a book cannot",
    explanation:
      "A drawing may hold only shapes and plain words. Programs, links to the network and other files within it could harm readers, or tell who they are. The book has the description in its place. Turn text to outlines, or save the drawing as PNG.",
    bad: {
      files: {
        "keys.md": PAGE,
        "key.svg": draw(`${KEY}<image href="https://example.org/key.png" width="9" height="9"/>`),
      },
    },
    good: { files: { "keys.md": PAGE, "key.svg": draw(KEY) } },
  },
  IMG005: {
    severity: "warning",
    summary: "pictures of a book were made smaller to fit its size",
    explanation:
      "You asked for a book of a certain size, and its pictures were too large for that. They have fewer pixels now. Look at them in the book: words in a screenshot may be hard to read.",
    bad: "A book with twenty photos, made with `--max-size 500kB`",
    good: "The same book with fewer photos, or with `--max-size 5MB`",
  },
  IMG006: {
    severity: "warning",
    summary: "a book is larger than it may be, with its pictures as small as they can be",
    explanation:
      "You asked for a book of a certain size, and it cannot be made so small. Its pictures are already as small as readers can bear. The book is there, and larger than you asked for. Allow a larger size, or take pictures out.",
    bad: "A book with a hundred photos, made with `--max-size 100kB`",
    good: "The same book, made with `--max-size 5MB`",
  },
  IMG007: {
    severity: "warning",
    summary: "a brand's logo is not there",
    explanation:
      "handpress.yaml names a picture as the logo of your organisation, and there is no such file. The books are made without it. Write the path from the folder of handpress.yaml.",
    bad: {
      files: {
        "handpress.yaml": "title: Locks\nbrand:\n  name: The Lock School\n  logo: logo.png\n",
      },
    },
    good: {
      files: {
        "handpress.yaml": "title: Locks\nbrand:\n  name: The Lock School\n  logo: logo.svg\n",
        "logo.svg": draw(KEY),
      },
    },
  },
  IMG008: {
    severity: "warning",
    summary: "an image is so long and narrow that nothing can be seen in it",
    explanation:
      "A page is not much longer than it is wide. A very long picture becomes a thin line on it. Cut out the part that matters, or cut the picture into several.",
    bad: "A screenshot of a long website, 400 pixels wide and 9000 high",
    good: "Three screenshots of the parts that matter",
  },
  IMG009: {
    severity: "warning",
    summary:
      "a drawing (SVG) has parts that nobody sees, or styles that are not drawn; they are left out",
    explanation:
      "The drawing has parts that are switched off or hidden, or it uses effects that not every reader draws. Hidden parts can tell what you did not want to tell, so they are left out. Look at the drawing in the book. Delete what is not for readers, and save it again.",
    bad: {
      files: {
        "keys.md": PAGE,
        "key.svg": draw(`${KEY}<g style="display:none"><path d="M0 0h9v9z"/></g>`),
      },
    },
    good: { files: { "keys.md": PAGE, "key.svg": draw(KEY) } },
  },
  IMG020: {
    severity: "warning",
    summary: "a character in the words of a drawing has no glyph in any face",
    explanation:
      "The drawing has words, and no font of Handpress has one of their signs. The sign's number stands there. Write another sign or a word.",
    bad: {
      files: { "keys.md": PAGE, "key.svg": draw(`${KEY}<text x="5" y="75">Key 𐎠</text>`) },
    },
    good: {
      files: { "keys.md": PAGE, "key.svg": draw(`${KEY}<text x="5" y="75">Key</text>`) },
    },
  },
} as const satisfies RuleTable;

export type ImageCode = keyof typeof IMAGE_RULES;
