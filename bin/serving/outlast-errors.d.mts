export function outlastErrors(): void;
