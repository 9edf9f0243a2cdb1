namespace MppDigital.National.Catalog;

/// <summary>The published services, held in memory: no request reads the database for a definition. In a regency's scope it is the catalog of that regency, on its own date.</summary>
public interface IServiceCatalog
{
    /// <summary>The version in force of every service, in the order of their codes.</summary>
    IReadOnlyList<PublishedService> Published { get; }

    /// <summary>The version in force; null when the nation has no such service.</summary>
    PublishedService? Find(string code);

    /// <summary>The version that an application was filed with.</summary>
    PublishedService? Find(string code, int version);
}

/// <param name="Sha256">Of the definition as published, in hexadecimal.</param>
public sealed record PublishedService(ServiceDefinition Definition, int Version, DateTime PublishedAt, string Sha256)
{
    public string Code => Definition.Code;

    /// <summary>Brought by the seed: in force from the start.</summary>
    public bool NeedsNoRelease { get; init; } = true;
}
