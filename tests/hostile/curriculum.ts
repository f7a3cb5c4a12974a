import { type Files, fillIn, type PageAttack, type Targets } from "./attack.ts";
import { CANARIES } from "./canaries.ts";

/** As many attacks are the sessions of one module. */
const IN_A_MODULE = 12;

/** Markup and code in a header: every word of it is escaped, wherever it is printed. */
const HEADER_WORDS = `<img src='%SERVER%/header.png' onerror='document.title=\\"RAN-\\"+\\"SCRIPT\\"'> {{{this}}} </title><script src='%SERVER%/h.js'></script>`;

/** The names of the modules, each with its attacks. */
export function listModules(
  attacks: readonly PageAttack[],
): ReadonlyMap<string, readonly PageAttack[]> {
  const modules = new Map<string, readonly PageAttack[]>();
  for (let from = 0; from < attacks.length; from += IN_A_MODULE) {
    modules.set(`module-${modules.size + 1}`, attacks.slice(from, from + IN_A_MODULE));
  }
  return modules;
}

/** One curriculum of all attacks in English and, as translated pages, in Arabic. */
export function makeCurriculum(attacks: readonly PageAttack[], targets: Targets): Files {
  const files: Record<string, string | Uint8Array> = {
    "handpress.yaml": fillIn(
      `title: "${HEADER_WORDS}"\npublisher: "${HEADER_WORDS}"\nbrand:\n  name: "${HEADER_WORDS}"\n  contact: "${HEADER_WORDS}"\nlicence: "${HEADER_WORDS}"\n`,
      "configuration",
      targets,
    ),
    "secret.txt": CANARIES.inside,
    "drafts/secret.html": `<p>${CANARIES.inside}</p>`,
  };
  for (const [module, own] of listModules(attacks)) {
    for (const language of ["en", "ar"]) {
      const withOwn = (page: string) => (language === "ar" ? translateEnough(page) : page);
      files[`${language}/${module}.md`] = withOwn(makeModule(module, own, targets));
      for (const attack of own) {
        files[`${language}/${attack.name}/page.md`] = withOwn(makePage(attack, targets));
      }
    }
    for (const { name, files: beside } of own) {
      for (const [path, content] of Object.entries(beside)) {
        files[`en/${name}/${path}`] =
          typeof content === "string" ? fillIn(content, name, targets) : content;
      }
    }
  }
  return files;
}

/** As many Arabic words that the page counts as translated: a copy of the source stands in no book. */
function translateEnough(page: string): string {
  const letters = page.match(/\p{L}/gu)?.length ?? 0;
  const words = "كلمات بالعربية ".repeat(Math.ceil(letters / 200) + 5).trim();
  return page.replace(/\n---\n(Before [^\n]*\n\n)?/, (start) => `${start}${words}\n\n`);
}

function makeModule(module: string, attacks: readonly PageAttack[], targets: Targets): string {
  const words = fillIn(HEADER_WORDS, module, targets);
  const items = attacks.map(({ name }) => `  - name: "${name} ${words}"\n    url: /${name}/`);
  return [
    `---\nlayout: module\ntitle: "${module} ${words}"\npermalink: /${module}/\ndate: 2020-01`,
    `summary: "${words}"\nauthors: ["${words}"]\nlevel: "${words}"\nplatforms: ["${words}"]`,
    `input:\n${items.join("\n")}\n---\nText.\n`,
  ].join("\n");
}

/** What is looked for in a book: the words around those of the attack. */
export const markOf = (place: "Before" | "After", { name }: PageAttack) =>
  `${place} ${name.replaceAll("-", " ")} here`;

function makePage(attack: PageAttack, targets: Targets): string {
  const { name, page } = attack;
  const header = `---\ntitle: ${name}\npermalink: /${name}/\nadids: Input\nduration: 5 minutes\n---\n`;
  return `${header}${markOf("Before", attack)}\n\n${fillIn(page, name, targets)}\n\n${markOf("After", attack)}\n`;
}
