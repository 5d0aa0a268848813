import { type ElementType, type ReactElement, type ReactNode, createElement as reactElement } from 'react';
import { shownChild, shownProps } from './shown-props';

/** React's `createElement` in the same way: the compiler writes it where a `key` stands behind properties that are spread. */
export function createElement(
  type: ElementType,
  props: object | null,
  ...children: readonly ReactNode[]
): ReactElement {
  return reactElement(type, props && shownProps(type, props), ...(children.map(shownChild) as ReactNode[]));
}
