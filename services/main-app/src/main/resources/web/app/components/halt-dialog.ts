import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { reasonOf } from '../api/client';
import { liftHalt } from '../stores/requests';
import { session } from '../stores/session';
import { Watch } from '../stores/store';
import { toasts } from '../stores/toasts';
import { shared, sheet } from '../styles/shared';
import { text } from '../text/text';
import { passwordOf, proofField } from './proof-field';

/** Lifts a halt of entries, with the password. */
@customElement('halt-dialog')
export class HaltDialog extends LitElement {
  static override styles = [shared, sheet];

  @query('dialog') private readonly dialog!: HTMLDialogElement;
  @state() private busy = false;
  @state() private failure = '';

  constructor() {
    super();
    new Watch(this, session);
  }

  open(): void {
    this.failure = '';
    this.dialog.showModal();
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="title">
      <form @submit=${(event: SubmitEvent): void => void this.submit(event)}>
        <h2 id="title">${text.halt.title}</h2>
        <p class="soft">
          ${text.halt.explained}
        </p>
        ${proofField(text.user.password)}
        ${this.failure ? html`<p class="notice bad" role="alert">${this.failure}</p>` : nothing}
        <div class="actions">
          <button type="button" ?disabled=${this.busy} @click=${(): void => this.dialog.close()}>${text.cancel}</button>
          <button class="primary" ?disabled=${this.busy}>${text.halt.goOn}</button>
        </div>
      </form>
    </dialog>`;
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.busy) {
      return;
    }
    const form = event.target as HTMLFormElement;
    this.busy = true;
    this.failure = '';
    try {
      await liftHalt(passwordOf(new FormData(form)));
      toasts.say('good', text.halt.lifted);
      form.reset();
      this.dialog.close();
    } catch (error) {
      this.failure = reasonOf(error);
    } finally {
      this.busy = false;
      void session.lookAgain();
    }
  }
}
