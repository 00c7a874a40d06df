import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { addShortcut, shortcuts, type Shortcut } from '../stores/shortcuts';
import { shared, sheet } from '../styles/shared';
import { text } from '../text/text';

/** Every key and what it does; itself opened by one. */
@customElement('help-sheet')
export class HelpSheet extends LitElement {
  static override styles = [
    shared,
    sheet,
    css`
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: var(--gap-2) var(--gap-4);
        margin: 0;
        align-items: center;
      }
      dd {
        margin: 0;
      }
      kbd {
        display: inline-block;
        min-width: 28px;
        text-align: center;
        font-family: var(--mono);
        border: 1px solid var(--line-strong);
        border-bottom-width: 2px;
        border-radius: var(--radius-s);
        padding: 1px 6px;
        background: var(--raised);
      }
    `,
  ];

  @query('dialog') private readonly dialog!: HTMLDialogElement;
  @state() private keys: Shortcut[] = [];
  private forgetKey: () => void = () => undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.forgetKey = addShortcut({ key: '?', does: text.shortcuts.help, act: () => this.open() });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.forgetKey();
  }

  open(): void {
    this.keys = shortcuts();
    this.dialog.showModal();
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="title">
      <div class="sheet-body">
        <h2 id="title">${text.shortcuts.title}</h2>
        <dl>${this.keys.map((shortcut) => html`<dt><kbd>${shortcut.key}</kbd></dt><dd>${shortcut.does}</dd>`)}</dl>
        <div class="actions"><button @click=${(): void => this.dialog.close()}>${text.shortcuts.close}</button></div>
      </div>
    </dialog>`;
  }
}
