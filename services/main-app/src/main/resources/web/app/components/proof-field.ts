import { html, type TemplateResult } from 'lit';
import { session } from '../stores/session';
import { text } from '../text/text';

/** How a form learns who sits here: the password once more or, of a user of the identity provider, a confirmation there. */
export function proofField(label: string): TemplateResult {
  const provider = session.current?.provider;
  if (provider === undefined) {
    return html`<div class="field">
      <label for="password">${label}</label>
      <input id="password" name="password" type="password" autocomplete="current-password" required maxlength="72" />
    </div>`;
  }
  return session.current?.provenUntil === undefined
    ? html`<a class="button" id="confirm" href="/api/v1/oidc/proof" target="_blank" rel="noopener">${text.proof.confirm(provider)}</a>`
    : html`<p class="notice good" id="confirmed">${text.proof.confirmed(provider)}</p>`;
}

/** What the form was given; undefined where none is asked for. */
export function passwordOf(data: FormData): string | undefined {
  const password = data.get('password');
  return password === null ? undefined : String(password);
}
