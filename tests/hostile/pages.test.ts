import { FIRST, testPages } from "./pages.ts";

testPages(FIRST, ["en"], ["epub"]);
