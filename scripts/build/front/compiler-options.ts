/** What a folder's own tsconfig.json says must not change what its source becomes: types go, and nothing else. */
export const TSCONFIG = {
  compilerOptions: { target: "ES2023", useDefineForClassFields: true, verbatimModuleSyntax: true, strict: true },
} as const;
