using MppDigital.Platform.Tenancy;

namespace MppDigital.National.Registry;

/// <summary>Serves the snapshot of the moment; replacing it is one reference.</summary>
internal sealed class RegistryDirectory : ITenantDirectory
{
    private RegistrySnapshot? snapshot;

    public IReadOnlyList<Regency> All => Current.All;

    private RegistrySnapshot Current => Volatile.Read(ref snapshot) ?? throw new InvalidOperationException("The registry was not read yet.");

    public Regency? FindByHost(ReadOnlySpan<char> host) => Current.FindByHost(host);

    public Regency? Find(RegencyCode code) => Current.Find(code);

    public Regency? FindBySlug(string slug) => Current.FindBySlug(slug);

    public void Replace(RegistrySnapshot read) => Volatile.Write(ref snapshot, read);
}
