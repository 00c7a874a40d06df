import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { change, reasonOf } from '../api/client';
import type { NewPassword, Role, User } from '../api/types';
import { sentence } from '../format/words';
import { session } from '../stores/session';
import { Watch } from '../stores/store';
import { toasts } from '../stores/toasts';
import { shared, sheet } from '../styles/shared';
import { text } from '../text/text';
import { passwordOf, proofField } from './proof-field';

const ROLES: Role[] = ['viewer', 'trader', 'admin'];

/** Adds a user, changes what one may, gives a new password; each takes the admin's own password once more. */
@customElement('user-dialog')
export class UserDialog extends LitElement {
  static override styles = [shared, sheet];

  @query('dialog') private readonly dialog!: HTMLDialogElement;
  @state() private doing: 'add' | 'edit' | 'reset' = 'add';
  @state() private user: User | undefined;
  @state() private told: NewPassword | undefined;
  @state() private busy = false;
  @state() private failure = '';

  constructor() {
    super();
    new Watch(this, session);
  }

  add(): void {
    this.open('add', undefined);
  }

  edit(user: User): void {
    this.open('edit', user);
  }

  reset(user: User): void {
    this.open('reset', user);
  }

  private open(doing: 'add' | 'edit' | 'reset', user: User | undefined): void {
    this.doing = doing;
    this.user = user;
    this.told = undefined;
    this.failure = '';
    this.renderRoot.querySelector('form')?.reset();
    this.dialog.showModal();
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="title">${this.told === undefined ? this.form() : this.password(this.told)}</dialog>`;
  }

  private password(told: NewPassword): TemplateResult {
    return html`<div class="sheet-body">
      <h2 id="title">${text.user.newPasswordOf(told.name)}</h2>
      <p class="notice good mono" id="new-password">${told.password}</p>
      <p class="soft">${text.user.toldOnce}</p>
      <div class="actions"><button class="primary" @click=${(): void => this.dialog.close()}>${text.close}</button></div>
    </div>`;
  }

  private form(): TemplateResult {
    const words = text.user;
    const title = { add: words.add, edit: words.editUser(this.user?.name ?? ''), reset: words.resetUser(this.user?.name ?? '') }[this.doing];
    return html`<form @submit=${(event: SubmitEvent): void => void this.submit(event)}>
      <h2 id="title">${title}</h2>
      ${this.doing === 'add'
        ? html`<div class="field">
            <label for="name">${words.name}</label>
            <input id="name" name="name" required maxlength="64" pattern="[A-Za-z0-9][A-Za-z0-9._@\\-]*" autocapitalize="none" autocomplete="off" />
          </div>`
        : nothing}
      ${this.doing === 'reset'
        ? html`<p class="soft">${words.resetExplained}</p>`
        : html`<div class="field">
            <label for="role">${words.role}</label>
            <select id="role" name="role">
              ${ROLES.filter((role) => this.user?.external !== true || role === this.user.role).map((role) => html`<option value=${role} ?selected=${role === (this.user?.role ?? 'viewer')}>${sentence(role)}: ${words.roles[role]}</option>`)}
            </select>
          </div>`}
      ${this.doing === 'edit'
        ? html`<div class="field">
            <label for="disabled">${words.state}</label>
            <select id="disabled" name="disabled">
              <option value="no" ?selected=${this.user?.disabled === false}>${words.allowed}</option>
              <option value="yes" ?selected=${this.user?.disabled === true}>${words.disabled}</option>
            </select>
          </div>`
        : nothing}
      ${proofField(words.yourPassword)}
      ${this.failure ? html`<p class="notice bad" role="alert">${this.failure}</p>` : nothing}
      <div class="actions">
        <button type="button" @click=${(): void => this.dialog.close()}>${text.cancel}</button>
        <button class="primary" ?disabled=${this.busy}>${words.save}</button>
      </div>
    </form>`;
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const password = passwordOf(data);
    const name = encodeURIComponent(this.user?.name ?? '');
    this.busy = true;
    this.failure = '';
    try {
      if (this.doing === 'edit') {
        await change('PUT', `users/${name}`, { role: String(data.get('role')), disabled: data.get('disabled') === 'yes', password });
        toasts.say('good', text.user.changed(this.user?.name ?? ''));
        this.dialog.close();
      } else {
        const path = this.doing === 'add' ? 'users' : `users/${name}/password`;
        const body = this.doing === 'add' ? { name: String(data.get('name')), role: String(data.get('role')), password } : { password };
        this.told = (await change<NewPassword>('POST', path, body)).body;
      }
      this.dispatchEvent(new CustomEvent('saved'));
    } catch (error) {
      this.failure = reasonOf(error);
    } finally {
      this.busy = false;
      void session.lookAgain();
    }
  }
}
