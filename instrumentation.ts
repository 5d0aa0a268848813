/** Runs once when the server starts, before it takes requests. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { uploadSettings } = await import('./lib/server/uploads/upload-settings');
  const { sweepRegularly } = await import('./lib/server/uploads/upload-api');
  const { keepAnswers } = await import('./lib/server/http/page-status');
  const { keepTypesPlain } = await import('./lib/server/http/plain-types');
  // Makes the token of the store, so that it stands there before anybody needs it.
  sweepRegularly(await uploadSettings(process.env));
  if (process.env.ANNALS_ROWS === 'all')
    console.warn('annals: ANNALS_ROWS=all shows the rows of every series to whoever reaches this server');
  keepTypesPlain();
  keepAnswers();
}
