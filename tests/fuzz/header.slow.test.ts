import { fuzzAtLength } from "./fuzz-subject.ts";

fuzzAtLength("header", 10_000);
