import { FIRST, PLACES, testPipes } from "./pipes.ts";

testPipes(Object.keys(PLACES).filter((place) => !FIRST.includes(place)));
