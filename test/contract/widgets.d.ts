/** The list that the test server makes of the folders it finds. */
declare module "*/contract/widgets.js" {
  export const subjects: readonly import("./subject.ts").Listed[];
}
