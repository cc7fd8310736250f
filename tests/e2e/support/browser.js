// How Chromium is started everywhere: no network of its own, and WebGL without a graphics card.

export const chromium = {
  browserName: /** @type {const} */ ('chromium'),
  launchOptions: {
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
    ],
  },
};

/** The same without WebGL: the page shows itself as elements. */
export const withoutWebGl = {
  launchOptions: { ...chromium.launchOptions, args: [...chromium.launchOptions.args, '--disable-3d-apis'] },
};
