// What a build costs, as ratios within one run: figures of one machine say nothing on another.
// `npm run bench`, or `npm run bench -- ../my-curriculum`.
import { resolve } from "node:path";
import { REPOSITORY } from "../support/run-handpress.ts";
import { benchAgain } from "./bench-again.ts";
import { benchCatalogues } from "./bench-catalogues.ts";
import { benchEpub } from "./bench-epub.ts";
import { benchLines } from "./bench-lines.ts";
import { benchPdf } from "./bench-pdf.ts";

const root = resolve(process.argv[2] ?? `${REPOSITORY}/content`);
process.stdout.write(`${(await benchPdf(root)).join("\n")}\n`);
process.stdout.write(`\n${(await benchEpub(root)).join("\n")}\n`);
process.stdout.write(`\n${(await benchAgain()).join("\n")}\n`);
process.stdout.write(`\n${benchCatalogues().join("\n")}\n`);
process.stdout.write("\n");
await benchLines((line) => void process.stdout.write(`${line}\n`));
