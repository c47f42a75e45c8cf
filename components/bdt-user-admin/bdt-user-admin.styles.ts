import { css } from 'lit';

export const styles = css`
  .head {
    justify-content: space-between;
    align-items: start;
  }
  h2 .structure {
    display: block;
    margin-top: 0.25rem;
    color: var(--_muted);
    font-size: 1rem;
    font-weight: 400;
  }
  h4 {
    margin: 0;
    font-size: 1.0625rem;
    line-height: 1.35;
  }
  .people {
    display: grid;
    gap: calc(1.5 * var(--_space));
    grid-template-columns: minmax(0, 1fr);
    list-style: none;
  }
  .who {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
    align-items: center;
  }
  .for {
    font-weight: 400;
  }
  .facts.narrow {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr));
  }
  .rights {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space) calc(2 * var(--_space));
    margin-top: 0.25rem;
    list-style: none;
  }
  .rights li {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
    align-items: center;
  }
  .empty {
    padding: calc(2 * var(--_space)) calc(2.5 * var(--_space));
    border: 1px dashed var(--_line);
    border-radius: var(--_radius);
  }
  .pages {
    justify-content: space-between;
  }
  @media (max-width: 30rem) {
    .pages > :empty {
      display: none;
    }
  }
  textarea {
    resize: vertical;
  }
`;
