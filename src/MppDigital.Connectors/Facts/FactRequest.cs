using MppDigital.Platform.Tenancy;

namespace MppDigital.Connectors.Facts;

/// <param name="Source">A <c>source</c> or <c>once_only_source</c> of a definition, or a question of <see cref="IFactSource.QuestionFor"/>.</param>
/// <param name="Nik">16 digits, of the person the application is for.</param>
/// <param name="Regency">Where the application is filed.</param>
public sealed record FactRequest(string Source, string Nik, RegencyCode Regency)
{
    /// <summary>Without the number: a request may end up in a log.</summary>
    public override string ToString() => $"{Source} for a resident, {Regency}";
}
