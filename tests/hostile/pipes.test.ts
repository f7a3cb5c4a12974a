import { FIRST, testPipes } from "./pipes.ts";

testPipes(FIRST);
