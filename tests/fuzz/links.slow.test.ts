import { fuzzAtLength } from "./fuzz-subject.ts";

fuzzAtLength("links", 10_000);
