import { css } from 'lit';

/** Messages that stay on the screen until the matter is settled. */
export const alert = css`
  .alert {
    display: grid;
    gap: 0.5rem;
    padding: 0.75rem 1rem;
    border: 1px solid var(--_line);
    border-inline-start: 6px solid var(--_tone, var(--_accent));
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .alert > strong {
    color: var(--_tone, var(--_accent));
  }
  .alert.error-tone {
    --_tone: var(--_danger);
  }
  .alert.success-tone {
    --_tone: var(--_success);
  }
  .alert.warning-tone {
    --_tone: var(--_warning);
  }
  .alert ul {
    padding-inline-start: 1.25rem;
  }
  .alert a {
    display: block;
    padding: 0.125rem 0;
    color: inherit;
  }
`;
