import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { change, reasonOf } from '../api/client';
import { connection } from '../stores/connection';
import { Watch } from '../stores/store';
import { toasts } from '../stores/toasts';
import { shared } from '../styles/shared';
import { text } from '../text/text';

/** One's own password: the present one, the next one twice. */
@customElement('password-form')
export class PasswordForm extends LitElement {
  static override styles = [
    shared,
    css`
      form {
        display: grid;
        gap: var(--gap-3);
      }
      .field {
        display: grid;
        gap: var(--gap-1);
      }
      button {
        justify-self: end;
        min-height: var(--tap);
      }
    `,
  ];

  @state() private busy = false;
  @state() private failure = '';

  constructor() {
    super();
    new Watch(this, connection);
  }

  protected override render(): TemplateResult {
    const words = text.user;
    return html`<section class="panel" aria-label=${words.changePassword}>
      <h2>${words.changePassword}</h2>
      <form @submit=${(event: SubmitEvent): void => void this.submit(event)}>
        ${this.field('current', words.currentPassword, 'current-password', 1)} ${this.field('next', words.nextPassword, 'new-password', 12)}
        ${this.field('again', words.againPassword, 'new-password', 12)}
        <p class="hint faint">${words.passwordHint}</p>
        ${this.failure ? html`<p class="notice bad" role="alert">${this.failure}</p>` : nothing}
        <button class="primary" ?disabled=${this.busy || !connection.usable}>${words.changePassword}</button>
      </form>
    </section>`;
  }

  private field(name: string, label: string, autocomplete: 'current-password' | 'new-password', least: number): TemplateResult {
    return html`<div class="field">
      <label for=${name}>${label}</label>
      <input id=${name} name=${name} type="password" autocomplete=${autocomplete} required minlength=${least} maxlength="72" />
    </div>`;
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const data = new FormData(form);
    if (data.get('next') !== data.get('again')) {
      this.failure = text.user.notTheSame;
      return;
    }
    this.busy = true;
    this.failure = '';
    try {
      await change('PUT', 'password', { current: String(data.get('current')), next: String(data.get('next')) });
      toasts.say('good', text.user.passwordChanged);
      form.reset();
      this.dispatchEvent(new CustomEvent('sessions-ended'));
    } catch (error) {
      this.failure = reasonOf(error);
    } finally {
      this.busy = false;
    }
  }
}
