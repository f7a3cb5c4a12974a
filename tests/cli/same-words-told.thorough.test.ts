import { FORMS, KINDS, testSameWords } from "./same-words.ts";

testSameWords(KINDS.slice(0, 1), FORMS.slice(0, 1));
