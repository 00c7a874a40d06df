import { css, unsafeCSS } from 'lit';

/** What every element looks like: panels, buttons, inputs, tables. Colours come from tokens.css alone. */
export const shared = css`
  :host {
    display: block;
    color: var(--ink);
    font-variant-numeric: tabular-nums;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  :focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }
  h1,
  h2,
  h3,
  p {
    margin: 0;
  }
  .panel {
    background: var(--panel);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    padding: var(--gap-3) var(--gap-4);
  }
  .panel > h2,
  .panel-head h2 {
    font-size: var(--text-s);
    font-weight: 600;
    color: var(--ink-soft);
    letter-spacing: 0.02em;
  }
  .panel > h2 {
    margin-bottom: var(--gap-2);
  }
  .panel-head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--gap-2);
    margin-bottom: var(--gap-2);
  }
  button,
  .button {
    font: inherit;
    font-weight: 600;
    color: var(--ink);
    background: var(--raised);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-s);
    min-height: 32px;
    padding: 4px 12px;
    cursor: pointer;
    text-decoration: none;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--gap-1);
    font-variant-numeric: tabular-nums;
  }
  button:hover:not(:disabled) {
    border-color: var(--accent);
  }
  button:disabled {
    opacity: 0.5;
    cursor: not-allowed;
  }
  button.primary {
    background: var(--accent);
    border-color: var(--accent);
    color: var(--accent-ink);
  }
  button.danger {
    background: var(--bad-soft);
    border-color: var(--bad);
    color: var(--bad);
  }
  button.quiet {
    background: transparent;
    border-color: transparent;
    color: var(--ink-soft);
  }
  button.link {
    min-height: 0;
    padding: 0;
    border: 0;
    background: transparent;
    font-weight: inherit;
    text-align: left;
  }
  button.link:hover:not(:disabled) {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  button.quiet:hover:not(:disabled) {
    color: var(--ink);
    border-color: var(--line-strong);
  }
  .choice {
    display: inline-flex;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-s);
    overflow: hidden;
  }
  .choice button {
    border: 0;
    border-radius: 0;
    min-height: 28px;
    padding: 2px 10px;
    background: transparent;
    color: var(--ink-soft);
  }
  .choice button + button {
    border-left: 1px solid var(--line);
  }
  .choice button[aria-pressed='true'] {
    background: var(--raised);
    color: var(--ink);
  }
  label {
    color: var(--ink-soft);
    font-size: var(--text-s);
  }
  input,
  select {
    font: inherit;
    font-variant-numeric: tabular-nums;
    color: var(--ink);
    background: var(--ground);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-s);
    min-height: var(--tap);
    padding: 6px 10px;
    width: 100%;
  }
  input[type='checkbox'] {
    width: 20px;
    height: 20px;
    min-height: 0;
    accent-color: var(--accent);
  }
  input:user-invalid,
  input.invalid {
    border-color: var(--bad);
  }
  table {
    border-collapse: collapse;
    width: 100%;
    font-size: var(--text-s);
  }
  th {
    text-align: left;
    font-weight: 500;
    color: var(--ink-faint);
    padding: 6px 8px;
    white-space: nowrap;
    border-bottom: 1px solid var(--line);
  }
  td {
    padding: 7px 8px;
    border-bottom: 1px solid var(--line);
    white-space: nowrap;
  }
  td button {
    min-height: 26px;
    padding: 1px 10px;
  }
  tr:last-child td {
    border-bottom: 0;
  }
  .number {
    text-align: right;
  }
  .scroll {
    overflow-x: auto;
  }
  .scroll th:first-child,
  .scroll td:first-child {
    padding-left: 0;
  }
  .scroll th:last-child,
  .scroll td:last-child {
    padding-right: 0;
  }
  .good {
    color: var(--good);
  }
  .bad {
    color: var(--bad);
  }
  .warn {
    color: var(--warn);
  }
  .yes {
    color: var(--yes);
  }
  .no {
    color: var(--no);
  }
  .soft {
    color: var(--ink-soft);
  }
  .faint {
    color: var(--ink-faint);
  }
  .mono {
    font-family: var(--mono);
    font-size: 0.92em;
  }
  .empty {
    color: var(--ink-faint);
    padding: var(--gap-3) 0;
  }
  .tag {
    display: inline-block;
    font-size: var(--text-xs);
    font-weight: 600;
    padding: 1px 8px;
    border-radius: 99px;
    border: 1px solid var(--line-strong);
    color: var(--ink-soft);
    white-space: nowrap;
  }
  .tag.good {
    color: var(--good);
    border-color: var(--good);
    background: var(--good-soft);
  }
  .tag.bad {
    color: var(--bad);
    border-color: var(--bad);
    background: var(--bad-soft);
  }
  .tag.warn {
    color: var(--warn);
    border-color: var(--warn);
    background: var(--warn-soft);
  }
  .notice {
    border: 1px solid var(--line-strong);
    border-left-width: 4px;
    border-radius: var(--radius-s);
    padding: var(--gap-2) var(--gap-3);
  }
  .notice.bad {
    border-color: var(--bad);
    background: var(--bad-soft);
    color: var(--ink);
  }
  .notice.warn {
    border-color: var(--warn);
    background: var(--warn-soft);
    color: var(--ink);
  }
  .notice.good {
    border-color: var(--good);
    background: var(--good-soft);
    color: var(--ink);
  }
`;

/** How many of a line's parts a cell can take on a phone. */
const SHARES = Array.from({ length: 24 }, (_, i) => i + 1);

/**
 * On a phone a row of the table takes two lines: its few figures (--folds), and below them what needs room. A table with many
 * figures is `fine`: a line has 24 parts, a cell takes as many as its class says (`of5`), and what names the row comes `first`.
 */
export const folding = css`
  @media (max-width: 560px) {
    .phone-less {
      display: none;
    }
    .folds,
    .folds thead,
    .folds tbody {
      display: block;
    }
    .folds tr {
      display: grid;
      grid-template-columns: var(--folds);
      align-items: center;
      border-bottom: 1px solid var(--line);
    }
    .folds tr:last-child {
      border-bottom: 0;
    }
    .folds th,
    .folds td {
      border-bottom: 0;
      padding-inline: 0 8px;
      min-width: 0;
      white-space: normal;
    }
    .folds th:last-child,
    .folds td:last-child {
      padding-right: 0;
    }
    .folds .below,
    .folds .inside {
      order: 1;
      grid-column: 1 / -1;
      min-width: 0;
      padding: 0 0 8px;
    }
    .folds th.below,
    .folds .below.none {
      display: none;
    }
    .folds.fine tr {
      grid-template-columns: repeat(24, minmax(0, 1fr));
      padding-block: 4px;
    }
    .folds.fine th,
    .folds.fine td {
      padding-block: 3px;
      padding-right: 6px;
    }
    .folds.fine td button.quiet {
      padding-inline: 4px;
    }
    .folds.fine .first {
      order: -1;
    }
    .folds.fine .end {
      padding-right: 0;
      text-align: right;
    }
    ${unsafeCSS(SHARES.map((parts) => `.folds .of${parts} { grid-column: span ${parts}; }`).join('\n'))}
  }
`;

/** A native dialog as a card in the middle, a sheet from below on a phone. */
export const sheet = css`
  dialog {
    background: var(--panel);
    color: var(--ink);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    box-shadow: var(--shadow);
    padding: 0;
    width: min(460px, calc(100vw - 24px));
    max-height: calc(100dvh - 32px);
    overflow: auto;
  }
  dialog::backdrop {
    background: rgb(4 8 14 / 60%);
  }
  dialog form,
  .sheet-body {
    display: grid;
    gap: var(--gap-3);
    padding: var(--gap-4);
  }
  dialog h2 {
    font-size: var(--text-l);
    font-weight: 650;
  }
  .actions {
    display: flex;
    justify-content: flex-end;
    gap: var(--gap-2);
  }
  .actions button {
    min-height: var(--tap);
    padding: 4px 18px;
  }
  .field {
    display: grid;
    gap: var(--gap-1);
  }
  .hint {
    font-size: var(--text-xs);
    color: var(--ink-faint);
  }
  @media (max-width: 560px) {
    dialog {
      margin: auto auto 0;
      width: 100vw;
      max-width: 100vw;
      border-radius: var(--radius) var(--radius) 0 0;
    }
    .actions button {
      flex: 1;
    }
  }
`;
