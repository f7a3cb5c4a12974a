import { openVocabulary } from "../../src/cli/open-vocabulary.ts";
import { compileWording } from "../../src/wording/wording.ts";
import { nodeWorld } from "../../src/world/node-world.ts";

/** The words that come with the product, in all their languages. */
export const WORDING = compileWording(await openVocabulary(nodeWorld));
