// Types of what the build brings together: the WebAssembly's exports, Emscripten's loader, constants set by the bundler.

/** What the WebAssembly offers to the page. Numbers stand for the enums of src/platform/web/. */
export interface Editor {
  HEAPU8: Uint8Array;
  HEAPF32: Float32Array;
  /** Room for `size` bytes of text that the next call takes. */
  _page_inbox(size: number): number;
  _page_frame(): void;
  _page_after_frame(): void;
  _page_frames_drawn(): number;
  _page_deliver(): void;
  _page_on_timer(): void;
  /** Kind: 0 move, 1 down, 2 up, 3 cancel, 4 leave. Pointer: 0 mouse, 1 touch, 2 pen. */
  _page_on_pointer(kind: number, x: number, y: number, button: number, pointer: number): void;
  /** The key's name is in the inbox. Modifiers: 1 shift, 2 control or command, 4 alt, 8 the other of control and command. Returns 1 to prevent. */
  _page_on_key(node: number, modifiers: number, editing: number): number;
  _page_on_focus(node: number, visible: number): void;
  _page_on_blur(node: number): void;
  _page_on_press(node: number): void;
  /** The text is in the inbox. */
  _page_on_value(node: number): void;
  _page_on_scroll(node: number, x: number, y: number): void;
  /** CSS pixels, then device pixels, then device pixels per CSS pixel. */
  _page_on_resize(width: number, height: number, deviceWidth: number, deviceHeight: number, scale: number): void;
  /** Flags: 1 dark, 2 reduced motion, 4 more contrast, 8 forced colours, 16 coarse pointer, 32 an Apple keyboard. */
  _page_on_preferences(flags: number, textScale: number, ...systemColors: [number, number, number, number]): void;
  _page_on_fonts(): void;
  _page_on_context(change: number): void;
  _page_on_visibility(visible: number): void;
  _page_on_online(online: number): void;
  /** The fragment is in the inbox. */
  _page_on_address(): void;
  _page_on_copied(ok: number): void;
  /** The prefix, then the texts, one a line, are in the inbox. */
  _page_on_texts(): void;
  /** Whether texts can be kept, when that changes. */
  _page_on_kept(ok: number): void;
  /** The key, then the value that another page stored are in the inbox. */
  _page_on_stored(): void;
  /** The tag, then the texts are in the inbox. */
  _page_on_language(): void;
  /** Status 0: there was none. The headers, one a line, then the body are in the inbox. */
  _page_on_local_reply(id: number, status: number): void;
  /** User, then detail are in the inbox. ExpiresIn: milliseconds; -1: not known. */
  _page_on_token(outcome: number, canRefresh: number, atProvider: number, expiresIn: number): void;
}

/** The form for signing in, and what keeps the tokens: web/sign_in.js and web/auth.js here. */
export interface SignInForm {
  readonly visible: boolean;
  readonly shim: { readonly accessToken: string; refresh(): Promise<void>; signOut(): void };
  start(editor: Editor, give: (text: string) => void): void;
  show(flags: number, error: string): void;
}

/** Which language the page speaks: web/language.js here. */
export interface SpokenLanguage {
  readonly tag: string;
  /** For Intl. */
  readonly locale: string;
  /** As platform::Language has them. */
  readonly texts: string;
  choose(tag: string): Promise<boolean>;
  listen(changed: () => void): void;
}

export interface ModuleOptions {
  page: import('./platform/page.js').Page;
  instantiateWasm(imports: WebAssembly.Imports, receive: (instance: WebAssembly.Instance) => void): object;
  onAbort(reason: unknown): void;
  printErr?(text: string): void;
}

declare global {
  /** Size and SHA-256 of the WebAssembly files, set by the bundler. */
  const EDITOR_WASM: import('./wasm.js').Expected;
  const DEMO_WASM: import('./wasm.js').Expected;
  const SAMPLES_WASM: import('./wasm.js').Expected;
  /** The catalogues by the tags of their languages, set by the bundler. */
  const LANGUAGES: Record<string, import('./language.js').CatalogueFile>;
  /** Whether the sign-in form is shown before the application has started; set by the bundler. */
  const SIGN_IN_FIRST: boolean;
  /** For tests. */
  var editorDiagnostics: { frames(): number; memory(): Uint8Array } | undefined;
}
