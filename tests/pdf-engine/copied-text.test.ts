import { FIRST, testCopies } from "./copied-text.ts";

testCopies(FIRST);
