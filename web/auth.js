// The token shim: talks to the token endpoint, keeps the tokens, and is the only code that ever sees a password.
// Tokens live in memory only and end with the tab.

/**
 * @typedef {'signed_in' | 'refreshed' | 'wrong_credentials' | 'code_needed' | 'wrong_code' | 'must_reset_password' |
 *   'refused' | 'unreachable' | 'blocked_by_browser' | 'unreadable' | 'refresh_failed' | 'signed_out' | 'demo_chosen' |
 *   'another_account'
 * } Outcome
 * @typedef {{ outcome: Outcome, user?: string, detail?: string, canRefresh?: boolean }} TokenEvent
 * @typedef {{ access: string, refresh: string }} Tokens
 * @typedef {{ tokens?: Tokens, outcome: Outcome, detail: string, ended?: boolean }} Reply `ended`: so is the session
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
];

const deadline = 30_000;
const clientKey = 'client_id';

/** A GUID of this installation: a sign-in as any other client would end that client's sessions. */
function clientId() {
  try {
    const kept = localStorage.getItem(clientKey);
    if (kept) return kept;
  } catch {
    // Storage is blocked: one for this page then.
  }
  const id = randomGuid();
  try {
    localStorage.setItem(clientKey, id);
  } catch {
    // As above.
  }
  return id;
}

function randomGuid() {
  if (crypto.randomUUID) return crypto.randomUUID();
  // Only a page from a secure origin has randomUUID (RFC 9562, section 5.4).
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** @param {unknown} value */
const text = (value) => (typeof value === 'string' ? value : '');

/** @param {Response} response @returns {Promise<Record<string, unknown>>} empty when it is not a JSON object */
async function readObject(response) {
  const body = /** @type {unknown} */ (await response.json().catch(() => undefined));
  return typeof body === 'object' && body !== null ? { ...body } : {};
}

/**
 * @param {string} error an OAuth error code (RFC 6749, section 5.2) or one of Nexudus's own
 * @param {boolean} codeSent
 * @returns {Outcome}
 */
function outcomeOf(error, codeSent) {
  if (error === 'two_factor_auth_check') return codeSent ? 'wrong_code' : 'code_needed';
  if (error === 'invalid_grant') return codeSent ? 'wrong_code' : 'wrong_credentials';
  return error === 'must_reset_password' ? 'must_reset_password' : 'refused';
}

export class TokenShim {
  /**
   * @param {string} apiBase as in config.json
   * @param {(event: TokenEvent) => void} report
   */
  constructor(apiBase, report) {
    this.endpoint = new URL(apiBase.replace(/\/*$/, '/') + 'token', document.baseURI).href;
    this.report = report;
    /** @type {Tokens} */
    this.tokens = { access: '', refresh: '' };
    this.user = '';
    this.client = clientId();
    this.blockedByPolicy = false;
    document.addEventListener('securitypolicyviolation', ({ blockedURI }) => {
      if (blockedURI && this.endpoint.startsWith(blockedURI)) this.blockedByPolicy = true;
    });
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
    const parameters = { grant_type: 'password', username: user, password, ...(code && { totp: code }) };
    const reply = await this.#ask(parameters);
    if (reply.tokens) this.#keep(reply.tokens, user);
    this.report({ ...reply, user, canRefresh: this.tokens.refresh !== '' });
  }

  /** @param {string} pasted with or without the word "Bearer" */
  useToken(pasted) {
    const access = pasted.trim().replace(/^bearer\s+/i, '');
    // RFC 6750, section 2.1. Anything else cannot be sent in a header.
    if (!/^[\w.~+/-]+=*$/.test(access)) {
      this.report({ outcome: 'refused', detail: 'What was pasted contains characters that no token has.' });
      return;
    }
    this.#keep({ access, refresh: '' }, '');
    this.report({ outcome: 'signed_in' });
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
    await (navigator.locks ? navigator.locks.request('token-refresh', renew) : renew());
    if (this.tokens !== before && this.accessToken) {
      this.report({ outcome: 'refreshed', user: this.user, canRefresh: this.tokens.refresh !== '' });
    }
  }

  signOut() {
    if (this.user) this.otherTabs?.postMessage({ user: this.user });
    this.#forget();
  }

  /** @param {Tokens} before */
  async #renew(before) {
    const reply = await this.#ask({ grant_type: 'refresh_token', refresh_token: before.refresh });
    if (this.tokens !== before) return; // signed out or in meanwhile
    if (!reply.tokens) {
      if (reply.ended && (await this.#hasOthersTokens(before))) return;
      this.report({ ...reply, user: this.user, outcome: reply.ended ? 'refresh_failed' : 'unreachable' });
      return;
    }
    // A server that does not rotate sends no new refresh token.
    this.#keep({ ...reply.tokens, refresh: reply.tokens.refresh || before.refresh }, this.user);
    this.otherTabs?.postMessage({ user: this.user, tokens: this.tokens });
  }

  /** Another tab may have used the refresh token a moment ago; what it got is still to come. @param {Tokens} before */
  async #hasOthersTokens(before) {
    await new Promise((done) => {
      setTimeout(done, 1000);
      this.otherTabs?.addEventListener('message', done, { once: true }); // after #hear
    });
    return this.tokens !== before;
  }

  /** @param {{ user?: string, tokens?: Tokens }} message from another tab of this browser */
  #hear({ user, tokens }) {
    if (!user || user !== this.user) return;
    if (tokens) {
      this.tokens = tokens;
      return;
    }
    this.#forget();
    this.report({ outcome: 'signed_out', user });
  }

  /**
   * @param {Tokens} tokens
   * @param {string} user
   */
  #keep(tokens, user) {
    this.tokens = tokens;
    this.user = user;
  }

  #forget() {
    this.#keep({ access: '', refresh: '' }, '');
  }

  /**
   * @param {Record<string, string>} parameters
   * @returns {Promise<Reply>}
   */
  async #ask(parameters) {
    this.blockedByPolicy = false;
    let response;
    try {
      response = await fetch(this.endpoint, {
        method: 'POST',
        headers: { client_id: this.client },
        body: new URLSearchParams(parameters),
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(deadline),
      });
    } catch {
      return this.#whyNoAnswer();
    }
    return this.#read(response, 'totp' in parameters);
  }

  /**
   * @param {Response} response
   * @param {boolean} codeSent
   * @returns {Promise<Reply>}
   */
  async #read(response, codeSent) {
    const body = await readObject(response);
    const access = text(body['access_token']);
    if (response.ok && access) {
      return { outcome: 'signed_in', detail: '', tokens: { access, refresh: text(body['refresh_token']) } };
    }
    const { status } = response;
    const error = text(body['error']);
    // 409 and 429 mean too many calls, 5xx a server in trouble: none of them says anything of the session.
    const ended = status >= 400 && status < 500 && status !== 409 && status !== 429;
    if (!error) return { outcome: 'unreadable', detail: `HTTP ${status}`, ended };
    return { outcome: outcomeOf(error, codeSent), detail: text(body['error_description']) || error, ended };
  }

  /** A browser does not say why a request failed. @returns {Promise<Reply>} */
  async #whyNoAnswer() {
    // The report of a blocked request arrives as an event of its own.
    await new Promise((done) => setTimeout(done));
    if (this.blockedByPolicy) {
      return { outcome: 'blocked_by_browser', detail: "The page's own content security policy does not allow it." };
    }
    if (new URL(this.endpoint).origin !== location.origin) {
      try {
        // The answer of this one may not be read, but that there is one tells a closed door from no house.
        await fetch(this.endpoint, {
          mode: 'no-cors',
          credentials: 'omit',
          cache: 'no-store',
          signal: AbortSignal.timeout(deadline),
        });
        return { outcome: 'blocked_by_browser', detail: '' };
      } catch {
        // No house.
      }
    }
    return { outcome: 'unreachable', detail: '' };
  }
}
