using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.Demo;

/// <summary>Tells whether this data belongs to a demo; outside Development the program refuses to start on it.</summary>
public sealed record FindDemoAccounts;

public sealed record DemoTraces(bool Accounts, bool FileExists);

internal sealed class FindDemoAccountsHandler(IDbContextFactory<LoginDbContext> contexts, DemoFile file) : IUseCase<FindDemoAccounts, DemoTraces>
{
    public async Task<Outcome<DemoTraces>> HandleAsync(FindDemoAccounts input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return new DemoTraces(await db.Accounts.AnyAsync(a => a.IsDemo, ct), File.Exists(file.Path));
    }
}
