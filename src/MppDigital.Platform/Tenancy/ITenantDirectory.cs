namespace MppDigital.Platform.Tenancy;

/// <summary>
/// Where tenants come from: a complete, immutable snapshot of the registry in memory. A miss is final, so nothing is cached for strangers.
/// </summary>
public interface ITenantDirectory
{
    /// <summary>All regencies in the order of their codes.</summary>
    IReadOnlyList<Regency> All { get; }

    /// <summary>Looks up the raw Host header: port and capitals are allowed, nothing is allocated.</summary>
    Regency? FindByHost(ReadOnlySpan<char> host);

    Regency? Find(RegencyCode code);

    Regency? FindBySlug(string slug);
}
