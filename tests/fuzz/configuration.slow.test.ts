import { fuzzAtLength } from "./fuzz-subject.ts";

fuzzAtLength("configuration", 10_000);
