// The token shim: keeps the tokens and is the only code that ever sees a password. Where tokens come from is a source's
// matter: Nexudus itself, or a provider. Tokens live in memory only, unless the user wants to stay signed in until the tab
// is closed.

import { translate } from './language.js';
import { NexudusTokens } from './nexudus_tokens.js';

/**
 * @typedef {'signed_in' | 'refreshed' | 'wrong_credentials' | 'code_needed' | 'wrong_code' | 'must_reset_password' |
 *   'refused' | 'unreachable' | 'blocked_by_browser' | 'unreadable' | 'refresh_failed' | 'signed_out' | 'demo_chosen' |
 *   'another_account' | 'explained' | 'left'
 * } Outcome
 * @typedef {{ outcome: Outcome, user?: string, detail?: string, canRefresh?: boolean, atProvider?: boolean, expiresIn?: number }} TokenEvent `expiresIn`: milliseconds
 * @typedef {{ access: string, refresh: string, expiresAt: number }} Tokens milliseconds since 1970; 0: not known
 * @typedef {{ tokens?: Tokens, outcome: Outcome, detail: string, user?: string, ended?: boolean }} Reply `ended`: so is the session
 *
 * @typedef {object} Source where tokens come from, and go back to
 * @property {string} way tabs share tokens of the same way alone
 * @property {boolean} shared whether all tabs of a user have one session; else each sign-in begins one of its own
 * @property {(refresh: string) => Promise<Reply>} renew
 * @property {(tokens: Tokens) => Promise<unknown>} revoke
 *
 * @typedef {object} Message from tab to tab
 * @property {string} way
 * @property {string} user
 * @property {string} was the refresh token that is used up
 * @property {Tokens} [tokens] missing: signed out
 */

/** Outcomes in the order of platform::TokenEvent::Outcome. @type {Outcome[]} */
export const outcomes = [
  'signed_in',
  'refreshed',
  'wrong_credentials',
  'code_needed',
  'wrong_code',
  'must_reset_password',
  'refused',
  'unreachable',
  'blocked_by_browser',
  'unreadable',
  'refresh_failed',
  'signed_out',
  'demo_chosen',
  'another_account',
  'explained',
  'left',
];

/** @type {Tokens} */
const none = { access: '', refresh: '', expiresAt: 0 };

/** A pasted token: there is nothing to renew it with. @type {Source} */
const pasted = {
  way: 'token',
  shared: false,
  renew: async () => ({ outcome: 'refused', detail: '', ended: true }),
  revoke: async () => undefined,
};

/** When a token ends that is a JSON Web Token and says so (RFC 7519, section 4.1.4). @param {string} token */
function endOf(token) {
  try {
    const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    return Number(JSON.parse(atob(payload)).exp) * 1000 || 0;
  } catch {
    return 0; // most are no such tokens
  }
}

/** Where the tab keeps what outlives a reload. */
const keptKey = 'session';

export class TokenShim {
  /**
   * @param {string} apiBase as in config.json
   * @param {(event: TokenEvent) => void} report
   * @param {import('./provider.js').Provider} [provider]
   */
  constructor(apiBase, report, provider) {
    this.nexudus = new NexudusTokens(apiBase);
    this.provider = provider;
    this.report = report;
    this.tokens = none;
    this.user = '';
    /** @type {Source} */
    this.source = pasted;
    /** Whether the user wants the next sign-in to outlive a reload of the tab. */
    this.stays = false;
    this.#restore();
    this.otherTabs = 'BroadcastChannel' in globalThis ? new BroadcastChannel('tokens') : undefined;
    this.otherTabs?.addEventListener('message', ({ data }) => this.#hear(data));
  }

  get accessToken() {
    return this.tokens.access;
  }

  /**
   * @param {string} user
   * @param {string} password
   * @param {string} code one-time code, or empty
   */
  async signIn(user, password, code) {
    this.#take(await this.nexudus.signIn(user, password, code), user, this.nexudus);
  }

  /**
   * Begin it in a click, with the window that this opened: browsers open none otherwise.
   * @param {Window | null} opened for the provider's pages
   * @param {AbortSignal} signal gives up; nothing is reported then
   */
  async signInAtProvider(opened, signal) {
    if (!this.provider) return;
    const reply = await this.provider.signIn(opened, signal);
    if (reply && !signal.aborted) this.#take(reply, reply.user ?? '', this.provider);
  }

  /** @param {string} token with or without the word "Bearer" */
  useToken(token) {
    const access = token.trim().replace(/^bearer\s+/i, '');
    // RFC 6750, section 2.1. Anything else cannot be sent in a header.
    const isToken = /^[\w.~+/-]+=*$/.test(access);
    /** @type {Reply} */
    const reply = isToken
      ? { outcome: 'signed_in', detail: '', tokens: { access, refresh: '', expiresAt: endOf(access) } }
      : { outcome: 'refused', detail: translate('What was pasted contains characters that no token has.') };
    this.#take(reply, '', pasted);
  }

  /** One refresh for all tabs of this user: the old refresh token dies at its first use. */
  async refresh() {
    const before = this.tokens;
    if (!before.refresh) {
      this.report({ outcome: 'refresh_failed', user: this.user });
      return;
    }
    const renew = async () => {
      if (this.tokens === before) await this.#renew(before);
    };
    // Without Web Locks (a page over plain HTTP) there is one refresh per tab.
    await (navigator.locks ? this.#inTurn(before, renew) : renew());
    if (this.tokens !== before && this.accessToken) this.#reportTokens('refreshed');
  }

  /** Goes on with the session that the tab has kept over a reload. */
  resume() {
    if (this.accessToken) this.#reportTokens('signed_in');
  }

  signOut() {
    const { source, tokens } = this;
    this.#tell();
    this.#forget();
    void source.revoke(tokens);
  }

  /**
   * Some providers end the whole session when a refresh token comes twice. So whoever had to wait for another tab hears
   * first what that got.
   * @param {Tokens} before
   * @param {() => Promise<void>} renew
   */
  async #inTurn(before, renew) {
    const atOnce = await navigator.locks.request('token-refresh', { ifAvailable: true }, async (lock) => {
      if (lock) await renew();
      return lock !== null;
    });
    if (atOnce) return;
    await navigator.locks.request('token-refresh', async () => {
      if (this.tokens === before) await this.#hasOthersTokens(before);
      await renew();
    });
  }

  /** @param {Tokens} before */
  async #renew(before) {
    const { source } = this;
    const reply = await source.renew(before.refresh);
    if (this.tokens !== before) {
      // Signed out or in meanwhile: nobody needs what came.
      if (reply.tokens && !source.shared) void source.revoke(reply.tokens);
      return;
    }
    if (!reply.tokens) {
      if (reply.ended && (await this.#hasOthersTokens(before))) return;
      if (reply.ended) this.#store(undefined);
      this.report({ detail: reply.detail, user: this.user, outcome: reply.ended ? 'refresh_failed' : 'unreachable' });
      return;
    }
    // A server that does not rotate sends no new refresh token.
    this.#keep({ ...reply.tokens, refresh: reply.tokens.refresh || before.refresh }, this.user, source);
    this.#tell(before.refresh, this.tokens);
  }

  /** Another tab may have used the refresh token a moment ago; what it got is still to come. @param {Tokens} before */
  async #hasOthersTokens(before) {
    await new Promise((done) => {
      setTimeout(done, 1000);
      this.otherTabs?.addEventListener('message', done, { once: true }); // after #hear
    });
    return this.tokens !== before;
  }

  /** @param {string} [was] @param {Tokens} [tokens] */
  #tell(was = this.tokens.refresh, tokens = undefined) {
    if (!this.user && !was) return;
    this.otherTabs?.postMessage({ way: this.source.way, user: this.user, was, ...(tokens && { tokens }) });
  }

  /** @param {Message} message from another tab of this browser */
  #hear({ way, user, was, tokens }) {
    if (way !== this.source.way) return;
    const isOurs = was !== '' && was === this.tokens.refresh;
    const isOfUser = user !== '' && user === this.user;
    if (tokens) {
      if (!isOurs && !(isOfUser && this.source.shared)) return;
      this.#keep(tokens, this.user, this.source);
      this.#reportTokens('refreshed');
    } else if (isOurs || isOfUser) {
      const { source } = this;
      if (!isOurs) void source.revoke(this.tokens);
      this.#forget();
      this.report({ outcome: 'signed_out', user });
    }
  }

  /**
   * The end of a sign-in.
   * @param {Reply} reply
   * @param {string} user
   * @param {Source} source
   */
  #take({ tokens, outcome, detail }, user, source) {
    if (tokens) {
      this.#keep(tokens, user, source);
      this.#reportTokens(outcome);
    } else {
      this.report({ outcome, detail, user });
    }
  }

  /** @param {Outcome} outcome */
  #reportTokens(outcome) {
    const { user, tokens, source } = this;
    const expiresIn = tokens.expiresAt ? tokens.expiresAt - Date.now() : undefined;
    this.report({
      outcome,
      user,
      canRefresh: tokens.refresh !== '',
      atProvider: source === this.provider,
      ...(expiresIn !== undefined && { expiresIn }),
    });
  }

  /**
   * @param {Tokens} tokens
   * @param {string} user
   * @param {Source} source
   */
  #keep(tokens, user, source) {
    this.tokens = tokens;
    this.user = user;
    this.source = source;
    // For the same API only: config.json may name another after the reload.
    this.#store(this.stays ? { api: this.nexudus.way, way: source.way, user, tokens } : undefined);
  }

  #forget() {
    this.stays = false;
    this.#keep(none, '', pasted);
  }

  /** @param {object | undefined} session */
  #store(session) {
    try {
      if (session) sessionStorage.setItem(keptKey, JSON.stringify(session));
      else sessionStorage.removeItem(keptKey);
    } catch {
      // Storage is blocked: the session ends with the page.
    }
  }

  #restore() {
    try {
      const { api, way, user, tokens } = JSON.parse(sessionStorage.getItem(keptKey) ?? '{}');
      const source = [this.nexudus, pasted, this.provider].find((one) => one?.way === way);
      if (!source || api !== this.nexudus.way) return;
      this.stays = true;
      this.#keep(tokens, user, source);
    } catch {
      // Storage is blocked, or somebody else uses the name.
    }
  }
}
