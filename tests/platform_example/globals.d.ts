// What the tests put into the page.
interface Window {
  events: import('../../web/auth.js').TokenEvent[];
  shim: import('../../web/auth.js').TokenShim;
}
