import type { Faults } from "../../lms/lms.ts";
import type { PackageNews } from "../news.ts";
import { rememberScroll } from "./place.ts";
import { leave, type Seat, takeSeat } from "./seat.ts";

/** What the learner sits at. */
export interface Wanted {
  readonly unit: PackageNews;
  readonly profile: string;
}

/** The one seat of the page. Each step waits for the one before: a package must have said goodbye before the next is opened. */
export interface Seating {
  /** Seats the learner anew and opens the package; without a wish the frame stays empty. */
  sit(wanted: Wanted | undefined): Promise<void>;
  relaunch(): Promise<void>;
  /** Forgets the learner and seats another. */
  replaceLearner(): Promise<void>;
  setFaults(faults: Faults): void;
  /** Brings the seat up to date after a build; true when the same package was opened again because it changed. */
  update(wanted: Wanted | undefined): Promise<boolean>;
  seat(): Seat | undefined;
}

/** `onChange` is called whenever there is something new to inspect. */
export function createSeating(place: HTMLIFrameElement, onChange: () => void): Seating {
  let seat: Seat | undefined;
  let faults: Partial<Faults> = {};
  let work: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(step: () => Promise<T>): Promise<T> => {
    const done = work.then(step);
    work = done;
    return done;
  };
  const sit = async (wanted: Wanted | undefined): Promise<void> => {
    if (seat) await leave(seat);
    seat = wanted && takeSeat({ ...wanted, faults, place, onChange });
    seat?.host.open();
    onChange();
  };
  const relaunch = async (): Promise<void> => {
    const scroll = rememberScroll(place);
    await seat?.host.relaunch();
    scroll();
  };
  const replaceLearner = async (): Promise<void> => {
    if (!seat) return;
    const left = seat;
    await leave(left);
    left.replaceLearner();
    seat = undefined;
    await sit(left);
  };
  const update = async (wanted: Wanted | undefined): Promise<boolean> => {
    if (!seat || wanted?.unit.name !== seat.unit.name || wanted.profile !== seat.profile) {
      await sit(wanted);
      return false;
    }
    const changed = wanted.unit.fingerprint !== seat.unit.fingerprint;
    seat = { ...seat, unit: wanted.unit };
    if (changed) await relaunch();
    return changed;
  };
  return {
    sit: (wanted) => inTurn(() => sit(wanted)),
    relaunch: () => inTurn(relaunch),
    replaceLearner: () => inTurn(replaceLearner),
    update: (wanted) => inTurn(() => update(wanted)),
    setFaults(switched) {
      faults = switched;
      seat?.host.set(switched);
    },
    seat: () => seat,
  };
}
