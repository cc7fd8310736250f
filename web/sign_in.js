// The sign-in form: real fields in the page, so that password managers and autofill work. What it shows is decided by
// the application; what is typed goes to the token shim and nowhere else.

import { outcomes, TokenShim } from './auth.js';
import { language, translate } from './language.js';

/** @typedef {import('./types').Editor} Editor */
/** @typedef {import('./auth.js').TokenEvent} TokenEvent */
/** @typedef {('password' | 'token' | 'provider' | 'demo')[]} Ways in that are offered */

/** Bits of page_show_sign_in, as in src/platform/web/services.cpp. */
const flag = { visible: 1, busy: 2, asksCode: 4, password: 8, token: 16, demo: 32, provider: 64, mayBeLeft: 128 };

/** @template {HTMLElement} T @param {string} id @returns {T} */
const get = (id) => /** @type {T} */ (document.getElementById(id));

export class SignIn {
  /**
   * @param {string} apiBase
   * @param {{ open(): Promise<void> }} demo
   * @param {import('./provider.js').Provider} [provider]
   */
  constructor(apiBase, demo, provider) {
    this.shim = new TokenShim(apiBase, (event) => this.#report(event), provider);
    this.panel = get('sign-in');
    this.form = /** @type {HTMLFormElement} */ (get('sign-in-form'));
    this.email = /** @type {HTMLInputElement} */ (get('email'));
    this.password = /** @type {HTMLInputElement} */ (get('password'));
    this.code = /** @type {HTMLInputElement} */ (get('code'));
    this.token = /** @type {HTMLInputElement} */ (get('token'));
    this.stay = /** @type {HTMLInputElement} */ (get('stay'));
    this.language = /** @type {HTMLSelectElement} */ (get('language'));
    this.error = get('sign-in-error');
    this.shown = 0;
    /** A sign-in has begun whose end the application does not know yet. */
    this.underway = false;
    /** What ended before the application had started. @type {TokenEvent[]} */
    this.early = [];
    /** While the user is at the provider's pages. @type {AbortController | undefined} */
    this.away = undefined;
    /** The last try was at the provider. */
    this.wasAway = false;
    /** @type {((text: string) => void) | undefined} */
    this.give = undefined;
    /** @type {Editor | undefined} */
    this.editor = undefined;
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.form.addEventListener('input', () => this.#showError(''));
    get('another-account').addEventListener('click', () => {
      if (this.shown & flag.busy) return;
      this.#clear();
      this.#report({ outcome: 'another_account' });
    });
    get('demo').addEventListener('click', () => this.#openDemo(demo));
    this.#showWords(provider);
    language.listen(() => this.#showWords(provider));
    this.language.addEventListener('change', () => void this.#speak(this.language.value));
    get('provider').addEventListener('click', () => this.#goToProvider());
    get('later').addEventListener('click', () => {
      if (!(this.shown & flag.busy)) this.#report({ outcome: 'left' });
    });
    get('cancel').addEventListener('click', () => this.#comeBack());
  }

  get visible() {
    return (this.shown & flag.visible) !== 0;
  }

  /** @param {Editor} editor @param {(text: string) => void} give */
  start(editor, give) {
    this.editor = editor;
    this.give = give;
    get('waiting').remove();
    for (const event of this.early.splice(0)) this.#tell(event);
    this.shim.resume();
  }

  /**
   * Before the application has started: it shows the same once it has.
   * @param {Ways} ways
   * @returns {boolean} whether there is anything to show: a session that was kept needs no form
   */
  showEarly(ways) {
    if (this.shim.accessToken) return false;
    get('start').hidden = true;
    this.show(flag.visible | ways.reduce((flags, way) => flags | flag[way], 0), '');
    return true;
  }

  /**
   * @param {number} shown flags
   * @param {string} error
   */
  show(shown, error) {
    const wasVisible = this.visible;
    const codeIsNew = (shown & ~this.shown & flag.asksCode) !== 0;
    const codeIsGone = (this.shown & ~shown & flag.asksCode) !== 0;
    this.shown = this.underway ? shown | flag.busy : shown;
    const code = (shown & flag.asksCode) !== 0;
    if (!wasVisible) this.stay.checked = this.shim.stays;
    this.panel.hidden = !this.visible;
    get('app').inert = this.visible;
    get('password-fields').hidden = code || !(shown & flag.password);
    get('code-fields').hidden = !code;
    get('token-fields').hidden = code || !(shown & flag.token);
    get('or').hidden = code || !(shown & flag.token) || !(shown & flag.password);
    get('stay-choice').hidden = code || !(shown & (flag.password | flag.token | flag.provider));
    get('submit').hidden = !(shown & (flag.password | flag.token));
    get('another-account').hidden = !code;
    get('provider').hidden = code || !(shown & flag.provider);
    get('later').hidden = !(shown & flag.mayBeLeft);
    get('demo').hidden = code || !(shown & flag.demo);
    this.#setBusy((this.shown & flag.busy) !== 0);
    this.#showError(error, this.#blamed().value !== ''); // what is only asked for is not wrong
    if (!this.visible) this.#clear();
    else if (codeIsNew) this.code.focus();
    else if (!wasVisible) this.#takeFocus();
    else if (error) (this.wasAway ? get('provider') : this.#blamed()).focus();
    else if (codeIsGone) this.email.focus();
  }

  /** What stands in the form depending on the language, but for the words that index.html has. @param {{ name: string } | undefined} provider */
  #showWords(provider) {
    this.language.value = language.tag;
    get('provider').textContent = translate('Sign in with {0}', provider?.name ?? '');
  }

  /** @param {string} tag */
  async #speak(tag) {
    if (await language.choose(tag)) return;
    this.language.value = language.tag;
    this.#showError(translate('The texts of this language cannot be loaded. Check your connection and try again.'), false);
  }

  /** @param {boolean} busy */
  #setBusy(busy) {
    this.form.setAttribute('aria-busy', String(busy));
    // Not disabled: that would throw the focus away.
    for (const name of ['submit', 'another-account', 'provider', 'later', 'demo']) get(name).setAttribute('aria-disabled', String(busy));
    get('submit').classList.toggle('busy', busy && !this.away);
    get('provider').classList.toggle('busy', this.away !== undefined);
    get('away').hidden = !this.away;
    for (const field of this.#fields()) field.readOnly = busy;
  }

  /** @param {string} sentence @param {boolean} [blames] a field */
  #showError(sentence, blames = true) {
    if (this.error.textContent !== sentence) this.error.textContent = sentence;
    for (const field of this.#fields()) field.removeAttribute('aria-invalid');
    if (sentence && blames) this.#blamed().setAttribute('aria-invalid', 'true');
  }

  #fields() {
    return [this.email, this.password, this.code, this.token];
  }

  /** The field an error is most likely about. */
  #blamed() {
    if (this.shown & flag.asksCode) return this.code;
    if (this.token.value.trim() || !(this.shown & flag.password)) return this.token;
    return this.email.value ? this.password : this.email;
  }

  /** From the application, which is behind the form now, and from nobody else. */
  #takeFocus() {
    const held = document.activeElement;
    if (held && held !== document.body && !get('app').contains(held)) return;
    this.#fields().find((field) => !field.value && field.offsetParent)?.focus();
  }

  #begin() {
    this.underway = true;
    this.shown |= flag.busy;
    this.#setBusy(true);
  }

  #end() {
    this.underway = false;
    this.away = undefined;
    this.shown &= ~flag.busy;
    this.#setBusy(false);
  }

  #submit() {
    if (this.shown & flag.busy) return;
    this.shim.stays = this.stay.checked;
    const token = this.token.value.trim();
    if (!(this.shown & flag.asksCode) && token) {
      this.shim.useToken(token);
      return;
    }
    const email = this.email.value.trim();
    const code = this.shown & flag.asksCode ? this.code.value.replace(/\s/g, '') : '';
    if (!email || !this.password.value || (this.shown & flag.asksCode && !code)) {
      this.#showError(this.#whatIsMissing());
      this.#blamed().focus();
      return;
    }
    this.#begin();
    void this.shim.signIn(email, this.password.value, code);
  }

  /** @param {{ open(): Promise<void> }} demo */
  async #openDemo(demo) {
    if (this.shown & flag.busy) return;
    this.#begin();
    this.#showError('');
    try {
      await demo.open();
      this.#report({ outcome: 'demo_chosen' });
    } catch (reason) {
      this.error.textContent = translate('The demo cannot be opened. {0}', reason instanceof Error ? reason.message : '');
      this.#end();
    }
  }

  async #goToProvider() {
    if (this.shown & flag.busy) return;
    this.shim.stays = this.stay.checked;
    // At once: browsers open no window but in the click itself.
    const opened = window.open('about:blank', '_blank', 'popup,width=520,height=700');
    const away = new AbortController();
    this.away = away;
    this.#showError('');
    this.#begin();
    get('cancel').focus();
    await this.shim.signInAtProvider(opened, away.signal);
  }

  /** From the provider, without having signed in there. */
  #comeBack() {
    this.away?.abort();
    this.#end();
    get('provider').focus();
  }

  #whatIsMissing() {
    if (this.shown & flag.asksCode) return translate('Type the code that your authenticator app shows.');
    if (!(this.shown & flag.password)) return translate('Paste a token.');
    if (this.email.value) return translate('Type your password.');
    return this.shown & flag.token
      ? translate('Type your e-mail and password, or paste a token.')
      : translate('Type your e-mail and password.');
  }

  /** @param {TokenEvent} event */
  #report(event) {
    if (event.outcome === 'signed_in') this.#clear();
    this.wasAway = this.away !== undefined;
    this.away = undefined;
    if (this.editor) {
      this.#tell(event);
      return;
    }
    this.early.push(event);
    this.#begin();
    get('waiting').hidden = false;
    get('waiting').append(get('loading'), get('progress'), get('late'));
  }

  /** @param {TokenEvent} event */
  #tell(event) {
    this.underway = false;
    if (!this.editor || !this.give) return;
    this.give(event.user ?? '');
    this.give(event.detail ?? '');
    const { outcome, canRefresh = false, atProvider = false, expiresIn = -1 } = event;
    this.editor._page_on_token(outcomes.indexOf(outcome), Number(canRefresh), Number(atProvider), expiresIn);
  }

  /** Secrets stay no longer than needed; the e-mail is kept for signing in again. */
  #clear() {
    this.password.value = this.code.value = this.token.value = '';
  }
}
