import { css } from 'lit';

/** Cards and dialogs. */
export const card = css`
  .card {
    display: grid;
    gap: calc(1.5 * var(--_space));
    padding: calc(2 * var(--_space)) calc(2.5 * var(--_space));
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  dialog {
    width: min(34rem, calc(100vw - 2rem));
    max-height: calc(100dvh - 2rem);
    padding: calc(3 * var(--_space));
    border: 1px solid var(--_line);
    border-radius: calc(2 * var(--_radius));
    background: var(--_surface);
    color: var(--_ink);
    overflow: auto;
  }
  dialog::backdrop {
    background: rgb(10 20 30 / 0.6);
  }
`;
