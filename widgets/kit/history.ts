/** What can be taken back and done again, newest last. Immutable. */
export interface History<T> {
  readonly past: readonly T[];
  readonly future: readonly T[];
}

const LIMIT = 200;

/** No step to take back. */
export const fresh = <T>(): History<T> => ({ past: [], future: [] });

/** A step away from `before` was made; what could be done again is forgotten. */
export const record = <T>(history: History<T>, before: T): History<T> => ({
  past: [...history.past, before].slice(-LIMIT),
  future: [],
});

/** The history and what to show after a step back from `now`; nothing where there is no step. */
export function back<T>({ past, future }: History<T>, now: T): readonly [History<T>, T] | undefined {
  const before = past.at(-1);
  return before === undefined ? undefined : [{ past: past.slice(0, -1), future: [...future, now] }, before];
}

/** The history and what to show after a step that was taken back is done again. */
export function forth<T>({ past, future }: History<T>, now: T): readonly [History<T>, T] | undefined {
  const after = future.at(-1);
  return after === undefined ? undefined : [{ past: [...past, now], future: future.slice(0, -1) }, after];
}
