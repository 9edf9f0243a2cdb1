using System.Collections.Frozen;
using MppDigital.Platform.Tenancy;

namespace MppDigital.National.Registry;

/// <summary>The whole registry at one moment. Complete, so a miss is final.</summary>
internal sealed class RegistrySnapshot
{
    // Longest host that can be ours: a label, a dot and a root domain; longer text is a stranger.
    private const int MaxHost = 253;

    private readonly FrozenDictionary<string, Regency> byHost;
    private readonly FrozenDictionary<string, Regency>.AlternateLookup<ReadOnlySpan<char>> hosts;
    private readonly FrozenDictionary<string, Regency> bySlug;
    private readonly FrozenDictionary<RegencyCode, Regency> byCode;

    public RegistrySnapshot(IEnumerable<Regency> regencies, string rootDomain)
    {
        All = [.. regencies.OrderBy(r => r.Code.Value, StringComparer.Ordinal)];
        var root = rootDomain.ToLowerInvariant();
        byHost = All.Select(r => (Host: $"{r.Slug}.{root}", Regency: r)).Concat(All.Where(r => r.Domain is not null).Select(r => (Host: r.Domain!, Regency: r)))
            .ToFrozenDictionary(h => h.Host, h => h.Regency, StringComparer.Ordinal);
        hosts = byHost.GetAlternateLookup<ReadOnlySpan<char>>();
        bySlug = All.ToFrozenDictionary(r => r.Slug, StringComparer.Ordinal);
        byCode = All.ToFrozenDictionary(r => r.Code);
    }

    public IReadOnlyList<Regency> All { get; }

    public Regency? Find(RegencyCode code) => byCode.GetValueOrDefault(code);

    public Regency? FindBySlug(string slug) => bySlug.GetValueOrDefault(slug);

    public Regency? FindByHost(ReadOnlySpan<char> host)
    {
        // The port is cut off; "[::1]:5080" begins with a bracket and is no name of ours.
        var colon = host.IndexOf(':');
        var name = colon < 0 ? host : host[..colon];
        if (name.Length is 0 or > MaxHost) return null;
        Span<char> lower = stackalloc char[name.Length];
        return System.Text.Ascii.ToLower(name, lower, out _) == System.Buffers.OperationStatus.Done && hosts.TryGetValue(lower, out var regency) ? regency : null;
    }
}
