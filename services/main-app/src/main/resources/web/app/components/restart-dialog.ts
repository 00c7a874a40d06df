import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { change, reasonOf } from '../api/client';
import { serviceWord } from '../format/words';
import { session } from '../stores/session';
import { Watch } from '../stores/store';
import { toasts } from '../stores/toasts';
import { shared, sheet } from '../styles/shared';
import { text } from '../text/text';
import { passwordOf, proofField } from './proof-field';

/** Asks for a restart of one service or of everything, with a reason and the password. */
@customElement('restart-dialog')
export class RestartDialog extends LitElement {
  static override styles = [shared, sheet];

  @query('dialog') private readonly dialog!: HTMLDialogElement;
  @state() private service: string | undefined;
  @state() private busy = false;
  @state() private failure = '';

  constructor() {
    super();
    new Watch(this, session);
  }

  /** @param service none: everything */
  open(service?: string): void {
    this.service = service;
    this.failure = '';
    this.dialog.showModal();
  }

  protected override render(): TemplateResult {
    const words = text.system;
    const all = this.service === undefined;
    return html`<dialog aria-labelledby="title">
      <form @submit=${(event: SubmitEvent): void => void this.submit(event)}>
        <h2 id="title">${this.service === undefined ? words.restartAll : words.restartOne(serviceWord(this.service))}</h2>
        <p class=${all ? 'notice warn' : 'soft'}>${all ? words.restartAllExplained : words.restartExplained}</p>
        <div class="field">
          <label for="reason">${words.reason}</label>
          <input id="reason" name="reason" required maxlength="200" autocomplete="off" />
        </div>
        ${proofField(text.user.yourPassword)}
        ${this.failure ? html`<p class="notice bad" role="alert">${this.failure}</p>` : nothing}
        <div class="actions">
          <button type="button" ?disabled=${this.busy} @click=${(): void => this.dialog.close()}>${text.cancel}</button>
          <button class="danger" ?disabled=${this.busy}>${words.restart}</button>
        </div>
      </form>
    </dialog>`;
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const data = new FormData(form);
    this.busy = true;
    this.failure = '';
    try {
      const wish = { reason: String(data.get('reason')), password: passwordOf(data) };
      await change('POST', 'system/restarts', this.service === undefined ? wish : { ...wish, service: this.service });
      toasts.say('plain', text.system.asked);
      form.reset();
      this.dialog.close();
      this.dispatchEvent(new CustomEvent('asked'));
    } catch (error) {
      this.failure = reasonOf(error);
    } finally {
      this.busy = false;
      void session.lookAgain();
    }
  }
}
