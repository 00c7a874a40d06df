import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { ApiError, reasonOf } from '../api/client';
import type { SettingField, SettingValue } from '../api/types';
import { contracts } from '../format/number';
import { label } from '../format/words';
import { connection } from '../stores/connection';
import { session } from '../stores/session';
import { loadSettings, saveSettings, type Group, type Loaded } from '../stores/settings';
import { Watch } from '../stores/store';
import { toasts } from '../stores/toasts';
import { shared, sheet } from '../styles/shared';
import { text } from '../text/text';

/** A wider range than this is typed, not slid over. */
const WIDEST_SLIDER = 4_000;

/** A form made of the fields the server describes: kinds and ranges are its own, never repeated here. */
@customElement('settings-sheet')
export class SettingsSheet extends LitElement {
  static override styles = [
    shared,
    sheet,
    css`
      .fields {
        display: grid;
        gap: var(--gap-2);
      }
      .setting {
        display: grid;
        grid-template-columns: 1fr 132px 112px;
        align-items: center;
        gap: var(--gap-3);
        min-height: 36px;
      }
      .setting input[type='checkbox'] {
        justify-self: end;
      }
      .setting > :nth-child(2):not(input[type='range']) {
        grid-column: 2 / 4;
      }
      input[type='range'] {
        min-height: 24px;
        padding: 0;
        border: 0;
        background: transparent;
        accent-color: var(--accent);
      }
      .setting input:not([type='checkbox'], [type='range']),
      .setting select {
        min-height: 34px;
        text-align: right;
      }
      .setting label {
        color: var(--ink);
      }
      .setting .hint {
        display: block;
      }
      dialog {
        width: min(560px, calc(100vw - 24px));
      }
      /* Saving stays in reach however long the form is. */
      .actions {
        position: sticky;
        bottom: 0;
        margin: 0 calc(-1 * var(--gap-4)) calc(-1 * var(--gap-4));
        padding: var(--gap-3) var(--gap-4);
        background: var(--panel);
        border-top: 1px solid var(--line);
      }
      @media (max-width: 560px) {
        dialog {
          width: 100vw;
        }
        .setting {
          grid-template-columns: 1fr 84px 96px;
        }
      }
      .setting .fault {
        grid-column: 1 / -1;
        color: var(--bad);
        font-size: var(--text-xs);
      }
    `,
  ];

  @query('dialog') private readonly dialog!: HTMLDialogElement;
  @state() private group: Group = 'auto-entry';
  @state() private loaded: Loaded | undefined;
  @state() private fault: { field: string | undefined; text: string } | undefined;
  @state() private busy = false;

  constructor() {
    super();
    new Watch(this, connection, session);
  }

  async open(group: Group): Promise<void> {
    this.group = group;
    this.loaded = undefined;
    this.fault = undefined;
    this.dialog.showModal();
    try {
      this.loaded = await loadSettings(group);
    } catch (error) {
      this.fault = { field: undefined, text: reasonOf(error) };
    }
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="title">
      <form novalidate @submit=${(event: SubmitEvent): void => void this.submit(event)}>
        <h2 id="title">${text.settings.titles[this.group]}</h2>
        <div class="fields">${this.loaded?.fields.map((field) => this.field(field, this.loaded?.values[field.name]))}</div>
        ${this.fault !== undefined && this.fault.field === undefined
          ? html`<p class="notice bad" role="alert">${this.fault.text}</p>`
          : nothing}
        ${this.mayChange ? nothing : html`<p class="notice warn">${text.settings.readOnly}</p>`}
        <div class="actions">
          <button type="button" @click=${(): void => this.dialog.close()}>${text.cancel}</button>
          <button class="primary" ?disabled=${this.busy || this.loaded === undefined || !this.mayChange || !connection.usable}>
            ${this.busy ? text.settings.saving : text.settings.save}
          </button>
        </div>
      </form>
    </dialog>`;
  }

  private get mayChange(): boolean {
    return this.group === 'auto-entry' || this.group === 'auto-stop' ? session.mayTrade : session.isAdmin;
  }

  private field(field: SettingField, value: SettingValue | undefined): TemplateResult {
    const wrong = this.fault?.field === field.name ? this.fault.text : undefined;
    const range = field.least === undefined ? '' : text.settings.range(contracts(field.least), contracts(field.most));
    return html`<div class="setting">
      <label for=${field.name}>${label(field.name)}${range ? html`<span class="hint">${range}</span>` : nothing}</label>
      ${this.input(field, value, wrong !== undefined)}
      ${wrong === undefined ? nothing : html`<span class="fault" role="alert">${wrong}</span>`}
    </div>`;
  }

  private input(field: SettingField, value: SettingValue | undefined, wrong: boolean): TemplateResult {
    switch (field.kind) {
      case 'flag':
        return html`<input id=${field.name} name=${field.name} type="checkbox" .checked=${value === true} ?disabled=${!this.mayChange} />`;
      case 'choice':
        return html`<select id=${field.name} name=${field.name} ?disabled=${!this.mayChange}>
          ${field.choices?.map((choice) => html`<option value=${choice} ?selected=${choice === value}>${label(choice)}</option>`)}
        </select>`;
      case 'whole':
      case 'decimal':
        return html`${this.slider(field, value)}<input
          id=${field.name}
          name=${field.name}
          class=${wrong ? 'invalid' : ''}
          inputmode="decimal"
          autocomplete="off"
          .value=${String(value ?? '')}
          ?disabled=${!this.mayChange}
          @input=${(event: Event): void => this.follow(event.target as HTMLInputElement, 'range')}
        />`;
    }
  }

  /** Where a range is short enough to slide over; the exact number stands beside it and is what is saved. */
  private slider(field: SettingField, value: SettingValue | undefined): TemplateResult | typeof nothing {
    const span = Number(field.most) - Number(field.least);
    if (!(span > 0 && span <= WIDEST_SLIDER)) {
      return nothing;
    }
    return html`<input
      type="range"
      aria-label=${text.settings.slider(label(field.name))}
      data-of=${field.name}
      min=${field.least ?? ''}
      max=${field.most ?? ''}
      step=${field.kind === 'whole' ? 1 : span <= 100 ? 0.25 : 1}
      .value=${String(value ?? '')}
      ?disabled=${!this.mayChange}
      @input=${(event: Event): void => this.follow(event.target as HTMLInputElement, 'text')}
    />`;
  }

  /** Slider and number show the same. */
  private follow(changed: HTMLInputElement, other: 'range' | 'text'): void {
    const name = other === 'range' ? changed.name : (changed.dataset['of'] ?? '');
    const target = this.renderRoot.querySelector<HTMLInputElement>(other === 'range' ? `input[data-of='${name}']` : `input[name='${name}']`);
    if (target !== null && changed.value !== '') {
      target.value = changed.value;
    }
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.busy || this.loaded === undefined) {
      return;
    }
    const data = new FormData(event.target as HTMLFormElement);
    const values = Object.fromEntries(this.loaded.fields.map((field) => [field.name, valueOf(field, data)]));
    this.busy = true;
    this.fault = undefined;
    try {
      await saveSettings(this.group, values, this.loaded.tag);
      toasts.say('good', text.settings.saved(text.settings.titles[this.group]));
      this.dialog.close();
    } catch (error) {
      const field = error instanceof ApiError ? error.problem.field : undefined;
      const expected = error instanceof ApiError && error.problem.expected ? text.settings.expected(error.problem.expected) : reasonOf(error);
      this.loaded = { ...this.loaded, values };
      this.fault = { field, text: expected };
    } finally {
      this.busy = false;
    }
  }
}

/** As the server wants it; what is no number is sent as typed, so that the server says what is wrong with it. */
function valueOf(field: SettingField, data: FormData): SettingValue {
  const typed = String(data.get(field.name) ?? '').trim();
  switch (field.kind) {
    case 'flag':
      return data.get(field.name) !== null;
    case 'whole':
      return /^-?\d{1,9}$/.test(typed) ? Number(typed) : typed;
    case 'decimal':
    case 'choice':
      return typed;
  }
}
