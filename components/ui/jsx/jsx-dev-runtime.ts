import * as development from 'react/jsx-dev-runtime';
import { shownProps } from './shown-props';

export type { JSX } from 'react/jsx-runtime';
export { Fragment } from 'react/jsx-runtime';

type JsxDev = (type: unknown, props: object, ...rest: readonly unknown[]) => unknown;

// Its types leave out what the compiler calls.
const { jsxDEV: reactJsx } = development as unknown as { readonly jsxDEV: JsxDev };

/** The `jsx` of `jsx-runtime` as the compiler writes it in development and in tests. */
export const jsxDEV: JsxDev = (type, props, ...rest) => reactJsx(type, shownProps(type, props), ...rest);
