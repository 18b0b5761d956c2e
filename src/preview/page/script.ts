/** How a test drives the page: what it asks for as JSON in the address after `#`, and what it calls. */
import type { Host } from "../../lms/host.ts";
import type { Faults } from "../../lms/lms.ts";
import type { Standard } from "../../lms/profile.ts";

/** With it the page shows the package alone, and opens it when told. */
export interface Script {
  readonly standard: Standard;
  readonly profile: string;
  readonly mastery?: string;
  readonly faults?: Partial<Faults>;
  /** The API appears only so many milliseconds after the package was opened. */
  readonly apiAfter?: number;
  readonly popup?: boolean;
}

declare global {
  interface Window {
    /** There when the package can be opened. */
    testLms?: Host;
  }
}

/** The script in the page's address. */
export function scriptIn(hash: string): Script | undefined {
  return hash.length < 2 ? undefined : JSON.parse(decodeURIComponent(hash.slice(1)));
}
