import { fuzzAtLength } from "./fuzz-subject.ts";

fuzzAtLength("html", 10_000);
