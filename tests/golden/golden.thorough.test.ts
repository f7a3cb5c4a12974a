import { BOOKS, testBooks } from "./golden-books.ts";

testBooks(BOOKS);
