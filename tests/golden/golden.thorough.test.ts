import { BOOKS, FIRST, testBooks } from "./golden-books.ts";

testBooks(BOOKS.filter((book) => book !== FIRST));
