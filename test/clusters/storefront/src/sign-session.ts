import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";

/** A new session cookie, which every replica with the same key accepts. */
export function newSession(key: string): string {
  const id = randomUUID();
  return `${id}.${signature(id, key)}`;
}

/** Whether a cookie was signed with this key. */
export function isSession(cookie: string, key: string): boolean {
  const [id = "", given = ""] = cookie.split(".");
  const expected = Buffer.from(signature(id, key));
  return given.length === expected.length && timingSafeEqual(Buffer.from(given), expected);
}

function signature(id: string, key: string): string {
  return createHmac("sha256", key).update(id).digest("hex");
}
