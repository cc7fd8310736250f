// A sign-in provider of the operator's own. What talks to it (oauth.js) is loaded when somebody uses it.

import { translate } from './language.js';
import { whyNoAnswer } from './no_answer.js';

/**
 * @typedef {import('./auth.js').Reply} Reply
 * @typedef {import('./auth.js').Tokens} Tokens
 *
 * @typedef {object} Settings "oauth" in config.json
 * @property {string} issuer
 * @property {string} clientId
 * @property {string} [name] shown to the user
 * @property {string} [scope]
 * @property {string} [authorizationEndpoint] this and the following are looked up at the issuer where they are missing
 * @property {string} [tokenEndpoint]
 * @property {string} [revocationEndpoint]
 * @property {string} [userinfoEndpoint]
 */

/** A Source. */
export class Provider {
  /** @param {Settings} settings */
  constructor(settings) {
    this.settings = settings;
    this.name = settings.name || new URL(settings.issuer).host;
    this.way = `oauth ${settings.issuer} ${settings.clientId}`;
    this.shared = false;
    /** @type {Promise<import('./oauth.js').OAuth> | undefined} */
    this.loaded = undefined;
  }

  /** @param {Window | null} opened @param {AbortSignal} signal @returns {Promise<Reply | undefined>} nothing once given up */
  async signIn(opened, signal) {
    try {
      return await (await this.#oauth()).signIn(opened, signal);
    } catch {
      opened?.close();
      return {
        outcome: 'explained',
        detail: translate(
          'A file of the editor that is needed for this cannot be loaded. Check your connection and load the page again.',
        ),
      };
    }
  }

  /** @param {string} refresh @returns {Promise<Reply>} */
  async renew(refresh) {
    const oauth = await this.#oauth().catch(() => undefined);
    return oauth ? oauth.renew(refresh) : { outcome: 'unreachable', detail: '' };
  }

  /** @param {Tokens} tokens */
  async revoke(tokens) {
    const oauth = await this.#oauth().catch(() => undefined);
    await oauth?.revoke(tokens);
  }

  #oauth() {
    this.loaded ??= import('./oauth.js').then(({ OAuth }) => new OAuth(this.settings, this.name, whyNoAnswer, translate));
    this.loaded.catch(() => (this.loaded = undefined)); // the next try loads it again
    return this.loaded;
  }
}
