import { join } from 'node:path';
import express, { type Handler } from 'express';

/** Style sheet and scripts of the pages, as they lie in `assets/`. */
export const serveAssets = (): Handler =>
  express.static(join(__dirname, 'assets'), { index: false, redirect: false, maxAge: '1h', fallthrough: true });
