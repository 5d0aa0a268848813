export function isStructured(env?: Readonly<Record<string, string | undefined>>, terminal?: boolean): boolean;
export function structureConsole(write?: (line: string) => void): void;
