namespace MppDigital.Regencies.Documents;

/// <summary>Told inside the regency whenever a document is issued, for whoever waits for it; at least once.</summary>
internal sealed record DocumentIssued(Guid Application)
{
    public const string Kind = "document-issued";
}
