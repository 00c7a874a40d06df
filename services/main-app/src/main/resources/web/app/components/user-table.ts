import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { get, reasonOf } from '../api/client';
import type { User } from '../api/types';
import { clock, moment } from '../format/time';
import { sentence } from '../format/words';
import { connection } from '../stores/connection';
import { session } from '../stores/session';
import { Watch } from '../stores/store';
import { folding, shared } from '../styles/shared';
import { text } from '../text/text';
import './user-dialog';
import type { UserDialog } from './user-dialog';

/** Everybody who may come in, and as what; for admins. */
@customElement('user-table')
export class UserTable extends LitElement {
  static override styles = [
    shared,
    folding,
    css`
      :host {
        --folds: minmax(0, 3fr) minmax(0, 2fr) minmax(0, 2fr);
      }
      .acts {
        display: flex;
        justify-content: flex-end;
        gap: var(--gap-1);
      }
    `,
  ];

  @query('user-dialog') private readonly dialog!: UserDialog;
  @state() private users: User[] = [];
  @state() private failure = '';

  constructor() {
    super();
    new Watch(this, connection, session);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override render(): TemplateResult {
    const words = text.user;
    return html`<section class="panel" aria-label=${words.users}>
      <div class="panel-head">
        <h2>${words.users}</h2>
        <button ?disabled=${!connection.usable} @click=${(): void => this.dialog.add()}>${words.add}</button>
      </div>
      ${this.failure ? html`<p class="notice bad" role="alert">${this.failure}</p>` : nothing}
      <div class="scroll">
        <table class="folds">
          <thead>
            <tr><th>${words.name}</th><th>${words.role}</th><th>${words.state}</th><th class="number phone-less">${words.open}</th><th class="phone-less">${words.lastSeen}</th><th class="phone-less">${words.passwordSince}</th><th class="below"></th></tr>
          </thead>
          <tbody>
            ${this.users.map((user) => this.row(user))}
          </tbody>
        </table>
      </div>
      <user-dialog @saved=${(): void => void this.load()}></user-dialog>
    </section>`;
  }

  private row(user: User): TemplateResult {
    const words = text.user;
    const state = user.disabled ? ['bad', words.disabled] : user.lockedUntil === undefined ? ['good', words.allowed] : ['warn', words.locked(clock(user.lockedUntil).slice(0, 5))];
    return html`<tr>
      <td>${user.name}</td>
      <td>${sentence(user.role)}</td>
      <td><span class="tag ${state[0] ?? ''}">${state[1]}</span></td>
      <td class="number phone-less">${user.sessions}</td>
      <td class="soft phone-less">${moment(user.lastSeenAt)}</td>
      <td class="soft phone-less">${user.external ? words.atProvider : moment(user.passwordChangedAt)}</td>
      <td class="below">
        <div class="acts">
          ${user.name === session.current?.name
            ? html`<span class="faint">${words.you}</span>`
            : html`<button ?disabled=${!connection.usable} aria-label="${words.edit} ${user.name}" @click=${(): void => this.dialog.edit(user)}>${words.edit}</button>
                ${user.external ? nothing : html`<button class="quiet" ?disabled=${!connection.usable} aria-label="${words.reset} ${user.name}" @click=${(): void => this.dialog.reset(user)}>${words.reset}</button>`}`}
        </div>
      </td>
    </tr>`;
  }

  private async load(): Promise<void> {
    try {
      this.users = await get<User[]>('users');
      this.failure = '';
    } catch (error) {
      this.failure = reasonOf(error);
    }
  }
}
