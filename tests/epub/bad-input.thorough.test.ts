import { ROWS, testRows } from "./bad-input.ts";

testRows(ROWS.slice(2));
