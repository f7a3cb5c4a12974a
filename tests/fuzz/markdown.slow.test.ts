import { fuzzAtLength } from "./fuzz-subject.ts";

fuzzAtLength("markdown", 10_000);
