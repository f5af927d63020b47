/** Below 0 where `one` comes before `other`, by semantic versioning; texts that are no versions come first. */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [versionParts(one), versionParts(other)];
  for (const [index, part] of a.core.entries()) {
    if (part !== b.core[index]) return part - (b.core[index] ?? 0);
  }
  if (a.pre.length === 0 || b.pre.length === 0) return Math.sign(b.pre.length) - Math.sign(a.pre.length);
  for (let index = 0; index < Math.max(a.pre.length, b.pre.length); index++) {
    const order = compareIdentifiers(a.pre[index], b.pre[index]);
    if (order !== 0) return order;
  }
  return 0;
}

function versionParts(text: string): { readonly core: readonly number[]; readonly pre: readonly string[] } {
  const [, major, minor, patch, pre] = /^(\d+)\.(\d+)\.(\d+)(?:-([0-9A-Za-z.-]+))?/.exec(text) ?? [];
  const core = [major, minor, patch].map((part) => (part === undefined ? -1 : Number(part)));
  return { core, pre: pre?.split(".") ?? [] };
}

function compareIdentifiers(one: string | undefined, other: string | undefined): number {
  if (one === undefined || other === undefined) return (one === undefined ? 0 : 1) - (other === undefined ? 0 : 1);
  const numeric = [one, other].map((each) => /^\d+$/.test(each));
  if (numeric[0] && numeric[1]) return Number(one) - Number(other);
  if (numeric[0] !== numeric[1]) return numeric[0] ? -1 : 1;
  return one < other ? -1 : one > other ? 1 : 0;
}
