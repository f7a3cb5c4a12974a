import type { SubjectName } from "./checks.ts";

/** An input that once went wrong. */
export interface FoundCase {
  readonly subject: SubjectName;
  readonly wrong: string;
  readonly input: string | readonly string[];
}

const page = (body: string) =>
  `---\ntitle: Case\nadids: input\npermalink: /locks/case/\n---\n${body}`;
const drawing = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">${inside}</svg>`;

/** Found by the properties of this folder, made as small as they are still wrong. */
export const FOUND_CASES: readonly FoundCase[] = [
  {
    subject: "markdown",
    wrong: "an abbreviation with a hyphen made a pattern that is none, and ended the program",
    input: page("The E-mail.\n\n*[E-mail]: electronic mail\n"),
  },
  {
    subject: "markdown",
    wrong: "the same with signs that have a meaning in patterns",
    input: page("a.b C++ x/y\n\n*[a.b]: 1\n\n*[C++]: 2\n\n*[x/y]: 3\n\n*[(^$]: 4\n\n*[--!>o]: 5\n"),
  },
  {
    subject: "links",
    wrong: "a quotation mark passed as the name of a host",
    input: ['\\/"alert(1)', "//(x)/", 'https://a"b.example/'],
  },
  {
    subject: "configuration",
    wrong: "the place was behind the end of the line, after a key of two lines",
    input: "&Tab;ormats: []\ntitle：words of a title\ntitle: words of a title",
  },
  {
    subject: "configuration",
    wrong: "a value of several lines made a message of several lines",
    input: "assets: >\n  folded\n\n  text",
  },
  {
    subject: "configuration",
    wrong: "a value made a message of any length",
    input: `paper: ${"x".repeat(5000)}`,
  },
  {
    subject: "configuration",
    wrong: "a way up, on systems that take spaces and dots off the end of a name",
    input: "output: '.. '\ntheme: a/../..",
  },
  {
    subject: "drawing",
    wrong: "control characters passed between shapes and in values",
    input: drawing('\u009B31m<rect class="a\u0085b" width="1"/>'),
  },
  {
    subject: "drawing",
    wrong: "an address passed that is fetched without url()",
    input: drawing("<rect style=\"mask-image:image-set('https://a.example/x' 1x)\"/>"),
  },
  {
    subject: "drawing",
    wrong: "a reference without an end kept the name that its target no longer had",
    input: drawing('<g id="a"/><g fill="url(#a"/>'),
  },
  {
    subject: "markdown",
    wrong: "behind asterisks, the place of an address was counted twice",
    input: page(`<${" ".repeat(50)}/>***https://\uFFFDexample.org/`),
  },
  {
    subject: "header",
    wrong: "the hint for a date of no calendar told to type `undefined-03-31`",
    input: "---\ntitle: Case\ndate: 99/99/9999\n---\nText.\n",
  },
];
