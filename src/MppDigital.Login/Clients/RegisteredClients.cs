using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MppDigital.Platform;

namespace MppDigital.Login.Clients;

/// <summary>Programs of others, read from the table and kept for half a minute; unknown names are kept nowhere.</summary>
internal sealed class RegisteredClients(IDbContextFactory<LoginDbContext> contexts, IOptions<PlatformOptions> platform, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, Copy> known = new(StringComparer.Ordinal);

    public Client? Find(string id)
    {
        var now = clock.GetUtcNow();
        if (known.TryGetValue(id, out var copy) && copy.Until > now) return copy.Client;
        using var db = contexts.CreateDbContext();
        var settings = db.RegisteredClients.AsNoTracking().Where(c => c.Id == id).Select(c => c.Settings).FirstOrDefault();
        if (settings is null || JsonSerializer.Deserialize<ClientRegistration>(settings, JsonSerializerOptions.Web) is not { } registration)
        {
            known.TryRemove(id, out _);
            return null;
        }

        var client = registration.ToClient(platform.Value);
        known[id] = new Copy(client, now + Kept);
        return client;
    }

    /// <summary>So that a change is seen at once where it was made; other nodes follow within half a minute.</summary>
    public void Forget(string id) => known.TryRemove(id, out _);

    private sealed record Copy(Client Client, DateTimeOffset Until);
}
