import { css } from 'lit';

/** Lists of facts, and badges. */
export const facts = css`
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
`;
