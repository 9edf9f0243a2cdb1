using MppDigital.National.Residents.Facts;

namespace MppDigital.National.Residents.Consents;

/// <summary>What a person agreed to, for reading and for machines.</summary>
/// <param name="Number">For people: <c>PSJ-7K3M-9QXA</c>.</param>
/// <param name="Regency">Code of the regency that may use the items.</param>
/// <param name="State"><c>active</c>, <c>expired</c> or <c>revoked</c></param>
/// <param name="HandedOver">What went there with applications and stays there; the newest first.</param>
public sealed record ConsentReceipt(
    Guid Id, string Number, string Regency, string RegencyName, string Service, string ServiceName, string ServiceNameEn, string State, DateTime GivenAt, DateTime ValidUntil, DateTime? RevokedAt,
    IReadOnlyList<ConsentItem> Items, IReadOnlyList<HandOver> HandedOver)
{
    public const string Active = "active";
    public const string Expired = "expired";
    public const string Revoked = "revoked";

    /// <summary>UU 27/2022 art. 20 (2) a: explicit consent of the person; art. 9: it can be withdrawn.</summary>
    public const string LegalBasis = "UU 27/2022 Pasal 20 ayat (2) huruf a";
}

/// <summary>A fact or a paper as it was shown when the person agreed; never its value.</summary>
/// <param name="Document">Id of the paper in the wallet; null for a fact.</param>
/// <param name="Source">The register that said so, or the agency that verified or issued it.</param>
/// <param name="Regency">Code of the regency where it was filed or issued.</param>
/// <param name="ValidUntil">Last day on which it may be used; null: no end.</param>
public sealed record ConsentItem(string Fact, string Label, string LabelEn, Guid? Document, FactOrigin Origin, string Source, string Regency, DateTime VerifiedAt, DateOnly? ValidUntil);

/// <param name="Facts">Names of the facts that went.</param>
public sealed record HandOver(string Application, DateTime At, IReadOnlyList<string> Facts);

internal sealed record ConsentTerms(string ServiceName, string ServiceNameEn, IReadOnlyList<ConsentItem> Items);
