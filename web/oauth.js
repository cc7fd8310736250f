// OAuth 2 at a provider of the operator's own: the authorization code flow with PKCE (RFC 6749, 7636, 9207), as browser
// apps are told to use it (RFC 9700). The provider's pages open in a window of their own, so that what is on the screen
// stays; it comes back to signed-in.html beside this page, which hands over what it was given.
//
// Loaded when somebody uses it, and bundled apart: what it imported, it would have as a copy of its own.

/**
 * @typedef {import('./provider.js').Settings} Settings
 * @typedef {import('./auth.js').Reply} Reply
 * @typedef {import('./auth.js').Tokens} Tokens
 * @typedef {(address: string) => Promise<import('./no_answer.js').Cause>} WhyNoAnswer
 * @typedef {typeof import('./language.js').translate} Translate
 *
 * @typedef {{ authorization: string, token: string, revocation: string, userinfo: string, namesIssuer: boolean }} Endpoints
 *   `namesIssuer`: its answers do (RFC 9207)
 * @typedef {{ status: number, ok: boolean, body: Record<string, unknown> }} Answer
 */

/** A failure with words for the user. */
class Explained extends Error {}

const deadline = 30_000;
const patience = 10 * 60_000; // for the user at the provider's pages

/** @param {unknown} value */
const text = (value) => (typeof value === 'string' ? value : '');

/** Somebody else's words, made fit to be shown. @param {string} words */
const presentable = (words) => words.replace(/[\p{C}\p{Z}\s]+/gu, ' ').trim().slice(0, 200);

/** @param {Uint8Array} bytes */
const base64url = (bytes) =>
  btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

/** 256 bits (RFC 7636, section 4.1; RFC 6749, section 10.10). */
const secret = () => base64url(crypto.getRandomValues(new Uint8Array(32)));

/** S256 (RFC 7636, section 4.2). @param {string} verifier */
const challengeOf = async (verifier) =>
  base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));

/** What a JSON Web Token says. It comes from the provider's token endpoint itself, which is why its signature need not be looked at (OpenID Connect Core, section 3.1.3.7, 6). @param {string} token @returns {Record<string, unknown>} */
function claimsOf(token) {
  try {
    const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(payload), (letter) => letter.charCodeAt(0));
    return { ...JSON.parse(new TextDecoder().decode(bytes)) };
  } catch {
    return {};
  }
}

/** Only HTTPS, but for one's own machine. @param {string} address */
function isSecure(address) {
  try {
    const { protocol, hostname } = new URL(address);
    return protocol === 'https:' || (protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname));
  } catch {
    return false;
  }
}

export class OAuth {
  /**
   * @param {Settings} settings
   * @param {string} name of the provider, for the user
   * @param {WhyNoAnswer} whyNoAnswer
   * @param {Translate} translate
   */
  constructor(settings, name, whyNoAnswer, translate) {
    this.settings = settings;
    this.name = name;
    this.whyNoAnswer = whyNoAnswer;
    this.translate = translate;
    this.scope = settings.scope ?? 'openid email';
    /** Registered at the provider exactly so (RFC 9700, section 2.1). */
    this.redirect = new URL('signed-in.html', document.baseURI).href;
    /** @type {Promise<Endpoints> | undefined} */
    this.found = undefined;
  }

  /**
   * Takes the user to the provider and back.
   * @param {Window | null} opened
   * @param {AbortSignal} signal
   * @returns {Promise<Reply | undefined>} nothing once given up
   */
  async signIn(opened, signal) {
    try {
      const reply = await this.#signIn(opened, signal);
      if (!signal.aborted) return reply;
      if (reply.tokens) void this.revoke(reply.tokens);
    } catch (reason) {
      opened?.close();
      if (!signal.aborted) return { outcome: 'explained', detail: this.#inWords(reason) };
    }
    opened?.close();
    return undefined;
  }

  /** @param {string} refresh @returns {Promise<Reply>} with a new refresh token, where the provider rotates them */
  async renew(refresh) {
    try {
      const { token } = await this.#endpoints();
      const answer = await this.#post(token, { grant_type: 'refresh_token', refresh_token: refresh });
      const tokens = tokensOf(answer);
      if (tokens) return { outcome: 'signed_in', detail: '', tokens };
      const { status } = answer;
      // Too many calls, or a server in trouble, says nothing of the session.
      const ended = status >= 400 && status < 500 && status !== 408 && status !== 409 && status !== 429;
      return { outcome: 'refused', detail: this.#reasonOf(answer), ended };
    } catch (reason) {
      return { outcome: 'unreachable', detail: this.#inWords(reason) };
    }
  }

  /** Tells the provider that the tokens are not needed any more (RFC 7009). @param {Tokens} tokens */
  async revoke({ access, refresh }) {
    const endpoints = await this.#endpoints().catch(() => undefined);
    if (!endpoints?.revocation) return;
    const { revocation } = endpoints;
    const end = (/** @type {string} */ token, /** @type {string} */ hint) =>
      token ? this.#post(revocation, { token, token_type_hint: hint }, { keepalive: true }) : undefined;
    await Promise.allSettled([end(refresh, 'refresh_token'), end(access, 'access_token')]);
  }

  /** @param {Window | null} opened @param {AbortSignal} signal @returns {Promise<Reply>} */
  async #signIn(opened, signal) {
    const { name, translate } = this;
    if (!globalThis.crypto?.subtle) {
      throw new Explained(translate('This needs the page to come over HTTPS. Open it with https://.'));
    }
    if (!opened) {
      throw new Explained(
        translate('The browser did not open the window to sign in. Allow this page to open windows, then try again.'),
      );
    }
    opened.document.title = name;
    opened.document.documentElement.lang = document.documentElement.lang;
    opened.document.body.textContent = translate('Asking {0}…', name);
    const endpoints = await this.#endpoints();
    const [verifier, state, nonce] = [secret(), secret(), secret()];
    const isOpenId = this.scope.split(' ').includes('openid');
    const address = new URL(endpoints.authorization);
    const parameters = {
      response_type: 'code',
      client_id: this.settings.clientId,
      redirect_uri: this.redirect,
      state,
      code_challenge: await challengeOf(verifier),
      code_challenge_method: 'S256',
      ...(this.scope && { scope: this.scope }),
      ...(isOpenId && { nonce }),
      // OpenID Connect Core, section 11.
      ...(this.scope.split(' ').includes('offline_access') && { prompt: 'consent' }),
    };
    for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
    if (signal.aborted || opened.closed) throw new Explained(translate('The window to sign in was closed. Try again.'));
    const answer = this.#answerFor(state, signal);
    opened.opener = null; // where this page is not isolated, the provider's must not lead it elsewhere
    opened.location.replace(address.href);
    const code = this.#codeOf(await answer, endpoints);
    const reply = await this.#post(endpoints.token, {
      grant_type: 'authorization_code',
      code,
      redirect_uri: this.redirect,
      code_verifier: verifier,
    });
    const tokens = tokensOf(reply);
    if (!tokens) throw new Explained(translate('{0} did not sign you in: {1}. Try again.', name, this.#reasonOf(reply)));
    const user = await this.#userOf(text(reply.body['id_token']), isOpenId ? nonce : '', tokens, endpoints);
    return { outcome: 'signed_in', detail: '', tokens, user };
  }

  #endpoints() {
    this.found ??= this.#find();
    this.found.catch(() => (this.found = undefined)); // the next try looks again
    return this.found;
  }

  /** What config.json says goes first; the rest is looked up at the issuer. @returns {Promise<Endpoints>} */
  async #find() {
    const { settings, name, translate } = this;
    const complete = settings.authorizationEndpoint && settings.tokenEndpoint;
    const said = complete ? {} : await this.#discover();
    const endpoints = {
      authorization: settings.authorizationEndpoint ?? text(said['authorization_endpoint']),
      token: settings.tokenEndpoint ?? text(said['token_endpoint']),
      revocation: settings.revocationEndpoint ?? text(said['revocation_endpoint']),
      userinfo: settings.userinfoEndpoint ?? text(said['userinfo_endpoint']),
      namesIssuer: said['authorization_response_iss_parameter_supported'] === true,
    };
    const methods = said['code_challenge_methods_supported'];
    if (!complete && !(Array.isArray(methods) && methods.includes('S256'))) {
      throw new Explained(
        translate(
          '{0} does not say that it protects the sign-in of browser apps (PKCE with S256), so it is not used. ' +
            'Whoever runs this site needs to switch that on at the provider, or to name its endpoints in config.json.',
          name,
        ),
      );
    }
    for (const address of [endpoints.authorization, endpoints.token, endpoints.revocation, endpoints.userinfo]) {
      if (address && !isSecure(address)) {
        throw new Explained(translate('{0} names an address without HTTPS, which is not used.', name));
      }
    }
    if (!endpoints.authorization || !endpoints.token) {
      throw new Explained(
        translate('{0} does not say where to sign in. Whoever runs this site needs to name its endpoints in config.json.', name),
      );
    }
    return endpoints;
  }

  /** @returns {Promise<Record<string, unknown>>} */
  async #discover() {
    const { translate } = this;
    const { issuer } = this.settings;
    // OpenID Connect Discovery, section 4; RFC 8414, section 3, puts its own path between the issuer's host and path.
    const plain = new URL(issuer);
    plain.pathname = `/.well-known/oauth-authorization-server${plain.pathname.replace(/\/$/, '')}`;
    const places = [`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, plain.href];
    const failures = [];
    for (const place of places) {
      const { ok, status, body } = await this.#ask(place);
      if (ok && body['issuer'] === issuer) return body;
      failures.push(
        ok ? translate('{0} is about “{1}”', place, presentable(text(body['issuer']))) : translate('{0} answered {1}', place, status),
      );
    }
    throw new Explained(
      translate(
        '{0} cannot be used: {1}. Whoever runs this site needs to check "issuer" in config.json.',
        this.name,
        failures.join('; '),
      ),
    );
  }

  /**
   * What signed-in.html is given for this state; what comes for another is not for this page. That the window was closed
   * cannot be seen: this page is isolated from those of other hosts (COOP).
   * @param {string} state @param {AbortSignal} signal @returns {Promise<URLSearchParams>}
   */
  #answerFor(state, signal) {
    return new Promise((resolve, reject) => {
      const channel = new BroadcastChannel('oauth');
      /** @param {Error} reason */
      const giveUp = (reason) => {
        end();
        reject(reason);
      };
      const limit = setTimeout(() => giveUp(new Explained(this.translate('Nobody signed in for ten minutes. Try again.'))), patience);
      const abort = () => giveUp(new Error('given up')); // nobody is told
      const end = () => {
        channel.close();
        clearTimeout(limit);
        signal.removeEventListener('abort', abort);
      };
      signal.addEventListener('abort', abort);
      channel.addEventListener('message', ({ data }) => {
        const answer = new URLSearchParams(text(data?.answer));
        if (answer.get('state') !== state) return;
        channel.postMessage({ taken: data.answer });
        end();
        resolve(answer);
      });
    });
  }

  /** @param {URLSearchParams} answer @param {Endpoints} endpoints */
  #codeOf(answer, { namesIssuer }) {
    const { name, translate } = this;
    // RFC 9207, section 2.4: the answer of another provider is not for this one.
    const issuer = answer.get('iss');
    if (issuer === null ? namesIssuer : issuer !== this.settings.issuer) {
      throw new Explained(translate('Somebody other than {0} answered the sign-in, so it was stopped. Try again.', name));
    }
    const error = answer.get('error');
    if (error === 'access_denied') {
      throw new Explained(translate('The sign-in was not completed at {0}, or you may not use the editor.', name));
    }
    const code = answer.get('code');
    if (error || !code) {
      const reason = presentable(answer.get('error_description') || error || translate('it gave no reason'));
      throw new Explained(translate('{0} refused the sign-in: {1}.', name, reason));
    }
    return code;
  }

  /**
   * @param {string} idToken may be missing
   * @param {string} nonce
   * @param {Tokens} tokens
   * @param {Endpoints} endpoints
   */
  async #userOf(idToken, nonce, { access }, { userinfo }) {
    const claims = claimsOf(idToken);
    const audience = [claims['aud']].flat();
    const isForUs = claims['iss'] === this.settings.issuer && audience.includes(this.settings.clientId) && claims['nonce'] === nonce;
    if (idToken && nonce && !isForUs) {
      throw new Explained(this.translate('What {0} sent is not meant for this sign-in. Try again.', this.name));
    }
    const nameIn = (/** @type {Record<string, unknown>} */ said) =>
      text(said['email']) || text(said['preferred_username']) || text(said['name']);
    if (nameIn(claims) || !userinfo || !nonce) return presentable(nameIn(claims) || text(claims['sub']));
    const more = await this.#ask(userinfo, { headers: { Authorization: `Bearer ${access}` } }).catch(() => undefined);
    // OpenID Connect Core, section 5.3.2: of somebody else it is not to be used.
    const isSame = more?.ok && (!claims['sub'] || more.body['sub'] === claims['sub']);
    return presentable((isSame ? nameIn(more.body) || text(more.body['sub']) : '') || text(claims['sub']));
  }

  /** @param {string} endpoint @param {Record<string, string>} parameters @param {RequestInit} [options] */
  #post(endpoint, parameters, options) {
    const body = new URLSearchParams({ ...parameters, client_id: this.settings.clientId });
    return this.#ask(endpoint, { method: 'POST', body, ...options });
  }

  /** @param {string} address @param {RequestInit} [options] @returns {Promise<Answer>} */
  async #ask(address, options) {
    let response;
    try {
      response = await fetch(address, {
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        redirect: 'error',
        signal: AbortSignal.timeout(deadline),
        ...options,
      });
    } catch {
      throw new Explained(this.#sentenceFor(await this.whyNoAnswer(address), new URL(address).origin));
    }
    const body = /** @type {unknown} */ (await response.json().catch(() => undefined));
    return { ok: response.ok, status: response.status, body: typeof body === 'object' && body !== null ? { ...body } : {} };
  }

  /** @param {import('./no_answer.js').Cause} cause @param {string} origin */
  #sentenceFor(cause, origin) {
    const { name, translate } = this;
    if (cause === 'policy') {
      return translate(
        "The page's own content security policy does not let it ask {0}. Whoever runs this site needs to add that " +
          "to connect-src, in index.html and in the server's headers.",
        origin,
      );
    }
    if (cause === 'closed') {
      return translate(
        '{0} does not let this page read its answers (CORS). Whoever runs this site needs to allow {1} for this client there.',
        name,
        location.origin,
      );
    }
    return translate('{0} cannot be reached at {1}. Check your connection and try again.', name, origin);
  }

  /** @param {unknown} reason */
  #inWords(reason) {
    if (reason instanceof Explained) return reason.message;
    return this.translate('Signing in at {0} failed ({1}). Try again.', this.name, presentable(String(reason)));
  }

  /** @param {Answer} answer */
  #reasonOf({ status, body }) {
    const words = text(body['error_description']) || text(body['error']);
    return presentable(words) || this.translate('it answered {0}', status);
  }
}

/** @param {Answer} answer @returns {Tokens | undefined} */
function tokensOf({ ok, body }) {
  const access = text(body['access_token']);
  const isBearer = /^bearer$/i.test(text(body['token_type']));
  if (!ok || !access || !isBearer) return undefined;
  const lifetime = Number(body['expires_in']);
  return { access, refresh: text(body['refresh_token']), expiresAt: lifetime > 0 ? Date.now() + lifetime * 1000 : 0 };
}
