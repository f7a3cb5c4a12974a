import { FIRST, testBooks } from "./golden-books.ts";

testBooks([FIRST]);
