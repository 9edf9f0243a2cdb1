namespace MppDigital.Regencies.Applications.Forms;

/// <param name="At">JSON pointer into the request: <c>/data/jadwal_praktik/0/from</c>.</param>
/// <param name="Text">What to write, in Indonesian, with an example where one helps.</param>
/// <param name="TextEn">The same in English.</param>
public sealed record FormError(string At, string Text, string TextEn);
