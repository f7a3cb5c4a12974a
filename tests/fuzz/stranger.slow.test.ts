import { fuzzAtLength } from "./fuzz-subject.ts";

fuzzAtLength("stranger", 10_000);
