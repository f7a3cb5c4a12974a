import { fuzzAtLength } from "./fuzz-subject.ts";

fuzzAtLength("drawing", 10_000);
