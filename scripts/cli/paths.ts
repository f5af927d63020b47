import { packageRoot } from "../registry/paths.ts";

/** Where the modules stand that run in the kernel. */
export const pythonFolder: URL = new URL("python/inlay/", packageRoot);
