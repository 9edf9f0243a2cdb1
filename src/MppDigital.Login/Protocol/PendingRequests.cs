using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Keys;

namespace MppDigital.Login.Protocol;

/// <summary>Authorization requests that wait for a person, found by the handle that the browser carries.</summary>
internal sealed class PendingRequests(IDbContextFactory<LoginDbContext> contexts, TimeProvider clock)
{
    public async Task<PendingRequest?> FindAsync(string? handle, bool pushed, CancellationToken ct)
    {
        if (handle is not { Length: Handle.Length }) return null;
        var hash = Handle.Hash(handle);
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var row = await db.AuthorizationRequests.AsNoTracking().FirstOrDefaultAsync(r => r.HandleHash == hash && r.IsPushed == pushed && r.ExpiresAt > now, ct);
        return row is not null && JsonSerializer.Deserialize<AuthorizationParameters>(row.Parameters) is { } parameters ? new PendingRequest(hash, parameters, row.CreatedAt) : null;
    }

    /// <summary>Keeps a request while the person fills in our pages.</summary>
    public async Task<string> KeepAsync(AuthorizationParameters parameters, CancellationToken ct)
    {
        var handle = Handle.New();
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.AuthorizationRequests.Add(AuthorizationRequest.Of(Handle.Hash(handle), parameters.ClientId, JsonSerializer.Serialize(parameters), isPushed: false, clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync(ct);
        return handle;
    }

    /// <summary>True for the one caller that takes the request; whoever comes second finds it gone.</summary>
    public async Task<bool> TakeAsync(PendingRequest request, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.AuthorizationRequests.Where(r => r.HandleHash == request.HandleHash).ExecuteDeleteAsync(ct) == 1;
    }
}

internal sealed record PendingRequest(string HandleHash, AuthorizationParameters Parameters, DateTime CreatedAt);
