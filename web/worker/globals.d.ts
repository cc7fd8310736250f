/** What a visit without a network needs, and what tells this version from others: set by the bundler. */
declare const FILES: string[];
declare const VERSION: string;
