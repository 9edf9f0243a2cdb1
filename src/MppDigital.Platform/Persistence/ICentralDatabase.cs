using Microsoft.EntityFrameworkCore;

namespace MppDigital.Platform.Persistence;

/// <summary>A database without which nothing works: readiness asks it.</summary>
public interface ICentralDatabase
{
    string Name { get; }

    Task<bool> AnswersAsync(CancellationToken ct);
}

public sealed class CentralDatabase<TContext>(string name, IDbContextFactory<TContext> contexts) : ICentralDatabase
    where TContext : DbContext
{
    public string Name => name;

    public async Task<bool> AnswersAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Database.CanConnectAsync(ct);
    }
}
