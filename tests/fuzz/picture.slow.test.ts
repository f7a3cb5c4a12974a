import { fuzzAtLength } from "./fuzz-subject.ts";

fuzzAtLength("picture", 10_000);
