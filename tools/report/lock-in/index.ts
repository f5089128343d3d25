export { lockInJson } from "./lock-in-json.ts";
export { lockInText } from "./lock-in-text.ts";
