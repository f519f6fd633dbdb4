/** How the process ends: the status that scripts see. */
export const EXIT = { ok: 0, error: 1, usage: 2, partial: 3, unknown: 4, interrupted: 130 } as const;
