using System.Buffers.Text;
using MppDigital.Platform.Identification;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Feedback.Surveys;

/// <summary>
/// The code of an invitation: 12 characters that follow from the act by a key that only this regency has. Nobody can think one up, it can be written anew
/// at any time without being stored, and it opens nothing but one empty form.
/// </summary>
internal sealed class SurveyCodes(RegencySecrets secrets)
{
    private const int Length = 12;

    public string Of(string kind, Guid act) => Crockford.Of(Base64Url.DecodeFromChars(secrets.Cipher.Lookup("survey-code", $"{kind}:{act:N}")), Length);

    public string LookupOf(string code) => secrets.Cipher.Lookup("survey-invitation", code);

    /// <summary>As somebody typed it, or as it stood in a link. Null when it is no code at all.</summary>
    public static string? Read(string? typed) => typed is not null && Crockford.Normalise(typed) is { Length: Length } code ? code : null;
}
