import type { Server } from 'node:http';

/** Resolves to whether all requests ended by themselves. */
export function drain(server: Server, deadline?: number): Promise<boolean>;

/** How long requests that run may take to end, in milliseconds. */
export const DEADLINE_MS: number;
