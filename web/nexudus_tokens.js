// Tokens from Nexudus's own token endpoint: the password grant, with a one-time code where the account has one.

import { translate } from './language.js';
import { whyNoAnswer } from './no_answer.js';

/**
 * @typedef {import('./auth.js').Outcome} Outcome
 * @typedef {import('./auth.js').Reply} Reply
 */

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

/** A Source. */
export class NexudusTokens {
  /** @param {string} apiBase as in config.json */
  constructor(apiBase) {
    this.endpoint = new URL(apiBase.replace(/\/*$/, '/') + 'token', document.baseURI).href;
    this.way = `nexudus ${this.endpoint}`;
    this.shared = true;
    this.client = clientId();
  }

  /**
   * @param {string} user
   * @param {string} password
   * @param {string} code one-time code, or empty
   */
  signIn(user, password, code) {
    return this.#ask({ grant_type: 'password', username: user, password, ...(code && { totp: code }) });
  }

  /** @param {string} refresh */
  renew(refresh) {
    return this.#ask({ grant_type: 'refresh_token', refresh_token: refresh });
  }

  /** Nexudus has nothing that ends a token. */
  async revoke() {}

  /**
   * @param {Record<string, string>} parameters
   * @returns {Promise<Reply>}
   */
  async #ask(parameters) {
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
      const cause = await whyNoAnswer(this.endpoint);
      const detail = cause === 'policy' ? translate("The page's own content security policy does not allow it.") : '';
      return { outcome: cause === 'unreachable' ? cause : 'blocked_by_browser', detail };
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
      const lifetime = Number(body['expires_in']);
      const expiresAt = lifetime > 0 ? Date.now() + lifetime * 1000 : 0;
      return { outcome: 'signed_in', detail: '', tokens: { access, refresh: text(body['refresh_token']), expiresAt } };
    }
    const { status } = response;
    const error = text(body['error']);
    // 409 and 429 mean too many calls, 5xx a server in trouble: none of them says anything of the session.
    const ended = status >= 400 && status < 500 && status !== 409 && status !== 429;
    if (!error) return { outcome: 'unreadable', detail: `HTTP ${status}`, ended };
    return { outcome: outcomeOf(error, codeSent), detail: text(body['error_description']) || error, ended };
  }
}
