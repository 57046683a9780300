import fc from 'fast-check';
import { fileIn } from '../../../api/http/multipart-file';

const PDF = Buffer.from('%PDF-1.7\r\n--not a boundary\r\n\r\n%%EOF');
const part = (headers: string, content: Buffer | string) =>
  Buffer.concat([Buffer.from(`--form\r\n${headers}\r\n\r\n`), Buffer.from(content), Buffer.from('\r\n')]);
const END = Buffer.from('--form--\r\n');
const FILE = 'Content-Disposition: form-data; name="file"; filename="credit.pdf"\r\nContent-Type: application/pdf';
const NOTE = 'Content-Disposition: form-data; name="kind"';

describe('the file in a body', () => {
  it('is the body where it is no form', () => {
    expect(fileIn(PDF)).toEqual(PDF);
    expect(fileIn(Buffer.alloc(0))).toEqual(Buffer.alloc(0));
  });

  it('is the part with a file name, wherever it stands', () => {
    expect(fileIn(Buffer.concat([part(FILE, PDF), END]))).toEqual(PDF);
    expect(fileIn(Buffer.concat([part(NOTE, 'invoice'), part(FILE, PDF), END]))).toEqual(PDF);
    expect(fileIn(Buffer.concat([part(FILE, PDF), part(NOTE, 'invoice'), END]))).toEqual(PDF);
    expect(fileIn(Buffer.concat([part(FILE, ''), END]))).toEqual(Buffer.alloc(0));
  });

  it('is nothing where the form has none, or is cut off', () => {
    const form = Buffer.concat([part(NOTE, 'invoice'), END]);
    expect(fileIn(form)).toBeUndefined();
    const whole = Buffer.concat([part(NOTE, 'x'), part(FILE, PDF)]);
    for (let length = 2; length < whole.length - 2; length += 1) {
      expect(fileIn(whole.subarray(0, length))).toBeUndefined();
    }
  });

  it('comes back whole whatever its bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const content = Buffer.from(bytes);
        fc.pre(!content.includes('\r\n--form'));
        expect(fileIn(Buffer.concat([part(FILE, content), END]))).toEqual(content);
      }),
    );
  });
});
