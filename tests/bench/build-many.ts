// Builds a number of EPUB books one after the other and prints the most memory that it took, in
// bytes: `tsx tests/bench/build-many.ts FOLDER COUNT`. The bench runs it with different counts.
import { openWorkshop } from "./workshop.ts";

const [root = "", count = "1"] = process.argv.slice(2);
const workshop = await openWorkshop(root);
for (let at = 0; at < Number(count); at += 1) {
  const book = workshop.books[at % workshop.books.length];
  if (book === undefined) throw new Error("no books");
  await workshop.makeEpub(await workshop.compile(book));
}
process.stdout.write(`${process.resourceUsage().maxRSS * 1024}\n`);
