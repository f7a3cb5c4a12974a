import { ROWS, testRows } from "./bad-input.ts";

testRows(ROWS.slice(0, 2));
