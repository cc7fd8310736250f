// The native server with its sandbox, on a free port, and the sandbox's controls.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { dist, serverProgram } from './paths.js';

/**
 * What goes wrong on demand: see src/sandbox/fault.h.
 * @typedef {object} Fault
 * @property {'latency' | 'drop' | 'error' | 'html' | 'unsuccessful' | 'truncated' | 'reply' | 'edit' | 'expire_tokens'} kind
 * @property {'GET' | 'POST' | 'PUT' | 'DELETE'} [method]
 * @property {string} [path]
 * @property {number} [skip]
 * @property {number} [times]
 * @property {boolean} [handled]
 * @property {number} [ms]
 * @property {number} [status]
 * @property {string} [body]
 * @property {string} [message]
 * @property {{ PropertyName: string, Message: string }[]} [errors]
 *
 * @typedef {{ method: string, target: string, headers: Record<string, string>, body: string, status: number }} Logged
 */

export class Sandbox {
  /** @param {string} origin ends with a slash */
  constructor(origin) {
    this.origin = origin;
  }

  /** @param {string} path @param {string} method @param {object} [body] @returns {Promise<any>} */
  async #control(path, method, body) {
    const response = await fetch(`${this.origin}sandbox/${path}`, { method, body: body ? JSON.stringify(body) : null });
    if (!response.ok) throw new Error(`sandbox/${path}: ${await response.text()}`);
    return response.json();
  }

  reset() {
    return this.#control('reset', 'POST');
  }

  /** @param {Fault} fault */
  fault(fault) {
    return this.#control('faults', 'POST', fault);
  }

  /** The requests to the API so far. @param {string} [method] @returns {Promise<Logged[]>} */
  async log(method) {
    /** @type {Logged[]} */
    const entries = await this.#control('log', 'GET');
    return entries.filter((entry) => !method || entry.method === method);
  }

  /** Those that were not turned away as one too many, which on a slow machine happens by itself. @param {string} method */
  async handled(method) {
    return (await this.log(method)).filter(({ status }) => status !== 409);
  }

  /** An access token, as people get one elsewhere to paste it. @param {string} user @param {string} password */
  async token(user, password) {
    const response = await fetch(`${this.origin}api/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'password', username: user, password }),
    });
    const { access_token } = await response.json();
    return String(access_token);
  }

  /** A record's text as the API gives it. @param {string} id */
  async record(id) {
    const token = await this.token('admin@example.com', 'demo-admin');
    const response = await fetch(`${this.origin}api/sys/webhooks/${id}`, { headers: { Authorization: `Bearer ${token}` } });
    return response.text();
  }

  /**
   * Another client, signed in as somebody else, saves a record with some members changed.
   * @param {string} id
   * @param {(json: string) => string} change of the record's text, so that no number loses a digit
   */
  async saveElsewhere(id, change) {
    const body = change(await this.record(id));
    const token = await this.token('hooks@example.com', 'demo-hooks');
    const response = await fetch(`${this.origin}api/sys/webhooks`, {
      method: 'PUT',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body,
    });
    if (!response.ok) throw new Error(`the other save was answered ${response.status}`);
  }
}

/** @param {string[]} options of the server */
export async function startServer(...options) {
  const child = spawn(serverProgram, ['--port', '0', '--root', dist, ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
  const origin = await new Promise((found, failed) => {
    child.once('error', failed);
    child.once('exit', () => failed(new Error('the server ended before it was ready')));
    createInterface(child.stdout).once('line', found);
  });
  return { origin: String(origin), stop: () => void child.kill() };
}
