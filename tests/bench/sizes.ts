// What EPUB books take, by kind: the table in docs/sizes.md.
// `npm run sizes`, or `npm run sizes -- ../my-curriculum`.
import { resolve } from "node:path";
import { REPOSITORY } from "../support/run-handpress.ts";
import { measureParts, type PartSizes } from "./measure-parts.ts";
import { openWorkshop } from "./workshop.ts";

const roots = process.argv.slice(2);
const folders = roots.length === 0 ? [`${REPOSITORY}/content`] : roots.map((one) => resolve(one));
const columns: readonly (readonly [string, keyof PartSizes])[] = [
  ["text", "text"],
  ["lists", "lists"],
  ["style", "style"],
  ["cover", "cover"],
  ["pictures", "images"],
  ["fonts", "fonts"],
  ["packaging", "packaging"],
];
const write = (cells: readonly string[]) => process.stdout.write(`| ${cells.join(" | ")} |\n`);
write([
  "Book",
  "all",
  ...columns.map(([name]) => name),
  "without pictures",
  "packaging %",
  "files",
]);
write(["---", ...Array<string>(columns.length + 4).fill("--:")]);
for (const folder of folders) {
  const workshop = await openWorkshop(folder);
  for (const book of workshop.books) {
    const compiled = await workshop.compile(book);
    const sizes = measureParts(await workshop.makeEpub(compiled));
    write([
      `${book.module.language}/${book.name}`,
      ...[sizes.total, ...columns.map(([, key]) => sizes[key])].map(withSpaces),
      withSpaces(sizes.total - sizes.images),
      `${((100 * sizes.packaging) / sizes.total).toFixed(1)} %`,
      `${sizes.files}`,
    ]);
  }
}

/** A thin gap every three digits. */
function withSpaces(value: number): string {
  return `${value}`.replace(/\B(?=(\d{3})+$)/g, "\u202F");
}
