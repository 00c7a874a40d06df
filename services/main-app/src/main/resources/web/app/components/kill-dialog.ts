import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { reasonOf } from '../api/client';
import { clearKillSwitch, tripKillSwitch } from '../stores/requests';
import { session } from '../stores/session';
import { Watch } from '../stores/store';
import { toasts } from '../stores/toasts';
import { controls, switches } from '../stores/topics';
import { shared, sheet } from '../styles/shared';
import { text } from '../text/text';
import { passwordOf, proofField } from './proof-field';

/** Trips the kill switch with a reason, clears it with the password. */
@customElement('kill-dialog')
export class KillDialog extends LitElement {
  static override styles = [
    shared,
    sheet,
    css`
      .check {
        display: flex;
        align-items: center;
        gap: var(--gap-2);
      }
    `,
  ];

  @query('dialog') private readonly dialog!: HTMLDialogElement;
  @state() private busy = false;
  @state() private failure = '';

  constructor() {
    super();
    new Watch(this, controls, session);
  }

  open(): void {
    this.failure = '';
    this.dialog.showModal();
  }

  protected override render(): TemplateResult {
    const on = switches()?.killSwitch.on ?? false;
    return html`<dialog aria-labelledby="title">
      <form @submit=${(event: SubmitEvent): void => void this.submit(event, on)}>
        <h2 id="title">${on ? text.kill.clear : text.kill.trip}</h2>
        <p class="soft">
          ${on
            ? text.kill.clearExplained
            : text.kill.tripExplained}
        </p>
        ${on
          ? proofField(text.user.password)
          : html`<div class="field">
                <label for="reason">${text.kill.reason}</label>
                <input id="reason" name="reason" required maxlength="200" placeholder=${text.kill.why} autocomplete="off" />
              </div>
              <label class="check"><input type="checkbox" name="flatten" /> ${text.kill.flatten}</label>`}
        ${this.failure ? html`<p class="notice bad" role="alert">${this.failure}</p>` : nothing}
        <div class="actions">
          <button type="button" ?disabled=${this.busy} @click=${(): void => this.dialog.close()}>${text.cancel}</button>
          <button class=${on ? 'primary' : 'danger'} ?disabled=${this.busy}>${on ? text.kill.clearNow : text.kill.tripNow}</button>
        </div>
      </form>
    </dialog>`;
  }

  private async submit(event: SubmitEvent, on: boolean): Promise<void> {
    event.preventDefault();
    if (this.busy) {
      return;
    }
    const form = event.target as HTMLFormElement;
    const data = new FormData(form);
    this.busy = true;
    this.failure = '';
    try {
      if (on) {
        await clearKillSwitch(passwordOf(data));
        toasts.say('good', text.kill.cleared);
      } else {
        await tripKillSwitch(String(data.get('reason')), data.get('flatten') !== null);
        toasts.say('bad', text.kill.tripped);
      }
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
