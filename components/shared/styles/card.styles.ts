import { css } from 'lit';

/** Cards, lists of facts, badges, steps and dialogs. */
export const card = css`
  .card {
    display: grid;
    gap: calc(1.5 * var(--_space));
    padding: calc(2 * var(--_space)) calc(2.5 * var(--_space));
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
    gap: calc(1.5 * var(--_space));
  }
  .facts dt {
    color: var(--_muted);
    font-size: 0.9375rem;
  }
  .badge {
    display: inline-block;
    padding: 0.125rem 0.625rem;
    border: 1px solid var(--_tone, var(--_edge));
    border-radius: 1rem;
    color: var(--_tone, inherit);
    font-size: 0.875rem;
    font-weight: 600;
  }
  .badge.error-tone {
    --_tone: var(--_danger);
  }
  .badge.success-tone {
    --_tone: var(--_success);
  }
  .badge.warning-tone {
    --_tone: var(--_warning);
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
