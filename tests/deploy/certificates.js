// An authority and certificates of it, for one test run, made by the openssl program.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @param {...string} options */
const openssl = (...options) => execFileSync('openssl', options, { stdio: 'pipe' });
const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];

export class Authority {
  /** @param {string} folder to keep everything in @param {string} name */
  constructor(folder, name) {
    this.folder = folder;
    this.file = join(folder, `${name}.pem`);
    this.key = join(folder, `${name}.key`);
    openssl('req', '-x509', ...newKey, '-keyout', this.key, '-out', this.file, '-subj', `/CN=${name}`, '-days', '1');
  }

  get pem() {
    return readFileSync(this.file, 'utf8');
  }

  /** @param {string} host @returns the files of a certificate for it */
  certify(host) {
    const base = join(this.folder, host);
    openssl('req', ...newKey, '-keyout', `${base}.key`, '-out', `${base}.csr`, '-subj', `/CN=${host}`);
    writeFileSync(`${base}.ext`, `subjectAltName=DNS:${host}\n`);
    const signing = ['-CA', this.file, '-CAkey', this.key, '-CAcreateserial', '-days', '1', '-extfile', `${base}.ext`];
    openssl('x509', '-req', '-in', `${base}.csr`, '-out', `${base}.pem`, ...signing);
    return { certificate: `${base}.pem`, key: `${base}.key` };
  }
}
