import type { ElementType, Key, ReactElement } from 'react';
import { jsx as reactJsx, jsxs as reactJsxs } from 'react/jsx-runtime';
import { shownProps } from './shown-props';

export type { JSX } from 'react/jsx-runtime';
export { Fragment } from 'react/jsx-runtime';

/** React's `jsx`, of texts that are safe to show: the compiler writes JSX of this project with it (`jsxImportSource`). */
export function jsx(type: ElementType, props: object, key?: Key): ReactElement {
  return reactJsx(type, shownProps(type, props), key);
}

/** The same for elements with several children. */
export function jsxs(type: ElementType, props: object, key?: Key): ReactElement {
  return reactJsxs(type, shownProps(type, props), key);
}
