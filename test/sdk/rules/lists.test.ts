import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { CIVILITIES, JOB_FUNCTIONS, sectorOfLegalCategory, SECTORS } from '../../../sdk/rules/index.js';
import { anyText } from './arbitraries.js';

describe('sector of a structure', () => {
  const examples = {
    local_authorities: {
      '7210': 'commune', '7220': 'département', '7230': 'région', '7225': 'collectivité d’outre-mer',
      '7343': 'communauté urbaine', '7344': 'métropole', '7346': 'communauté de communes',
      '7348': 'communauté d’agglomération', '7353': 'SIVU', '7354': 'syndicat mixte', '7361': 'CCAS',
      '7372': 'SDIS', '4150': 'régie',
    },
    social_housing: {
      '4140': 'office public de l’habitat', '7371': 'OPHLM', '5546': 'SA de HLM', '5646': 'SA de HLM à directoire',
      '5547': 'coopérative de HLM', '5647': 'coopérative de HLM à directoire',
    },
    legal_professions: {
      '5385': 'SELCA', '5485': 'SELARL', '5585': 'SELAFA', '5785': 'SELAS', '5470': 'SPFPL', '6561': 'SCP d’avocats',
      '6564': 'SCP d’huissiers', '6565': 'SCP de notaires', '6567': 'SCP de greffiers', '6585': 'autre SCP',
      '9224': 'association d’avocats',
    },
    companies: {
      '1000': 'entrepreneur individuel', '5499': 'SARL', '5599': 'SA', '5710': 'SAS', '5515': 'SA d’économie mixte',
      '6540': 'SCI', '6571': 'SCP de médecins', '6589': 'société civile de moyens', '9220': 'association',
    },
  } as const;

  for (const [sector, categories] of Object.entries(examples)) {
    for (const [code, label] of Object.entries(categories)) {
      it(`of someone at a ${label} (${code}) is ${sector}`, () => {
        expect(sectorOfLegalCategory(code)).to.equal(sector);
      });
    }
  }

  it('is companies when the directory withholds the category', () => {
    expect(sectorOfLegalCategory(null)).to.equal('companies');
    expect(sectorOfLegalCategory('')).to.equal('companies');
  });

  it('is one of the four whatever the directory says', () => {
    fc.assert(
      fc.property(anyText, (code) => {
        expect(SECTORS).to.include(sectorOfLegalCategory(code));
      }),
    );
  });
});

describe('lists to choose from', () => {
  it('show people the sectors, functions and titles in the order of the form', () => {
    expect(SECTORS).to.deep.equal(['legal_professions', 'social_housing', 'companies', 'local_authorities']);
    expect(JOB_FUNCTIONS).to.deep.equal([
      'mayor_or_president', 'director', 'secretary_general', 'finance', 'accountant', 'operations_officer', 'other',
    ]);
    expect(CIVILITIES).to.deep.equal(['mr', 'mrs']);
  });
});
