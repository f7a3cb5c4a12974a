import { FIRST, testTrees } from "./trees.ts";

await testTrees((name) => FIRST.test(name));
