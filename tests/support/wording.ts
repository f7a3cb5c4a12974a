import { openVocabulary } from "../../src/build/load/open-vocabulary.ts";
import { nodeFileSystem } from "../../src/host/node-file-system.ts";
import { compileWording } from "../../src/wording/wording.ts";

/** The words that come with the product, in all their languages. */
export const WORDING = compileWording(await openVocabulary(nodeFileSystem));
