import type { Session } from "./session.ts";

/** A session without an LMS: a plain web page. Nothing is recorded, and nothing fails. */
export function noSession(): Session {
  return {
    open: async () => ({ kind: "alone" }),
    checkpoint: async () => ({ ok: true }),
    flushOnHide: () => ({ ok: true }),
    finish: () => ({ ok: true }),
  };
}
