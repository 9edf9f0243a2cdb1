using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications;

/// <summary>Under which mandate this person filed that application for somebody else. Whether the mandate still holds is the nation's to say.</summary>
public sealed record FindActedFor(string Sub, string Number);

/// <param name="Service">Code.</param>
public sealed record ActedForApplication(Guid Mandate, string Service);

internal sealed class FindActedForHandler(IDbContextFactory<RegencyDbContext> contexts) : IUseCase<FindActedFor, ActedForApplication>
{
    public async Task<Outcome<ActedForApplication>> HandleAsync(FindActedFor input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Applications.AsNoTracking().Where(a => a.Number == input.Number && a.ActedBy == input.Sub && a.Mandate != null)
            .Select(a => new ActedForApplication(a.Mandate!.Value, a.Service)).SingleOrDefaultAsync(ct) is { } found ? found : Problems.UnknownApplication;
    }
}
