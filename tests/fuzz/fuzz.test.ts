import { fuzzBriefly } from "./fuzz-subject.ts";

// A taste of the slow tier, always the same. `npm run test:slow` has ten thousand of each and more.
fuzzBriefly("header", 300);
fuzzBriefly("markdown", 300);
fuzzBriefly("html", 300);
fuzzBriefly("links", 300);
fuzzBriefly("configuration", 300);
fuzzBriefly("drawing", 300);
fuzzBriefly("picture", 150);
