import { FIRST, LANGUAGES, testCopies } from "./copied-text.ts";

testCopies(LANGUAGES.filter((language) => !FIRST.includes(language)));
