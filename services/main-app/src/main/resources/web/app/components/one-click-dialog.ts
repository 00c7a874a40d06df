import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { reasonOf } from '../api/client';
import { session } from '../stores/session';
import { Watch } from '../stores/store';
import { toasts } from '../stores/toasts';
import { shared, sheet } from '../styles/shared';
import { text } from '../text/text';
import { passwordOf, proofField } from './proof-field';

/** Turns trading with one click on or off; where money is live, on takes the password. */
@customElement('one-click-dialog')
export class OneClickDialog extends LitElement {
  static override styles = [shared, sheet];

  @query('dialog') private readonly dialog!: HTMLDialogElement;
  @state() private busy = false;
  @state() private failure = '';

  constructor() {
    super();
    new Watch(this, session);
  }

  async toggle(on: boolean): Promise<void> {
    this.failure = '';
    if (on) {
      this.dialog.showModal();
    } else {
      await this.set(false, undefined);
    }
  }

  protected override render(): TemplateResult {
    const live = session.current?.mode === 'live';
    return html`<dialog aria-labelledby="title">
      <form @submit=${(event: SubmitEvent): void => void this.submit(event)}>
        <h2 id="title">${text.ticket.oneClickTitle}</h2>
        <p class="soft">${text.ticket.oneClickExplained}</p>
        ${live ? proofField(text.user.password) : nothing}
        ${this.failure ? html`<p class="notice bad" role="alert">${this.failure}</p>` : nothing}
        <div class="actions">
          <button type="button" @click=${(): void => this.dialog.close()}>${text.cancel}</button>
          <button class="primary" ?disabled=${this.busy}>${text.ticket.turnOn}</button>
        </div>
      </form>
    </dialog>`;
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    await this.set(true, passwordOf(new FormData(form)));
    if (this.failure === '') {
      form.reset();
      this.dialog.close();
    }
  }

  private async set(on: boolean, password: string | undefined): Promise<void> {
    this.busy = true;
    this.failure = '';
    try {
      await session.setOneClick(on, password);
      toasts.say('plain', on ? text.ticket.saidOn : text.ticket.saidOff);
    } catch (error) {
      this.failure = reasonOf(error);
    } finally {
      this.busy = false;
      void session.lookAgain();
    }
  }
}
