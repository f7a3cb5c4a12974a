import { testOwnTells } from "./own-tells.ts";

testOwnTells([["passphrases", "--edition", "participant"]]);
