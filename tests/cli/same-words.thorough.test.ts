import { FORMS, KINDS, testSameWords } from "./same-words.ts";

testSameWords(KINDS, FORMS.slice(1));
