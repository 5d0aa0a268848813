import { subscribe } from 'node:diagnostics_channel';
import type { ServerResponse } from 'node:http';

/**
 * Writes the type of every answer of this process as a text. Next hands over what a route says as a list of one, which its
 * own packer takes for no type at all, so that nothing but pages would leave packed; and it takes `Content-Encoding` away
 * from a route, so that none can pack by itself.
 */
export function keepTypesPlain(): void {
  subscribe('http.server.request.start', (message) => {
    const { response } = message as { response: ServerResponse };
    const set = response.setHeader.bind(response);
    response.setHeader = (name, value) => {
      const [first, ...more] = Array.isArray(value) ? value : [value];
      const alone = name.toLowerCase() === 'content-type' && first !== undefined && more.length === 0;
      return set(name, alone ? first : value);
    };
  });
}
