// Types on which working is normal, by their name: what the form presets where nobody says otherwise. A test holds it
// against the form's own rule.

const elsewhere =
  /^(remote work|work from home|working from home|home ?-?office|mobile work(ing)?|mobiles arbeiten|mobile arbeit|telearbeit|business trip|business travel|dienstreise|geschäftsreise)$/i;

export function worksElsewhere(timetac: string, personio: string | null): boolean {
  return [timetac, personio ?? ''].some((name) => elsewhere.test(name));
}
