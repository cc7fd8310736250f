// Emscripten's loader, which the bundler finds in the build folder.
declare module '#glue' {
  const createEditor: (options: import('./types').ModuleOptions) => Promise<import('./types').Editor>;
  export default createEditor;
}
