// Answers questions with independent implementations. Reads a JSON array of questions from standard input and writes an
// array of answers: {"ok": value} or {"refused": reason}.
import {createHash, createPrivateKey, createPublicKey, sign as ecSign, verify as ecVerify} from 'node:crypto';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import {createSignCryptosuite, createVerifyCryptosuite} from '@digitalbazaar/ecdsa-jcs-2019-cryptosuite';
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey';
import {SDJwtInstance} from '@sd-jwt/core';
import Ajv from 'ajv';
import Ajv4 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import canonicalize from 'canonicalize';
import {CompactSign, compactVerify, importJWK} from 'jose';
import jsigs from 'jsonld-signatures';
import {parseDocument, isMap, isSeq, isScalar} from 'yaml';

const {purposes: {AssertionProofPurpose}} = jsigs;

const signer = jwk => data => ecSign('sha256', Buffer.from(data), {key: createPrivateKey({key: jwk, format: 'jwk'}), dsaEncoding: 'ieee-p1363'})
  .toString('base64url');
const verifier = jwk => (data, signature) => ecVerify('sha256', Buffer.from(data),
  {key: createPublicKey({key: jwk, format: 'jwk'}), dsaEncoding: 'ieee-p1363'}, Buffer.from(signature, 'base64url'));

function sdJwt(question) {
  let salt = 0;
  return new SDJwtInstance({
    signer: question.privateJwk && signer(question.privateJwk), signAlg: 'ES256',
    verifier: question.jwk && verifier(question.jwk),
    hasher: (data, algorithm) => createHash(algorithm.replace('-', '')).update(data).digest(), hashAlg: 'sha-256',
    saltGenerator: () => createHash('sha256').update(`salt ${salt++}`).digest('base64url').slice(0, 22),
    kbSigner: question.holderPrivateJwk && signer(question.holderPrivateJwk), kbSignAlg: 'ES256',
    kbVerifier: (data, signature, payload) => verifier(payload.cnf.jwk)(data, signature),
  });
}

function loader(question) {
  const controller = {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: question.controller, verificationMethod: [method(question)], assertionMethod: [question.keyId],
  };
  return async url => {
    const document = url === question.keyId ? method(question) : url === question.controller ? controller : undefined;
    if(!document) {
      throw new Error(`Nothing is loaded from the network: ${url}`);
    }
    return {contextUrl: null, documentUrl: url, document};
  };
}

const method = question => ({
  '@context': 'https://w3id.org/security/multikey/v1', id: question.keyId, type: 'Multikey', controller: question.controller,
  publicKeyMultibase: question.multikey,
});

// YAML of the RFC's examples: the tag !sd marks what may be kept back.
function specification(text) {
  const marks = [];
  const plain = (node, pointer) => {
    if(isMap(node)) {
      return Object.fromEntries(node.items.map(({key, value}) => {
        const at = `${pointer}/${String(key.value).replaceAll('~', '~0').replaceAll('/', '~1')}`;
        if(key.tag === '!sd') {
          marks.push(at);
        }
        return [String(key.value), plain(value, at)];
      }));
    }
    if(isSeq(node)) {
      return node.items.map((item, index) => {
        if(item.tag === '!sd') {
          marks.push(`${pointer}/${index}`);
        }
        return plain(item, `${pointer}/${index}`);
      });
    }
    return isScalar(node) ? node.value : null;
  };
  const tag = {tag: '!sd', resolve: value => value};
  const tags = [tag, {...tag, collection: 'map', resolve: map => map}, {...tag, collection: 'seq', resolve: seq => seq}];
  const document = parseDocument(text, {customTags: tags, logLevel: 'error'});
  return {claims: plain(document.get('user_claims', true), ''), marks};
}

// The faults of every document under one schema, each as pointer and reason.
function schemaFaults({schema, documents}) {
  const Kind = String(schema.$schema).includes('draft-04') ? Ajv4 : Ajv;
  const ajv = new Kind({allErrors: true, strict: false, unicodeRegExp: false, logger: false});
  addFormats(ajv);
  const validate = ajv.compile(schema);
  return documents.map(document => validate(document) ? [] : validate.errors.map(fault => `${fault.instancePath}: ${fault.message}`));
}

const answers = {
  schema: schemaFaults,
  canonical: question => canonicalize(JSON.parse(question.text)),
  numbers: question => question.bits.map(bits => {
    const view = new DataView(new ArrayBuffer(8));
    view.setBigUint64(0, BigInt(`0x${bits}`));
    return String(view.getFloat64(0));
  }),
  sdVerify: async question => (await sdJwt(question).verify(question.token, {
    keyBindingNonce: question.nonce, currentDate: question.now,
  })).payload,
  sdIssue: question => sdJwt(question).issue(question.claims, question.frame, {header: {typ: question.typ, kid: question.kid}}),
  sdPresent: question => sdJwt(question).present(question.token, question.frame, question.kb && {kb: {payload: question.kb}}),
  jwtVerify: async question => JSON.parse(new TextDecoder().decode(
    (await compactVerify(question.token, await importJWK(question.jwk, 'ES256'), {algorithms: ['ES256']})).payload)),
  jwtSign: async question => new CompactSign(new TextEncoder().encode(JSON.stringify(question.claims)))
    .setProtectedHeader(question.header).sign(await importJWK(question.privateJwk, 'ES256')),
  proofVerify: async question => {
    const result = await jsigs.verify(question.document, {
      suite: new DataIntegrityProof({cryptosuite: createVerifyCryptosuite()}),
      purpose: new AssertionProofPurpose(), documentLoader: loader(question),
    });
    if(!result.verified) {
      throw new Error((result.error?.errors ?? [result.error]).map(error => error.message).join('; '));
    }
    return true;
  },
  proofSign: async question => {
    const pair = await EcdsaMultikey.from({...method(question), secretKeyMultibase: question.secretKeyMultibase});
    return jsigs.sign(question.document, {
      suite: new DataIntegrityProof({signer: pair.signer(), cryptosuite: createSignCryptosuite()}),
      purpose: new AssertionProofPurpose(), documentLoader: loader(question),
    });
  },
  specification: question => specification(question.text),
};

const chunks = [];
for await (const chunk of process.stdin) {
  chunks.push(chunk);
}
const output = [];
for(const question of JSON.parse(Buffer.concat(chunks).toString('utf8'))) {
  try {
    output.push({ok: await answers[question.ask](question)});
  } catch(error) {
    output.push({refused: String(error?.message ?? error)});
  }
}
process.stdout.write(JSON.stringify(output));
