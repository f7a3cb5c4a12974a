import { MAPS, testMaps } from "./page-maps.ts";

testMaps(MAPS.slice(0, 1));
