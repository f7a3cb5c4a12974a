import { fuzzBriefly } from "./fuzz-subject.ts";

// A taste of the slow tier, always the same. `npm run test:slow` has ten thousand of each and more.
fuzzBriefly("header", 250);
fuzzBriefly("markdown", 200);
fuzzBriefly("html", 200);
fuzzBriefly("links", 150);
fuzzBriefly("configuration", 250);
fuzzBriefly("drawing", 300);
fuzzBriefly("picture", 100);
fuzzBriefly("stranger", 150);
